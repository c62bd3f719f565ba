import type { ReadService } from '../grammar/services.ts';
import type { Finding, Place, Severity } from '../model.ts';

/** What a rule may look at. */
export interface Reviewed {
  readonly service: ReadService;
  /** All services of the document, this one among them. */
  readonly all: readonly ReadService[];
}

/** What a rule finds; the table of rules says what it is about. */
export type Found = Omit<Finding, 'about'>;

/** A rule says what it finds in one service, and changes nothing. */
export type Rule = (reviewed: Reviewed) => readonly Found[];

/** A finding with its words in both languages. */
export const finding = (
  severity: Severity,
  component: Finding['component'],
  place: Place | null | undefined,
  id: string,
  en: string,
): Found => ({ severity, component, words: { id, en }, place: place ?? null });

/** Letters and figures in small, for comparing words. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
