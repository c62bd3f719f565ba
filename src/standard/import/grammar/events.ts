/** From the blocks of a file to what they mean: headings, contents, titles. Pure. */
import type { Block } from '../model.ts';
import { mergeBrokenRows } from './broken-rows.ts';
import { STEPS_STYLE, stepsHeading } from './event.ts';
import type { Event } from './event.ts';
import type { HeadingName } from './headings.ts';
import { readLine } from './lines.ts';
import { isPageNumber } from './noise.ts';
import { RowReader } from './rows.ts';
import { joinCutRows } from './service-rows.ts';

/** What each block means, as far as it can be said from the block itself and its neighbours. */
export function readEvents(source: readonly Block[]): readonly Event[] {
  const blocks = mergeBrokenRows(joinCutRows(source));
  const rows = new RowReader();
  const events: Event[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [before, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]];
    if (block?.kind === 'row') addRow(events, rows.read(block, mayHoldSteps(events)));
    if (block?.kind !== 'line') continue;
    if (!isPageNumber(block.line.text)) rows.leaveTable(block.line.text);
    const reading = readLine(block.line, {
      next: next?.kind === 'line' ? next.line : null,
      isWithinSentence: before?.kind === 'line' && before.line.open === true,
    });
    events.push(...reading.events);
    if (reading.usesNext) at += 1;
  }
  return events;
}

/** A table of steps that is none of the components begins with the lines above it that say so, not with its head. */
function addRow(events: Event[], read: readonly Event[]): void {
  const [head] = read;
  const from = head?.kind === 'heading' && head.style === STEPS_STYLE ? titleOfSteps(events) : -1;
  const line = events[from]?.line;
  if (!line) {
    events.push(...read);
    return;
  }
  events[from] = stepsHeading(line);
}

/** "LAMPIRAN II", "SOP Izin Keramaian": the first of the lines right above, or -1. */
function titleOfSteps(events: readonly Event[]): number {
  const above = events.findLastIndex((event) => event.kind !== 'content' || event.inTable) + 1;
  const from = Math.max(above, events.length - MOST_LINES);
  return events.findIndex(({ line }, at) => at >= from && OF_STEPS.test(line.text));
}

const MOST_LINES = 4;
const OF_STEPS =
  /^[^.;]{0,60}\b(?:sop|s\.o\.p|standa?r\s+operasional|bagan|diagram|lampiran)\b[^.;]{0,120}$/i;

const IN_WORDS: ReadonlySet<HeadingName> = new Set(['time', 'fee', 'staffing', 'other']);
const ANNOUNCES = /:$|\bberikut\W*$/i;

/** Steps are the procedure's; another list holds them where they are all it has, or are announced. */
function mayHoldSteps(events: readonly Event[]): boolean {
  const at = events.findLastIndex(({ kind }) => kind === 'heading');
  const heading = events[at];
  if (heading?.kind !== 'heading' || IN_WORDS.has(heading.name)) return false;
  const said = [...heading.behind, ...events.slice(at + 1).map(({ line }) => line)];
  return heading.name === 'procedure' || said.length === 0 || ANNOUNCES.test(said.at(-1)?.text ?? '');
}
