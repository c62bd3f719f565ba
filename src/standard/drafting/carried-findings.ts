/** What the clerk found in the decree, and nobody has settled, stays with the standard. */
import type { Finding } from '../import/model.ts';
import type { Service } from '../model/service.ts';

/** A finding as it is under review. */
export interface ReviewFinding extends Finding {
  /** The reviewer has mended it, or it is not so. */
  readonly settled?: boolean;
}

/** Contradictions of the decree with itself or the law, for `findings`: shown, never rewritten. */
export const decreeFindings = (findings: readonly ReviewFinding[]): Service['findings'] =>
  findings
    .filter(({ about, settled }) => about === 'decree' && settled !== true)
    .map(({ component, words }) => ({ component, text: words }));

/** Readings that were a guess and that nobody has compared with the document, for `assumptions`. */
export const readingAssumptions = (
  findings: readonly ReviewFinding[],
  confirmed: readonly string[],
): Service['assumptions'] =>
  findings
    .filter(({ about, settled }) => about === 'reading' && settled !== true)
    .filter(({ component }) => !confirmed.includes(component))
    .map(({ component, words }) => ({
      at: component === 'title' ? 'title' : `components.${component}`,
      text: words,
    }));
