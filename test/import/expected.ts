/** How a document should be read, made by hand from the document: the shape of `expected.json`. */
import type { FeeAmount } from '../../src/standard/import/index.ts';
import type { ListComponent } from '../../src/standard/model.ts';
import type { PromisedTime } from '../../src/working-time/index.ts';

export interface ExpectedList {
  readonly items: readonly string[];
}

export type ExpectedComponents = Readonly<Record<ListComponent, ExpectedList>> & {
  readonly time: { readonly text: string; readonly promise: PromisedTime | null };
  readonly fee: { readonly text: string; readonly free: boolean; readonly amounts: readonly FeeAmount[] };
  readonly staffing: { readonly text: string; readonly count: number | null };
};

export interface ExpectedService {
  readonly title: string | null;
  readonly components: ExpectedComponents;
  readonly expectFindings?: readonly { readonly component: string; readonly about: string }[];
  /** What a reader who does not look closely would find, and is not so. */
  readonly expectNoFindings?: readonly { readonly component: string; readonly about: string }[];
  /** All times of a cell that names several, in its order. */
  readonly expectEntries?: readonly { readonly case: string; readonly promise: PromisedTime }[];
  /** Lists whose items the document ran together without marks: one block is as good as a right guess. */
  readonly runOn?: readonly string[];
}

export interface Expected {
  readonly services: readonly ExpectedService[];
  readonly decree: {
    readonly number: string | null;
    readonly date: string | null;
    readonly office: string | null;
    readonly title: string | null;
  } | null;
}
