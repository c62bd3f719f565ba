/**
 * Lines that head the cases of one list: "Baru", 1., 2., then "Perpanjangan", 1., 2. What stands under one is asked in that
 * case only. Pure.
 */
import type { Line } from '../model.ts';
import { readMark } from './marks.ts';
import type { Mark } from './marks.ts';
import { plainName } from './plain.ts';

/** Lines of one case; the first has none where a list stands before the first label. */
export interface Case {
  readonly label: Line | null;
  readonly lines: readonly Line[];
}

const LONGEST = 80;

/** The cases of a list; all of it is one without a label where no list begins again below a line without a mark. */
export function casesOf(lines: readonly Line[], isLead: (text: string) => boolean): readonly Case[] {
  const marks = lines.map(({ text }) => readMark(text));
  const begins = lines.flatMap((line, at) => (isLabel(line, marks, at) && !isLead(line.text) ? [at] : []));
  const again = begins.filter((at) => at > 0 && hasStyle(marks.slice(0, at), marks[at + 1]));
  const style = marks[(again[0] ?? -1) + 1]?.style;
  if (again.length === 0) return [{ label: null, lines }];
  const labels = begins.filter((at) => again.includes(at) || (at === 0 && marks[1]?.style === style));
  const before: readonly Case[] = labels[0] === 0 ? [] : [{ label: null, lines: lines.slice(0, labels[0]) }];
  return [
    ...before,
    ...labels.map((at, index) => ({
      label: caseAt(lines[at]),
      lines: lines.slice(at + 1, labels[index + 1]),
    })),
  ];
}

/** Few words without a mark, behind a whole entry or first of all, above the beginning of a list. */
const isLabel = (line: Line, marks: readonly (Mark | null)[], at: number): boolean =>
  marks[at] === null && isName(line) && (at === 0 || endsEntry(marks[at - 1])) && beginsList(marks[at + 1]);

const isName = ({ text, diagram }: Line): boolean =>
  diagram !== true && text.length <= LONGEST && /^\p{Lu}/u.test(text) && !/[.;,]$/.test(text);

const endsEntry = (mark: Mark | null | undefined): boolean => !/^$|[,:]$/.test(mark?.rest ?? '');

const beginsList = (mark: Mark | null | undefined): boolean => mark?.value === 1 && mark.kind !== 'bullet';

/** Names of groups of documents that are asked of everybody. */
const FOR_ALL =
  /^(?:(?:persyaratan|syarat|dokumen|berkas|kelengkapan) )(?:umum|administra(?:si|tif)|teknis|utama|pokok|dasar|pendukung)$/;

const caseAt = (line: Line | undefined): Line | null =>
  line === undefined || FOR_ALL.test(plainName(line.text)) ? null : line;

const hasStyle = (marks: readonly (Mark | null)[], mark: Mark | null | undefined): boolean =>
  marks.some((one) => one !== null && one.style === mark?.style);
