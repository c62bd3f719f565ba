import type { Clock } from '../../ground/index.ts';
import type { Keys } from '../../platform/index.ts';
import type { Catalogue } from '../../standard/index.ts';
import type { Kinds } from './kinds.ts';

/** What delivering works with; put together in app.ts. */
export interface ProductDeps {
  readonly keys: Keys;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly kinds: Kinds;
  /** Embedded connectors keep their files below it: `<government>/<kind>`. */
  readonly directory: string;
  /** Whether this installation is a demonstration: only there a trial certificate is issued. */
  readonly demo: boolean;
  readonly publicUrl: string;
}
