import type { FaultKind, Words } from '../../../ground/index.ts';
import type { ReadDocument } from '../model.ts';

/** What the reading process says at its end. */
export type Outcome =
  | { readonly ok: true; readonly value: ReadDocument }
  | { readonly ok: false; readonly kind: FaultKind; readonly code: string; readonly words: Words };
