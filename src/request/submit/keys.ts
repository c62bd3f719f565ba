/** By what a submission is found again: its tracking key, and whether the same was sent before. */
import { hash, randomBytes } from 'node:crypto';
import { readTrackingKey, writeTrackingKey } from '../../platform/index.ts';
import type { RequestDeps } from '../deps.ts';
import type { Attempt } from '../idempotency.ts';
import type { Intake, SubmitInput } from './input.ts';

/** Over all that was sent: whoever corrects the stamp or the letter and sends again is not shown the first answer as theirs. */
function bodyHash(input: SubmitInput): Buffer {
  const { service, answers, files, intake } = input;
  const hashes = files.map((file) => [file.requirement, file.sha256.toString('hex')]);
  const sent = [service, answers, hashes];
  return hash('sha256', JSON.stringify(intake ? [...sent, takenIn(input, intake)] : sent), 'buffer');
}

/** What an official adds when they take it in. */
const takenIn = (
  { channel, receivedAt, lateReason, representative }: SubmitInput,
  { paper, letter }: Intake,
): object => ({
  channel,
  receivedAt: receivedAt?.toString() ?? null,
  lateReason: lateReason ?? null,
  representative: representative ?? false,
  paper,
  letter,
});

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
