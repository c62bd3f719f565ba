/** The file of names that this program keeps and a zone includes. Each line tells by a comment which delivery it belongs to. Pure. */
import type { DnsNamePlan } from '../model.ts';
import { markText, quoted } from '../mark.ts';

const about = '; Ditulis oleh sistem layanan, jangan diubah. Written by the service system, do not change.';
const serialWord = '; untuk nomor seri, for serial number:';

export interface NameLine {
  readonly name: string;
  readonly text: string;
  readonly delivery: string;
}

export interface NamesFile {
  /** The serial number that the zone has once this text counts. */
  readonly serial: number;
  readonly lines: readonly NameLine[];
}

const lineShape = /^(\S+)\.\s.*; pendopo-delivery=(\S+)$/;

export function readNames(text: string): NamesFile {
  const serial = Number(
    text
      .split('\n')
      .find((line) => line.startsWith(serialWord))
      ?.slice(serialWord.length) ?? 0,
  );
  const lines = text.split('\n').flatMap((line) => {
    const [, name, delivery] = lineShape.exec(line) ?? [];
    return name === undefined || delivery === undefined ? [] : [{ name, delivery, text: line }];
  });
  return { serial, lines };
}

export const formatNames = ({ serial, lines }: NamesFile): string =>
  `${[about, `${serialWord} ${serial}`, ...lines.map(({ text }) => text)].join('\n')}\n`;

/** The lines of a plan, in the order of its records. */
export const linesOf = ({ name, ttl, records }: DnsNamePlan, delivery: string): readonly NameLine[] =>
  records.map(({ type, value }) => ({
    name,
    delivery,
    text: `${name}. ${ttl} IN ${type} ${dataOf(type, value)} ; ${markText(delivery)}`,
  }));

function dataOf(type: string, value: string): string {
  if (type === 'TXT') return quoted(value);
  return type === 'CNAME' ? `${value}.` : value;
}
