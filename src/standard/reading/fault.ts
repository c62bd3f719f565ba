import type { Words } from '../../ground/index.ts';

/** The way to a value inside a definition: `['steps', 0, 'positions', 1]`. */
export type PropertyPath = readonly (string | number)[];

/** A place in a text; line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A definition with an error is not published; one with warnings is. */
type Severity = 'error' | 'warning';

/** One thing wrong with a definition file: where, for an editor to jump to, and what, for a person. */
export interface DefinitionFault extends Place {
  readonly file: string;
  /** Dotted way to the value, items of a list by their id where they have one: `steps.verifikasi.positions.0`. */
  readonly path: string;
  readonly words: Words;
  readonly severity: Severity;
}

/** A fault as a rule finds it in a value, before it is given its place in the text. */
export interface Remark {
  readonly at: PropertyPath;
  readonly words: Words;
  readonly severity: Severity;
}

export const error = (at: PropertyPath, id: string, en: string): Remark => ({
  at,
  words: { id, en },
  severity: 'error',
});

export const warning = (at: PropertyPath, id: string, en: string): Remark => ({
  at,
  words: { id, en },
  severity: 'warning',
});
