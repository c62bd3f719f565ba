/**
 * Looking a request up for somebody who stands at the counter: by its number, or by the NIK, phone or e-mail it was made
 * with. Tells how it stands, not what is in it; every search is recorded.
 */
import { sql } from 'kysely';
import { logAccess } from '../people/index.ts';
import type { Standing } from '../people/index.ts';
import type { LookupKind, Tx } from '../platform/index.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { standpointOf } from './model/access.ts';
import type { RequestState } from './model/state.ts';

/** What is searched by; values as `readAnswers` gives them. */
export type LookUp =
  { readonly kind: 'number'; readonly value: string } | { readonly kind: LookupKind; readonly value: string };

export interface FoundRequest {
  readonly number: string;
  readonly service: string;
  readonly serviceVersion: number;
  readonly state: Pick<
    RequestState,
    'status' | 'step' | 'due' | 'left' | 'receivedAt' | 'recordedAt' | 'agenda' | 'endedAt'
  >;
  /** Whether this official may open the request itself. */
  readonly opens: boolean;
}

const MOST = 50;

async function idsFor(tx: Tx, deps: RequestDeps, government: string, search: LookUp): Promise<string[]> {
  if (search.kind === 'number') {
    const rows = await tx
      .selectFrom('request')
      .select('id')
      .where('government', '=', government)
      .where('number', '=', search.value)
      .execute();
    return rows.map(({ id }) => id);
  }
  const hash = deps.keys.lookupHash(search.kind, search.value);
  const { rows } = await sql<{ request: string }>`
    select request from find_by_contact(${search.kind}, ${hash}, ${MOST})`.execute(tx);
  return rows.map(({ request }) => request);
}

/**
 * The requests found, newest first. At the counter (role `counter`) all of them; anybody else finds only those in which
 * they have a part, as everywhere. A protected reporter's contacts are not searchable at all.
 */
export async function lookUp(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  search: LookUp,
): Promise<readonly FoundRequest[]> {
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    await logAccess(tx, government, {
      at: journalNow(deps.clock),
      actor: actor.official,
      act: 'look-up',
      subject: search.kind === 'number' ? search.value : search.kind,
    });
    return find(tx, deps, actor, government, search);
  });
}

/** How the request stands that this official has just taken in, for its receipt: nobody was searched for, and nothing is recorded. */
export async function readTakenIn(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  number: string,
): Promise<FoundRequest> {
  const search = { kind: 'number', value: number } as const;
  const [found] = await deps.database.transaction({ government, viewer: actor.official }, (tx) =>
    find(tx, deps, actor, government, search),
  );
  if (!found) throw new Error(`${number} was taken in and is not there`);
  return found;
}

async function find(
  tx: Tx,
  deps: RequestDeps,
  actor: Standing,
  government: string,
  search: LookUp,
): Promise<readonly FoundRequest[]> {
  const ids = await idsFor(tx, deps, government, search);
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('request')
    .select(['number', 'service', 'service_version', 'state'])
    .where('government', '=', government)
    .where('id', 'in', ids)
    .orderBy('received_at', 'desc')
    .execute();
  return rows.flatMap((row) => foundRequest(deps, actor, government, row));
}

function foundRequest(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  row: { number: string; service: string; service_version: number; state: unknown },
): FoundRequest | readonly [] {
  const state = row.state as RequestState;
  const { value: service } = deps.catalogue.service(government, row.service, row.service_version);
  const opens = standpointOf(actor, service, state) !== null;
  if (!opens && !actor.roles.includes('counter')) return [];
  return { number: row.number, service: row.service, serviceVersion: row.service_version, state, opens };
}
