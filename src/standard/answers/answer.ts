import type { Agency } from '../model/government.ts';

/** A day with a beginning and an end on the office's wall clock: `2026-12-04`, `09:00`, `11:00`. */
export interface TimeRange {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A checked answer: texts in Unicode NFC; NIK as 16 digits; phone as `+62…`; date as `YYYY-MM-DD`; number as a
 * number; choice by its value; agency and stored file by id.
 */
export type Answer = string | number | TimeRange;

/** Checked answers by question id; a question that was not asked or not answered is absent. */
export type Answers = Readonly<Record<string, Answer>>;

/** What reading answers depends on beside the questions. */
export interface AnswerContext {
  /** The date on the office's wall clock. */
  readonly today: Temporal.PlainDate;
  readonly agencies: readonly Agency[];
  /**
   * `form`: people's spelling is accepted ("1.500,5", "0812 3456 7890") and leftovers of hidden questions are
   * dropped. `api`: numbers are JSON numbers, and an answer nobody asked for is a fault.
   */
  readonly mode: 'form' | 'api';
}
