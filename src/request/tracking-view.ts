/** Reading one request for its applicant, who has the tracking key. */
import type { Tx } from '../platform/index.ts';
import { getTrackedId } from './applicant-acts.ts';
import type { TrackingCredentials } from './applicant-acts.ts';
import type { RequestDeps } from './deps.ts';
import type { Entry } from './model/entries.ts';
import type { RequestState } from './model/state.ts';
import { readRenewals, renewableSecrets } from './first-secrets.ts';
import type { SecretRenewal } from './products.ts';
import { refusalOf } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { getRequestRow } from './request-row.ts';
import { loadView } from './view.ts';
import type { RequestView } from './view.ts';

export interface TrackingView extends RequestView {
  /** One-time secrets that can still be opened. */
  readonly openSecrets: readonly string[];
  /** Deliveries whose first password ran out unopened, and of which a new one may be asked for. */
  readonly renewableSecrets: readonly string[];
  /** New first passwords that are on their way. */
  readonly secretRenewals: readonly SecretRenewal[];
  /** What was asked back, when it waits for the applicant. */
  readonly demand: { readonly missing: readonly string[]; readonly message: string | null } | null;
  readonly refusal: Refusal | null;
}

/** A request as its applicant sees it. Fault: `request-not-found` for a wrong number or key alike. */
export async function trackRequest(
  deps: RequestDeps,
  credentials: TrackingCredentials,
): Promise<TrackingView> {
  return deps.database.transaction({ government: credentials.government }, async (tx) => {
    const id = await getTrackedId(tx, deps, credentials);
    const row = await getRequestRow(tx, credentials.government, credentials.number);
    const { view, entries, values } = await loadView(
      tx,
      deps,
      credentials.government,
      { ...row, id },
      'applicant',
    );
    return {
      ...view,
      files: view.files.filter((file) => file.forApplicant),
      openSecrets: await unopened(tx, credentials.government, id, deps.clock.now()),
      renewableSecrets: (await renewableSecrets(tx, deps, { ...row, id })).expired,
      secretRenewals: await readRenewals(tx, deps, { ...row, id }),
      demand: demandOf(entries, view.state, values),
      refusal: refusalOf(entries, view.service.value, values),
    };
  });
}

async function unopened(
  tx: Tx,
  government: string,
  request: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('secret')
    .select('id')
    .where('government', '=', government)
    .where('request', '=', request)
    .where('opened_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  return rows.map((row) => row.id);
}

function demandOf(
  entries: readonly Entry[],
  state: RequestState,
  values: ReadonlyMap<string, string>,
): TrackingView['demand'] {
  if (state.status !== 'returned') return null;
  const last = entries.findLast((entry) => entry.kind === 'returned');
  return last ? { missing: last.data.missing, message: values.get(last.data.message.value) ?? null } : null;
}
