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
 * Buckets of one measure. Names are hashed before they reach the database: an address is personal data. When the database
 * cannot be asked, the page behind will say so itself; the bucket does not hide that.
 */
export function databaseLimiter(
  database: Database,
  keys: Keys,
  purpose: string,
  size: BucketSize,
): RateLimiter {
  return {
    async take(bucket) {
      const name = `${purpose}/${keys.mac('bucket', bucket).toString('base64url')}`;
      const found = await database.withoutGovernment((tx) =>
        sql<{ granted: boolean }>`
          select take_token(${name}, ${size.capacity}, ${size.refillPerSecond}) as granted`.execute(tx),
      );
      const allowed = found.rows[0]?.granted ?? false;
      return { allowed, retryAfterSeconds: allowed ? 0 : Math.ceil(1 / size.refillPerSecond) };
    },
  };
}
