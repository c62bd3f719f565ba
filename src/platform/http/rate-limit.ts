import type { Clock } from '../../ground/index.ts';
import { TooManyFault } from './faults.ts';

export interface Allowance {
  readonly allowed: boolean;
  /** Whole seconds until as much is allowed again; 0 when allowed. */
  readonly retryAfterSeconds: number;
}

/** Token buckets: each named bucket holds so many tokens and refills steadily; what finds it empty must wait. */
export interface RateLimiter {
  /** A cost of 0 takes nothing and tells whether one token would be given. */
  take(bucket: string, cost?: number): Promise<Allowance>;
}

/** Takes from a bucket, or throws a TooManyFault that says when to come back. */
export async function takeOrRefuse(limiter: RateLimiter, bucket: string, cost = 1): Promise<void> {
  const { allowed, retryAfterSeconds } = await limiter.take(bucket, cost);
  if (!allowed) throw new TooManyFault(retryAfterSeconds);
}

export interface BucketSize {
  readonly capacity: number;
  readonly refillPerSecond: number;
  /** Gives only what leaves so many: kept for others who share the bucket. */
  readonly leaving?: number;
}

/** How many tokens a bucket must hold for this cost to be given. */
const needed = (cost: number, leaving: number): number => Math.max(cost, 1) + leaving;

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

/** Many enough for a busy minute; beyond it the longest unused bucket is forgotten, so that memory is bounded. */
const MAX_BUCKETS = 20_000;

/** Buckets in this process's memory, for what needs no agreement between processes. */
export function memoryRateLimiter(
  { capacity, refillPerSecond, leaving = 0 }: BucketSize,
  clock: Clock,
): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const tokensIn = (name: string, nowMs: number): number => {
    const bucket = buckets.get(name);
    if (bucket === undefined) return capacity;
    return Math.min(capacity, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * refillPerSecond);
  };
  const keep = (name: string, bucket: Bucket): void => {
    // Deleted first, so that the map's order is the order of last use.
    buckets.delete(name);
    buckets.set(name, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_BUCKETS && oldest !== undefined) buckets.delete(oldest);
  };
  return {
    async take(name, cost = 1) {
      const atMs = clock.now().epochMilliseconds;
      const tokens = tokensIn(name, atMs);
      const missing = Math.max(needed(cost, leaving) - tokens, 0);
      const allowed = missing === 0;
      if (cost > 0) keep(name, { tokens: allowed ? tokens - cost : tokens, atMs });
      return { allowed, retryAfterSeconds: Math.ceil(missing / refillPerSecond) };
    },
  };
}
