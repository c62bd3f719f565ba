import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../platform/index.ts';
import type { Catalogue } from '../standard/index.ts';
import type { Entry } from './model/entries.ts';
import { fold } from './model/evolve.ts';
import { firstStep } from './model/procedure.ts';
import type { RequestState } from './model/state.ts';
import type { StoredRequest, StoredRow } from './stored-request.ts';

/** Whether the row that lists and deadlines are read from says what the journal says. */
export function stateFindings(stored: StoredRequest, catalogue: Catalogue): readonly Finding[] {
  const { chain, row } = stored;
  if (!row) return [];
  const folded = foldOf(stored, row, catalogue);
  return folded && agrees(row, folded)
    ? []
    : [{ kind: 'state-differs', request: chain.request, position: row.version }];
}

function foldOf({ chain }: StoredRequest, row: StoredRow, catalogue: Catalogue): RequestState | null {
  const { value: service } = catalogue.service(chain.government, row.service, row.serviceVersion);
  // Entries of an unbroken chain are what this program wrote.
  const entries = chain.entries.map(({ entry }) => entry as unknown as Entry);
  try {
    return fold(entries, firstStep(service));
  } catch {
    return null;
  }
}

/** Members that a later version of the program added are not in rows written before. */
function agrees(row: StoredRow, folded: RequestState): boolean {
  const derived = new Map<string, unknown>(Object.entries(folded));
  const kept = Object.entries(row.state).every(
    ([name, value]) => !derived.has(name) || isDeepStrictEqual(value, derived.get(name)),
  );
  const due = folded.due === null ? null : Temporal.Instant.from(folded.due).epochMilliseconds;
  return (
    kept &&
    row.status === folded.status &&
    row.step === folded.step &&
    row.version === folded.version &&
    (row.due?.epochMilliseconds ?? null) === due
  );
}
