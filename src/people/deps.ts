import type { Clock } from '../ground/index.ts';
import type { Database, Keys } from '../platform/index.ts';

/** What signing in works with. */
export interface SignInDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: Keys;
}

/** Who is meant: one official of one government. */
export interface SignedIn {
  readonly government: string;
  /** Id of the official. */
  readonly official: string;
}
