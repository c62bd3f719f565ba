import type { Press } from '../../platform/index.ts';
import type { RequestDeps } from '../../request/index.ts';
import type { ProductDeps } from '../delivering/deps.ts';

/** What commands and queries of letters work with; put together in app.ts. */
export interface LetterDeps extends RequestDeps {
  readonly delivering: ProductDeps;
  readonly demo: boolean;
  readonly press: Press;
}
