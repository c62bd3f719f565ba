import type { FaultKind, Words } from '../../../ground/index.ts';
import type { ImportedDecree } from '../model.ts';

/** What the reading process says at its end. */
export type Outcome =
  | { readonly ok: true; readonly value: ImportedDecree }
  | { readonly ok: false; readonly kind: FaultKind; readonly code: string; readonly words: Words };
