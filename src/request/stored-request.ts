/** One request's history as the database holds it, read without trusting any of it: for verifying. */
import { journalTime } from '../platform/index.ts';
import type { ChainedEntry, Database, JsonObject, StoredChain, Tx } from '../platform/index.ts';

/** All that the database holds of one request's history. */
export interface StoredRequest {
  readonly chain: StoredChain;
  readonly number: string | undefined;
  readonly row: StoredRow | undefined;
  /** An entry of the journal says that its values were erased. */
  readonly erased: boolean;
  readonly key: { readonly wrapped: Buffer; readonly salt: Buffer } | undefined;
  readonly values: ReadonlyMap<string, Buffer>;
  /** SHA-256 of each file's content, as its row says. */
  readonly files: ReadonlyMap<string, Buffer>;
}

export interface StoredRow {
  readonly status: string;
  readonly step: string | null;
  readonly version: number;
  readonly due: Temporal.Instant | null;
  readonly state: JsonObject;
  readonly serviceVersion: number;
  readonly service: string;
}

/** Reads these requests in one transaction; also such of which nothing is left. */
export async function readStoredRequests(
  database: Database,
  government: string,
  ids: readonly string[],
): Promise<readonly StoredRequest[]> {
  return database.transaction({ government }, async (tx) => {
    const [rows, journal, keys] = [
      await readRows(tx, government, ids),
      await readEntries(tx, government, ids),
      await readKeys(tx, government, ids),
    ];
    const values = await readSealed(tx, government, ids);
    const files = await readFileHashes(tx, government, ids);
    return ids.map((id) => {
      const row = rows.get(id);
      const entries = journal.get(id) ?? [];
      const head = row && { version: row.version, hash: row.head, seal: row.head_seal };
      return {
        chain: { government, request: id, entries, head },
        number: row?.number,
        row: row && storedRow(row),
        erased: entries.some(({ entry }) => entry.kind === 'erased'),
        key: keys.get(id),
        values: values.get(id) ?? new Map(),
        files: files.get(id) ?? new Map(),
      };
    });
  });
}

type RequestRow = Awaited<ReturnType<typeof selectRows>>[number];

/** Locked against writers, who lock the row before they append: row and journal are read as of one moment. */
const selectRows = (tx: Tx, government: string, ids: readonly string[]) =>
  tx
    .selectFrom('request')
    .select(['id', 'number', 'status', 'step', 'version', 'head', 'head_seal', 'state', 'due_at'])
    .select(['service', 'service_version'])
    .where('government', '=', government)
    .where('id', 'in', [...ids])
    .forShare()
    .execute();

async function readRows(
  tx: Tx,
  government: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RequestRow>> {
  return new Map((await selectRows(tx, government, ids)).map((row) => [row.id, row]));
}

const storedRow = (row: RequestRow): StoredRow => ({
  status: row.status,
  step: row.step,
  version: row.version,
  due: row.due_at,
  state: row.state as JsonObject,
  service: row.service,
  serviceVersion: row.service_version,
});

async function readEntries(
  tx: Tx,
  government: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChainedEntry[]>> {
  const rows = await tx
    .selectFrom('journal')
    .selectAll()
    .where('government', '=', government)
    .where('request', 'in', [...ids])
    .orderBy('request')
    .orderBy('position')
    .execute();
  const entries = rows.map(({ hash, ...row }): ChainedEntry => ({
    hash,
    entry: {
      // A version this program does not know is told by `verifyChain`.
      v: row.v as 1,
      government: row.government,
      request: row.request,
      position: row.position,
      at: journalTime(row.at),
      kind: row.kind,
      actor: row.actor as JsonObject,
      data: row.data as JsonObject,
      prev: row.prev?.toString('hex') ?? null,
    },
  }));
  return Map.groupBy(entries, ({ entry }) => entry.request);
}

async function readKeys(
  tx: Tx,
  government: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { wrapped: Buffer; salt: Buffer }>> {
  const rows = await tx
    .selectFrom('request_key')
    .select(['request', 'wrapped', 'salt'])
    .where('government', '=', government)
    .where('request', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ request, ...key }) => [request, key]));
}

async function readSealed(
  tx: Tx,
  government: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Buffer>>> {
  const rows = await tx
    .selectFrom('request_value')
    .select(['request', 'id', 'sealed'])
    .where('government', '=', government)
    .where('request', 'in', [...ids])
    .execute();
  return byRequest(rows.map(({ request, id, sealed }) => [request, id, sealed]));
}

async function readFileHashes(
  tx: Tx,
  government: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Buffer>>> {
  const rows = await tx
    .selectFrom('file')
    .select(['request', 'id', 'sha256'])
    .where('government', '=', government)
    .where('request', 'in', [...ids])
    .execute();
  return byRequest(rows.map(({ request, id, sha256 }) => [request ?? '', id, sha256]));
}

function byRequest(
  rows: readonly (readonly [request: string, id: string, bytes: Buffer])[],
): ReadonlyMap<string, ReadonlyMap<string, Buffer>> {
  const grouped = Map.groupBy(rows, ([request]) => request);
  return new Map(
    [...grouped].map(([request, found]) => [request, new Map(found.map(([, id, bytes]) => [id, bytes]))]),
  );
}
