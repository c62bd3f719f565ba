import type { FieldFault, Words } from '../ground/index.ts';
import type { Standing } from '../people/index.ts';
import type { RequestLetters } from '../product/index.ts';
import type { DeskView } from '../request/index.ts';
import type { KeptForm } from './held/index.ts';
import type { DeliveryKind, Organisation } from '../standard/index.ts';
import type { Lang, PostedForm } from '../ui/index.ts';

/** Everything the parts of a request's page are drawn from. */
export interface RequestPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly view: DeskView;
  readonly organisation: Organisation;
  /** Address at which everybody reaches this installation. */
  readonly publicUrl: string;
  /** What a kind of product is called. */
  readonly productTitle: (kind: DeliveryKind) => Words;
  /** Letters of the request and what can be begun; null for whoever only reads. */
  readonly letters: RequestLetters | null;
  readonly standing: Standing;
  readonly now: Temporal.Instant;
  /** What was typed into a form that was not carried out; empty on a fresh page. */
  readonly posted: PostedForm;
  readonly faults: readonly FieldFault[];
  /** The action that was tried, when it was not carried out. */
  readonly tried: string | null;
  /** The form that came back with its files, so that they need not be chosen again. */
  readonly kept: KeptForm | null;
  /** The version the official had seen, when the request has moved on since. */
  readonly staleSince: number | null;
  /** An action was just recorded. */
  readonly recorded: boolean;
  /** The identity of a protected reporter, opened just now. */
  readonly identity: readonly { readonly label: string; readonly value: string }[] | null;
}
