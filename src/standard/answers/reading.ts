import type { Words } from '../../ground/index.ts';
import type { Answer } from './answer.ts';

/** The outcome of reading one answer. */
export type Reading =
  { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly words: Words };

export const accepted = (value: Answer): Reading => ({ ok: true, value });
export const wrong = (words: Words): Reading => ({ ok: false, words });
