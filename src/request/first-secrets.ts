/** First passwords that were not opened in time: which can be made anew, and by whose word. */
import { Fault } from '../ground/index.ts';
import type { Tx } from '../platform/index.ts';
import { actInside } from './act.ts';
import type { Acted } from './act.ts';
import { getTrackedId } from './applicant-acts.ts';
import type { TrackingCredentials } from './applicant-acts.ts';
import type { BuildContext } from './building.ts';
import type { RequestDeps } from './deps.ts';
import type { SecretRenewal } from './products.ts';
import { lastSecret } from './model/secret-rules.ts';
import type { RequestState } from './model/state.ts';

/**
 * Deliveries whose first password ran out before anybody opened it. One that was opened is its owner's: whoever forgot it is helped
 * by the mail or file server, which alone knows whether it was changed since.
 */
export async function expiredSecrets(
  tx: Tx,
  state: Pick<RequestState, 'government' | 'deliveries'>,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const given = (state.deliveries ?? []).flatMap((one) => {
    const secret = one.status === 'delivered' ? lastSecret(one) : null;
    return secret === null ? [] : [{ delivery: one.delivery, secret }];
  });
  if (given.length === 0) return [];
  const rows = await tx
    .selectFrom('secret')
    .select('id')
    .where('government', '=', state.government)
    .where(
      'id',
      'in',
      given.map(({ secret }) => secret),
    )
    .where('opened_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
  return given.filter(({ secret }) => rows.some(({ id }) => id === secret)).map(({ delivery }) => delivery);
}

interface OneRequest {
  readonly id: string;
  readonly state: RequestState;
}

/** New first passwords of a request that are on their way. */
export const readRenewals = async (
  tx: Tx,
  { products }: Pick<RequestDeps, 'products'>,
  { id, state }: OneRequest,
): Promise<readonly SecretRenewal[]> =>
  state.deliveries ? products.secretRenewals(tx, state.government, id) : [];

/** Deliveries of which a new first password may be asked for now: not while one is on its way by itself. */
export async function renewableSecrets(
  tx: Tx,
  deps: Pick<RequestDeps, 'products' | 'clock'>,
  request: OneRequest,
): Promise<readonly string[]> {
  const expired = await expiredSecrets(tx, request.state, deps.clock.now());
  if (expired.length === 0) return [];
  const running = (await readRenewals(tx, deps, request)).filter(({ nextAt }) => nextAt !== null);
  return expired.filter((one) => !running.some(({ delivery }) => delivery === one));
}

/** The same for one delivery. Fault `secret-not-expired`. */
export async function askForNewSecret(
  deps: RequestDeps,
  given: BuildContext,
  delivery: string,
): Promise<{ readonly command: { readonly type: 'renew-secret'; readonly delivery: string } }> {
  if (!(await expiredSecrets(given.tx, given.state, given.now)).includes(delivery)) throw notExpired();
  await deps.products.renewSecret(given, delivery);
  return { command: { type: 'renew-secret', delivery } };
}

/** Whoever holds the tracking key asks. Faults: `request-not-found`, `secret-not-expired`, `secret-not-renewed`. */
export async function renewSecret(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  delivery: string,
): Promise<Acted> {
  const { government } = credentials;
  return deps.database.transaction({ government }, async (tx) => {
    await getTrackedId(tx, deps, credentials);
    const input = { ...credentials, actor: { kind: 'applicant' }, version: null } as const;
    return actInside(tx, deps, input, (given) => askForNewSecret(deps, given, delivery));
  });
}

const notExpired = (): Fault =>
  new Fault('conflict', 'secret-not-expired', {
    id: 'Kata sandi baru hanya dibuat bila yang pertama kedaluwarsa sebelum dibuka. Muat ulang halaman.',
    en: 'A new password is only made when the first one ran out before it was opened. Reload the page.',
  });
