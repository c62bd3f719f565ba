/** Words of the message that tells an official which deadlines of their work a new calendar moved. Pure. */
import type { Words } from '../../ground/index.ts';
import type { Message } from '../letters.ts';

export interface DigestLine {
  readonly number: string;
  readonly service: Words;
  /** Deadlines in words. */
  readonly was: Words;
  readonly is: Words;
}

export interface DigestFacts {
  readonly name: string;
  /** The post in which they are written to. */
  readonly post: Words;
  readonly office: string;
  /** How many moved; `lines` may name fewer. */
  readonly count: number;
  readonly lines: readonly DigestLine[];
  readonly queueUrl: string;
}

/** Indonesian first, English below, as all messages to officials. */
export function digestLetter({ name, post, office, count, lines, queueUrl }: DigestFacts): Message {
  const rest = count - lines.length;
  const list = (lang: keyof Words, others: string): readonly string[] => [
    ...lines.map((line) => `- ${line.number} (${line.service[lang]}): ${line.was[lang]} → ${line.is[lang]}`),
    ...(rest > 0 ? [others] : []),
  ];
  const text = [
    `Yth. ${name},`,
    '',
    `Kalender kerja kantor berubah. Tenggat ${count} permohonan yang menunggu Anda sebagai ${post.id} bergeser; urutan antrean sudah disesuaikan.`,
    '',
    ...list('id', `- dan ${rest} permohonan lain`),
    '',
    '—',
    `The office’s working calendar changed. Deadlines of ${count} requests that wait for you as ${post.en} moved; the queue is in its new order.`,
    '',
    ...list('en', `- and ${rest} more`),
    '',
    queueUrl,
    '',
    office,
  ];
  const subject = `Tenggat ${count} permohonan bergeser / ${count} deadlines moved`;
  return { subject, text: text.join('\n') };
}
