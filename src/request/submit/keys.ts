/** By what a submission is found again: its tracking key, and whether the same was sent before. */
import { hash, randomBytes } from 'node:crypto';
import { readTrackingKey, writeTrackingKey } from '../../platform/index.ts';
import type { RequestDeps } from '../deps.ts';
import type { Attempt } from '../idempotency.ts';
import type { SubmitInput } from './input.ts';

function bodyHash({ service, answers, files }: SubmitInput): Buffer {
  const hashes = files.map((file) => [file.requirement, file.sha256.toString('hex')]);
  return hash('sha256', JSON.stringify([service, answers, hashes]), 'buffer');
}

/** The attempt that a repetition with the same key would repeat; null where nobody gave a key. */
export const attemptOf = (input: SubmitInput): Attempt | null =>
  input.idempotencyKey === null
    ? null
    : {
        government: input.government,
        scope: `submit/${input.service}`,
        key: input.idempotencyKey,
        body: bodyHash(input),
      };

/** 128 bits. Derived from the idempotency key where there is one, so that a repetition can show it again unstored. */
export function trackingKeyFor(deps: RequestDeps, { service }: SubmitInput, attempt: Attempt | null): string {
  if (attempt === null) return writeTrackingKey(randomBytes(16));
  const scope = JSON.stringify([attempt.government, service, attempt.key, attempt.body.toString('hex')]);
  return writeTrackingKey(deps.keys.mac('tracking-key', scope).subarray(0, 16));
}

/** What is kept of a key, however it is typed; a mistyped one gives the hash of no request. */
export function trackingHash(deps: Pick<RequestDeps, 'keys'>, trackingKey: string): Buffer {
  const read = readTrackingKey(trackingKey);
  return deps.keys.mac('tracking', read.ok ? read.value : trackingKey);
}
