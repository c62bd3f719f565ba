/** Reading a decree that was given at the desk. It takes up to half a minute, so nobody waits for it. */
import { z } from 'zod';
import type { Clock } from '../../ground/index.ts';
import type { TaskHandler } from '../../platform/index.ts';
import { importDecree, jsonOf } from '../import/index.ts';
import type { ReadDocument } from '../import/index.ts';
import type { Catalogue } from '../versions/index.ts';

const Payload = z.object({ id: z.uuid() });

/** Reads the file and puts its services up for review. Doing it twice changes nothing. */
export function readDecreeTask({ catalogue, clock }: { catalogue: Catalogue; clock: Clock }): TaskHandler {
  return async (payload, { government, database }) => {
    const { id } = Payload.parse(payload);
    const waiting = await database.transaction({ government }, (tx) =>
      tx
        .selectFrom('decree_import')
        .select('content')
        .where('government', '=', government)
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst(),
    );
    if (!waiting) return;
    const name = catalogue.findGovernment(government)?.name ?? null;
    const read = await importDecree(new Uint8Array(waiting.content), name);
    const at = clock.now();
    await database.transaction({ government }, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('decree_import')
        .set(
          read.ok
            ? {
                state: 'read',
                decree: JSON.stringify(read.value.decree),
                lines: JSON.stringify(read.value.lines),
                read_at: at,
              }
            : { state: 'failed', fault: JSON.stringify(read.fault.words), read_at: at },
        )
        .where('government', '=', government)
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      if (numUpdatedRows === 0n || !read.ok) return;
      await tx
        .insertInto('decree_import_service')
        .values(rowsOf(read.value, government, id, at))
        .execute();
    });
  };
}

interface Row {
  government: string;
  import: string;
  n: number;
  title: string;
  components: string;
  places: string;
  findings: string;
  confirmed: string;
  running: null;
  saved: number;
  published: null;
  updated_at: Temporal.Instant;
}

const LONGEST_TITLE = 500;

/** The services as they are kept; `jsonOf` has both the plain components and their places. */
function rowsOf(read: ReadDocument, government: string, id: string, at: Temporal.Instant): Row[] {
  return jsonOf(read, 'id').services.map(({ title, components, places }, index) => ({
    government,
    import: id,
    n: index + 1,
    title: (title ?? '').slice(0, LONGEST_TITLE),
    components: JSON.stringify(components),
    places: JSON.stringify(places),
    findings: JSON.stringify(read.services[index]?.findings ?? []),
    confirmed: '[]',
    running: null,
    saved: 0,
    published: null,
    updated_at: at,
  }));
}
