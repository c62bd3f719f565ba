import type { FaultKind, Words } from '../../ground/index.ts';
import type { Paper } from './model.ts';
import type { Place } from './pdf/write.ts';

export type PaperForm = 'pdf' | 'docx';

/** What a press is asked for. */
export interface Order {
  readonly form: PaperForm;
  readonly paper: Paper;
}

export type Outcome =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly pages: number;
      readonly places: readonly Place[];
    }
  | { readonly ok: false; readonly kind: FaultKind; readonly code: string; readonly words: Words };
