/** Token buckets in PostgreSQL, so that several web processes count together. */
import { sql } from 'kysely';
import { isThisMachine } from '../platform/index.ts';
import type { BucketSize, Database, Keys, RateLimiter } from '../platform/index.ts';

/**
 * Lets programs on this machine pass uncounted: their bucket is its address, nothing else. A proxy in front must be named in
 * TRUST_PROXY; then nobody from outside comes with this machine's address.
 */
export function sparingThisMachine(limiter: RateLimiter): RateLimiter {
  return {
    take: async (bucket, cost) =>
      isThisMachine(bucket) ? { allowed: true, retryAfterSeconds: 0 } : limiter.take(bucket, cost),
  };
}

/**
 * Buckets of one measure; limiters of the same purpose share them. Names are hashed before they reach the database: an address is personal data. When the database
 * cannot be asked, the page behind will say so itself; the bucket does not hide that.
 */
export function databaseLimiter(
  database: Database,
  keys: Keys,
  purpose: string,
  { capacity, refillPerSecond, leaving = 0 }: BucketSize,
): RateLimiter {
  return {
    async take(bucket, cost = 1) {
      const name = `${purpose}/${keys.mac('bucket', bucket).toString('base64url')}`;
      const found = await database.withoutGovernment((tx) =>
        sql<{ missing: number }>`
          select take_tokens(${name}, ${capacity}, ${refillPerSecond}, ${cost}, ${leaving}) as missing`.execute(
          tx,
        ),
      );
      const missing = found.rows[0]?.missing ?? 1;
      return { allowed: missing === 0, retryAfterSeconds: Math.ceil(missing / refillPerSecond) };
    },
  };
}
