import type { FastifyBaseLogger } from 'fastify';
import type { IdentityProvider } from '../people/index.ts';
import type { Press, RateLimiter, SecondFactorDemand } from '../platform/index.ts';
import type { ProductDeps } from '../product/index.ts';
import type { RequestDeps } from '../request/index.ts';
import type { AssetUrls } from '../ui/index.ts';

/** What every page and API route works with; put together in main.ts. */
export interface WebContext extends RequestDeps {
  readonly assets: AssetUrls;
  /** Marks every page as a demonstration and shows the mailbox of messages that were not sent. */
  readonly demo: boolean;
  /** Where files and keys lie; its file system's room is shown to administrators. */
  readonly dataDirectory: string;
  readonly limiters: Limiters;
  readonly secondFactor: SecondFactorDemand;
  /** Null: officials sign in with a password only. */
  readonly provider: IdentityProvider | null;
  readonly log: FastifyBaseLogger;
  /** Writes papers in a thread of its own, so that no page waits for one. */
  readonly press: Press;
  /** How products are delivered: kinds, their connectors and where these keep files. */
  readonly delivering: ProductDeps;
}

/** Token buckets against abuse, each with its own measure (design: per address and contact, in PostgreSQL). */
export interface Limiters {
  /** Submitting requests and drafts, per site, whether over pages or the API. */
  readonly submit: RateLimiter;
  /** Megabytes of files and long answers that come without an account, per site. */
  readonly room: RateLimiter;
  /** Having a file checked, per address: it costs reading, and whoever checks letters may still ask for something. */
  readonly check: RateLimiter;
  /** Trying tracking keys and passwords, per address and per name. */
  readonly guess: RateLimiter;
  /** Requests that nobody has proved to be theirs, per government: empty while a flood comes in. */
  readonly calm: RateLimiter;
  /** The same buckets, for a site that has used up its share: only while they are more than half full. */
  readonly crowd: RateLimiter;
  /** Such requests per government and site. */
  readonly share: RateLimiter;
  /** Such requests per e-mail address or telephone, and site. */
  readonly contact: RateLimiter;
  /** Taking queue numbers, per address (guesses of the code) and per counter (numbers that nobody could serve). */
  readonly drawing: RateLimiter;
  /** Queue numbers by phone, per counter and address: a family and more at once, not a whole morning's queue. */
  readonly numbers: RateLimiter;
  /** Words of an applicant to the office, per request. */
  readonly message: RateLimiter;
  /** Signing in, per address: wide enough for a whole office behind one. */
  readonly signIn: RateLimiter;
  /** Sending the link of a draft, per draft and per address of mail. */
  readonly linkMail: RateLimiter;
  /** Codes by mail, per address of mail, from wherever they are asked for. */
  readonly proofMail: RateLimiter;
  /** Codes of a second factor, per official: only whoever has shown the first gets to try. */
  readonly secondFactor: RateLimiter;
}
