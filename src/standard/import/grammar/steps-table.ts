/**
 * Tables of steps, as operating procedures have them ("No | Kegiatan | Pelaksana | Mutu Baku: Kelengkapan, Waktu, Output"):
 * what a step needs and how long it takes is none of the standard's own requirements and times. Pure.
 */
import type { Line } from '../model.ts';
import type { Cells } from './cells.ts';
import { findComponentName } from './headings.ts';
import { plainName } from './plain.ts';

/** What heads the column of the steps, or all that is said of each. */
export const STEP_COLUMN = /^(?:(?:uraian|rincian|jenis|nama) )?(?:kegiatan|akti[vf]itas)$|^mutu baku$/;
const DOER = /^(?:pelaksana|petugas|penanggung jawab|pelaku|aktor)$/;
/** So many components side by side, where no row is a service, head a table of steps. */
const LEAST_COMPONENTS = 3;

/** Whether a row heads such a table, the upper or the lower of its two rows; services a row are known before. */
export function headsSteps(texts: readonly string[]): boolean {
  const names = texts.map(plainName).filter((name) => name !== '');
  const components = new Set(
    texts.map(findComponentName).filter((name) => name !== null && name !== 'other'),
  );
  const isOfSteps = names.some((name) => STEP_COLUMN.test(name)) && names.some((name) => DOER.test(name));
  return names.includes('mutu baku') || isOfSteps || components.size >= LEAST_COMPONENTS;
}

/** Marks in the columns of those who do a step. */
const TICK = /^(?:[vx]|[^\p{L}\p{N}]{1,3})$/iu;

/** A step with all that is said of it, cell after cell; its number is the mark of a list. */
export function stepLine({ first, filled }: Cells): Line | null {
  const [number = '', ...others] = filled.filter((text) => !TICK.test(text));
  const mark = /^\d{1,2}$/.test(number) ? `${number}.` : number;
  const text = [mark, ...others].join(' ').trim();
  return first && text !== '' ? { ...first, text, open: false } : null;
}

/** "Nomor SOP | …": the sheet before a table of steps. Its legal basis and its tools are those of the procedure. */
export const beginsCover = (texts: readonly string[]): boolean =>
  texts.some((text) => /^(?:no(?:mor)?) (?:s ?o ?p|standa?r operasional prosedur)\b/.test(plainName(text)));
