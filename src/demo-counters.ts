/** In the demo visitors may take queue numbers at every counter; elsewhere an office decides so itself. */
import { findHolder } from './people/index.ts';
import { todayIn } from './request/index.ts';
import type { RequestDeps } from './request/index.ts';
import { countersOf, findSelfService, openSelfService } from './visits/index.ts';

/** Opens self-service at the counters that somebody holds today and that have not been opened yet. */
export async function openDemoCounters(deps: RequestDeps): Promise<void> {
  const { catalogue, clock, database } = deps;
  for (const government of catalogue.governmentIds()) {
    const today = todayIn(catalogue, government, clock.now());
    await database.transaction({ government }, async (tx) => {
      for (const { position } of countersOf(catalogue.organisation(government))) {
        const spot = { government, counter: position };
        const holder = await findHolder(tx, government, position, today);
        if (holder === null || (await findSelfService(tx, spot)) !== null) continue;
        await openSelfService(tx, deps, { ...spot, official: holder.official });
      }
    });
  }
}
