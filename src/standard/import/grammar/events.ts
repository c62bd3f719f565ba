/** From the blocks of a file to what they mean: headings, contents, titles. Pure. */
import type { Block } from '../model.ts';
import { mergeBrokenRows } from './broken-rows.ts';
import type { Event } from './event.ts';
import { readLine } from './lines.ts';
import { RowReader } from './rows.ts';

/** What each block means, as far as it can be said from the block itself and its neighbours. */
export function readEvents(source: readonly Block[]): readonly Event[] {
  const blocks = mergeBrokenRows(source);
  const rows = new RowReader();
  const events: Event[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [before, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]];
    if (block?.kind === 'row') events.push(...rows.read(block));
    if (block?.kind !== 'line') continue;
    rows.leaveTable(block.line.text);
    const reading = readLine(block.line, {
      next: next?.kind === 'line' ? next.line : null,
      isWithinSentence: before?.kind === 'line' && before.line.open === true,
    });
    events.push(...reading.events);
    if (reading.usesNext) at += 1;
  }
  return events;
}
