/** Words of the message that tells an official which deadlines of their work a new calendar moved. Pure. */
import type { Message } from '../letters.ts';

export interface DigestLine {
  readonly number: string;
  readonly service: string;
  /** Deadlines in words. */
  readonly was: string;
  readonly is: string;
}

export interface DigestFacts {
  readonly name: string;
  readonly office: string;
  /** How many moved; `lines` may name fewer. */
  readonly count: number;
  readonly lines: readonly DigestLine[];
  readonly queueUrl: string;
}

/** The office's own language is Indonesian. */
export function digestLetter({ name, office, count, lines, queueUrl }: DigestFacts): Message {
  const rest = count - lines.length;
  const text = [
    `Yth. ${name},`,
    '',
    `Kalender kerja kantor berubah. Tenggat ${count} permohonan yang menunggu Anda bergeser; urutan antrean Anda sudah disesuaikan.`,
    '',
    ...lines.map(({ number, service, was, is }) => `- ${number} (${service}): ${was} → ${is}`),
    ...(rest > 0 ? [`- dan ${rest} permohonan lain`] : []),
    '',
    queueUrl,
    '',
    office,
  ];
  return { subject: `Tenggat ${count} permohonan bergeser`, text: text.join('\n') };
}
