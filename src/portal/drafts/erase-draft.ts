import { destroyFiles, forgetRenewal } from '../../request/index.ts';
import type { TaskHandler, Tx } from '../../platform/index.ts';
import type { RequestDeps } from '../../request/index.ts';
import type { Erasure } from './drafts.ts';

/**
 * Erases a draft whose time is over, and files that were never handed in. A draft that was touched meanwhile has a
 * later job; what is already gone needs nothing. What breaks off between rows and bytes is found by the orphan sweep.
 */
export function eraseDraftTask({ files, clock }: Pick<RequestDeps, 'files' | 'clock'>): TaskHandler {
  return async (payload, { government, database }) => {
    const erased = await database.transaction({ government }, (tx) =>
      eraseRows(tx, government, payload as Erasure, clock.now()),
    );
    await destroyFiles(files, government, erased);
  };
}

/** Gives the ids of the files whose rows went. */
async function eraseRows(
  tx: Tx,
  government: string,
  { id, what }: Erasure,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  if (what !== 'files' && !(await eraseDraftRow(tx, government, id, now))) return [];
  if (what === 'link') return [];
  if (what === 'draft') await forgetRenewal(tx, government, id);
  const rows = await tx
    .deleteFrom('file')
    .where('government', '=', government)
    .where('draft', '=', id)
    .where('request', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** False when the draft is still within its time. */
async function eraseDraftRow(
  tx: Tx,
  government: string,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  await tx
    .deleteFrom('draft')
    .where('government', '=', government)
    .where('id', '=', id)
    .where('expires_at', '<=', now)
    .execute();
  const left = await tx
    .selectFrom('draft')
    .select('id')
    .where('government', '=', government)
    .where('id', '=', id)
    .executeTakeFirst();
  return left === undefined;
}
