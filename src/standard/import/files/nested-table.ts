/** Tables within a cell: lines of the cell, a row each. Pure. */
import { joinedText } from '../grammar/cells.ts';
import { plainName, tidy } from '../grammar/plain.ts';
import type { Block, Line, Row } from '../model.ts';

/** What heads the columns of a table of steps: who does what, with what, in how many minutes. */
const HEADS =
  /^(?:no|nomor|(?:uraian )?(?:kegiatan|prosedur|tahapan|langkah|aktivitas)|pelaksana|penanggung jawab|petugas|waktu|durasi|menit|(?:persyaratan )?kelengkapan|mutu baku|output|keluaran|keterangan|ket)$/;
const STEPS = /\b(?:kegiatan|prosedur|tahapan|langkah|aktivitas)$/;

/** What stands in a cell, as its lines; rows of a table in it are lines too. */
export function cellLinesOf(blocks: readonly Block[]): readonly Line[] {
  const lines: Line[] = [];
  let isOfSteps = false;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'line') {
      lines.push(block.line);
      continue;
    }
    const isFirst = blocks[at - 1]?.kind !== 'row';
    if (isFirst) isOfSteps = isHeadOfSteps(block);
    if (!isFirst || !isOfSteps) lines.push(...rowLine(block, isOfSteps));
  }
  return lines;
}

/** "No | Kegiatan | Pelaksana | Waktu": no step itself. */
function isHeadOfSteps({ cells }: Row): boolean {
  const names = cells.map((lines) => plainName(joinedText(lines))).filter((name) => name !== '');
  return (
    names.length > 1 && names.every((name) => HEADS.test(name)) && names.some((name) => STEPS.test(name))
  );
}

/** A row, cell after cell; the number of a step is the mark of a list. */
function rowLine({ cells }: Row, isStep: boolean): readonly Line[] {
  const [first] = cells.flat();
  const [number = '', ...others] = cells.map(joinedText).filter((text) => text !== '');
  const mark = isStep && /^\d{1,2}$/.test(number) ? `${number}.` : number;
  return first ? [{ ...first, text: tidy([mark, ...others].join(' ')), open: false }] : [];
}
