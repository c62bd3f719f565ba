import type { TaskHandler, Tx } from '../../platform/index.ts';
import type { RequestDeps } from '../../request/index.ts';
import { destroyFiles } from './held-files.ts';

/**
 * Erases a draft whose time is over, and the files that were never handed in. A draft that was touched meanwhile has a
 * later job; one that is already gone needs nothing. What breaks between rows and bytes is found by the orphan sweep.
 */
export function eraseDraftTask({ files, clock }: Pick<RequestDeps, 'files' | 'clock'>): TaskHandler {
  return async (payload, { government, database }) => {
    const { draft } = payload as { draft: string };
    const erased = await database.transaction({ government }, (tx) =>
      eraseRows(tx, government, draft, clock.now()),
    );
    await destroyFiles(files, government, erased);
  };
}

async function eraseRows(
  tx: Tx,
  government: string,
  draft: string,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const kept = await tx
    .selectFrom('draft')
    .select('id')
    .where('government', '=', government)
    .where('id', '=', draft)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (kept) return [];
  await tx.deleteFrom('draft').where('government', '=', government).where('id', '=', draft).execute();
  const rows = await tx
    .deleteFrom('file')
    .where('government', '=', government)
    .where('draft', '=', draft)
    .where('request', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
