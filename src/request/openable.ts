/** Which of some requests an official may open: elsewhere their numbers stand as text, not as links that lead nowhere. */
import type { Standing } from '../people/index.ts';
import type { Tx } from '../platform/index.ts';
import type { RequestDeps } from './deps.ts';
import { standpointOf } from './model/access.ts';
import type { RequestState } from './model/state.ts';

/** The numbers, among these, of the requests that the official may open (the rule of `readForDesk`). */
export async function numbersOpenTo(
  tx: Tx,
  { catalogue }: Pick<RequestDeps, 'catalogue'>,
  actor: Standing,
  asked: { readonly government: string; readonly numbers: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { government, numbers } = asked;
  if (numbers.length === 0) return new Set();
  const rows = await tx
    .selectFrom('request')
    .select(['number', 'state'])
    .where('government', '=', government)
    .where('number', 'in', [...numbers])
    .execute();
  const open = rows.filter((row) => {
    const state = row.state as RequestState;
    const { value: service } = catalogue.service(government, state.service, state.serviceVersion);
    return standpointOf(actor, service, state) !== null;
  });
  return new Set(open.map(({ number }) => number));
}
