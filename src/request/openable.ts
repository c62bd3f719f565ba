/** Which of some requests an official may open: elsewhere their numbers stand as text, not as links that lead nowhere. */
import type { Standing } from '../people/index.ts';
import type { Tx } from '../platform/index.ts';
import type { RequestDeps } from './deps.ts';
import { standpointOf } from './model/access.ts';
import type { Standpoint } from './model/access.ts';
import type { RequestState } from './model/state.ts';

interface Asked {
  readonly government: string;
  readonly numbers: readonly string[];
}

/** What the official is to each of these requests, by number; those that they may not open (the rule of `readForDesk`) are absent. */
export async function standpointsOn(
  tx: Tx,
  { catalogue }: Pick<RequestDeps, 'catalogue'>,
  actor: Standing,
  { government, numbers }: Asked,
): Promise<ReadonlyMap<string, Exclude<Standpoint, null>>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom('request')
    .select(['number', 'state'])
    .where('government', '=', government)
    .where('number', 'in', [...numbers])
    .execute();
  const open = rows.flatMap((row) => {
    const state = row.state as RequestState;
    const { value: service } = catalogue.service(government, state.service, state.serviceVersion);
    const standpoint = standpointOf(actor, service, state);
    return standpoint === null ? [] : [[row.number, standpoint] as const];
  });
  return new Map(open);
}

/** The numbers, among these, of the requests that the official may open. */
export async function numbersOpenTo(
  tx: Tx,
  deps: Pick<RequestDeps, 'catalogue'>,
  actor: Standing,
  asked: Asked,
): Promise<ReadonlySet<string>> {
  return new Set((await standpointsOn(tx, deps, actor, asked)).keys());
}
