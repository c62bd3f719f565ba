/** First passwords that were not opened in time, or were lost in opening: which can be made anew, and by whose word. */
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
import type { Ref } from './model/entries.ts';
import type { RequestState } from './model/state.ts';

/** Deliveries whose first password waits for nobody any more, by what became of it. */
interface SpentSecrets {
  /** Ran out before anybody opened it. */
  readonly expired: readonly string[];
  /** Opened, by its owner or with nobody to read it: a line that broke, a page that was closed. */
  readonly opened: readonly string[];
}

const none: SpentSecrets = { expired: [], opened: [] };

async function spentSecrets(
  tx: Tx,
  state: Pick<RequestState, 'government' | 'deliveries'>,
  now: Temporal.Instant,
): Promise<SpentSecrets> {
  const given = (state.deliveries ?? []).flatMap((one) => {
    const secret = one.status === 'delivered' ? lastSecret(one) : null;
    return secret === null ? [] : [{ delivery: one.delivery, secret }];
  });
  if (given.length === 0) return none;
  const rows = await tx
    .selectFrom('secret')
    .select(['id', 'opened_at', 'expires_at'])
    .where('government', '=', state.government)
    .where(
      'id',
      'in',
      given.map(({ secret }) => secret),
    )
    .execute();
  const those = (is: (row: (typeof rows)[number]) => boolean): readonly string[] => {
    const ids = new Set(rows.filter(is).map(({ id }) => id));
    return given.filter(({ secret }) => ids.has(secret)).map(({ delivery }) => delivery);
  };
  return {
    opened: those((row) => row.opened_at !== null),
    expired: those((row) => row.opened_at === null && Temporal.Instant.compare(row.expires_at, now) <= 0),
  };
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
): Promise<SpentSecrets> {
  const { expired, opened } = await spentSecrets(tx, request.state, deps.clock.now());
  if (expired.length + opened.length === 0) return none;
  const running = (await readRenewals(tx, deps, request)).filter(({ nextAt }) => nextAt !== null);
  const free = (one: string): boolean => !running.some(({ delivery }) => delivery === one);
  return { expired: expired.filter(free), opened: opened.filter(free) };
}

type Asking = { readonly type: 'renew-secret'; readonly delivery: string; readonly reason?: Ref };

/** The same for one delivery whose password ran out unopened. Fault `secret-not-expired`. */
export async function askForNewSecret(
  deps: RequestDeps,
  given: BuildContext,
  delivery: string,
): Promise<{ readonly command: Asking }> {
  const { expired } = await spentSecrets(given.tx, given.state, given.now);
  if (!expired.includes(delivery)) throw notExpired();
  await deps.products.renewSecret(given, delivery);
  return { command: { type: 'renew-secret', delivery } };
}

/**
 * For an official who says why: also where it was opened, since an answer may be lost on its way. Whoever merely forgot it is helped by
 * the mail or file server. Fault `secret-not-expired` while it can still be opened.
 */
export async function askToReplaceSecret(
  deps: RequestDeps,
  given: BuildContext,
  { delivery, reason }: { readonly delivery: string; readonly reason: string },
): Promise<{ readonly command: Asking; readonly words: { readonly text: string } }> {
  const { expired, opened } = await spentSecrets(given.tx, given.state, given.now);
  if (![...expired, ...opened].includes(delivery)) throw notExpired();
  await deps.products.renewSecret(given, delivery);
  const kept = given.vault.put('secret-reason', reason);
  return { command: { type: 'renew-secret', delivery, reason: kept }, words: { text: reason } };
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
    id: 'Kata sandi baru hanya dibuat bila yang pertama kedaluwarsa sebelum dibuka; bila sudah dibuka, oleh kantor dengan alasan. Muat ulang halaman.',
    en: 'A new password is only made when the first one ran out before it was opened; once opened, by the office for a reason. Reload the page.',
  });
