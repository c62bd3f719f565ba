/** Compares what the portal has said with what is there: over HTTP, in the database and on the disk. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { systemClock } from '../../src/ground/index.ts';
import {
  journalSealer,
  journalTime,
  loadKeys,
  openDatabase,
  openFileStore,
  verifyChain,
} from '../../src/platform/index.ts';
import type { Database, JournalEntry, Keys } from '../../src/platform/index.ts';
import { firstStep, fold, readJournal, sweepFiles } from '../../src/request/index.ts';
import { loadCatalogue } from '../../src/standard/index.ts';
import type { Catalogue } from '../../src/standard/index.ts';
import { until } from '../support/program.ts';
import { sentAs } from './ledger.ts';
import type { Kept, Sent } from './ledger.ts';
import { said, trackOf } from './load.ts';
import type { Load } from './load.ts';
import type { PortalClient } from './portal-client.ts';

/** The inside of an installation, opened as the program itself opens it: in its roles, with its keys. */
export interface Inside {
  readonly directory: string;
  readonly web: Database;
  readonly worker: Database;
  readonly keys: Keys;
  readonly catalogue: Catalogue;
  readonly governments: readonly string[];
  close(): Promise<void>;
}

export async function openInside(directory: string): Promise<Inside> {
  const { appUrl, workerUrl } = JSON.parse(await readFile(join(directory, 'running.json'), 'utf8')) as {
    readonly appUrl: string;
    readonly workerUrl: string;
  };
  const web = await openDatabase({ url: appUrl, role: 'pendopo_app', max: 2 });
  const worker = await openDatabase({ url: workerUrl, role: 'pendopo_worker', max: 2 });
  const catalogue = await loadCatalogue(web, systemClock);
  return {
    directory,
    web,
    worker,
    keys: await loadKeys(join(directory, 'keys', 'master.key')),
    catalogue,
    governments: catalogue.governments().map(({ id }) => id),
    close: async () => {
      await web.close();
      await worker.close();
    },
  };
}

/** Every acknowledged request opens with its key and stands exactly where its last acknowledged act left it. */
export async function proveRequests(client: PortalClient, { ledger, seen }: Load): Promise<void> {
  const left = ledger.requests.values();
  // Four at a time.
  const prove = async (): Promise<void> => {
    for (const request of left) await proveRequest(client, request, seen.get(request.number) ?? new Set());
  };
  await Promise.all([prove(), prove(), prove(), prove()]);
}

async function proveRequest(client: PortalClient, request: Kept, seen: ReadonlySet<number>): Promise<void> {
  const tracked = await trackOf(client, request);
  assert.deepEqual(
    [tracked.version, tracked.state],
    [request.versions.at(-1), request.state],
    request.number,
  );
  // Who looked in the middle of an act saw the request as it was before or after, never half of the act.
  const torn = seen.difference(new Set(request.versions));
  assert.deepEqual([...torn], [], `${request.number} was seen at a version that no act led to`);
  await proveFiles(client, request, tracked.files);
}

const byName = (a: Sent, b: Sent): number => a.name.localeCompare(b.name);

/** The files of a request are those that were sent: each once, and the same to the byte. */
async function proveFiles(
  client: PortalClient,
  { number, trackingKey, files }: Kept,
  found: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const there: Sent[] = [];
  for (const { id, name } of found) {
    const answer = await client.ask(`/api/v1/requests/${number}/files/${id}`, {
      headers: { 'tracking-key': trackingKey },
    });
    assert.equal(answer.status, 200, `${name} of ${number}: ${said(answer)}`);
    there.push(sentAs(name, answer.bytes));
  }
  assert.deepEqual(there.sort(byName), [...files].sort(byName), `files of ${number}`);
}

interface StoredRequest {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly service_version: number;
  readonly version: number;
  readonly state: unknown;
  readonly head: Buffer;
  readonly head_seal: Buffer;
}

/** The database holds the acknowledged requests and no others, each with a whole journal that its state follows from. */
export async function proveJournals(inside: Inside, { ledger }: Load): Promise<void> {
  for (const government of inside.governments) {
    await inside.web.transaction({ government }, async (tx) => {
      const { rows } = await sql<StoredRequest>`
        select id, number, service, service_version, version, state, head, head_seal from request`.execute(
        tx,
      );
      const acknowledged = ledger.requests.filter((request) => request.government === government);
      const numbers = (list: readonly { readonly number: string }[]): readonly string[] =>
        list.map(({ number }) => number).sort();
      assert.deepEqual(numbers(rows), numbers(acknowledged), 'requests that were acknowledged, each once');
      for (const row of rows) {
        const service = inside.catalogue.service(government, row.service, row.service_version).value;
        const entries = await readJournal(tx, government, row.id);
        assert.deepEqual(fold(entries, firstStep(service)), row.state, `state of ${row.number}`);
        const chain = await sql<JournalEntry & { readonly hash: Buffer; readonly instant: Temporal.Instant }>`
          select v, government, request, position, at as instant, kind, actor, data, encode(prev, 'hex') as prev, hash
            from journal where government = ${government} and request = ${row.id} order by position`.execute(
          tx,
        );
        const findings = verifyChain(
          {
            government,
            request: row.id,
            entries: chain.rows.map((one) => ({
              entry: { ...one, at: journalTime(one.instant) },
              hash: one.hash,
            })),
            head: { version: row.version, hash: row.head, seal: row.head_seal },
          },
          journalSealer(inside.keys),
        );
        assert.deepEqual(findings, [], `journal of ${row.number}`);
      }
    });
  }
}

/** Agenda numbers are drawn without gaps: 1, 2, 3, … of each agency, and the register ends at the last. */
export async function proveAgenda(inside: Inside): Promise<number> {
  let drawn = 0;
  for (const government of inside.governments) {
    const found = await inside.web.transaction({ government }, (tx) =>
      sql<{ readonly register: string; readonly numbers: number[] }>`
        select (data ->> 'agency') || '/' || (data ->> 'year') as register,
               array_agg((data ->> 'number')::int order by (data ->> 'number')::int) as numbers
          from journal where government = ${government} and kind = 'agenda-numbered' group by 1`.execute(tx),
    );
    for (const { register, numbers } of found.rows) {
      drawn += numbers.length;
      assert.deepEqual(
        numbers,
        numbers.map((_, at) => at + 1),
        `agenda of ${government}/${register}`,
      );
    }
  }
  return drawn;
}

/** After a sweep the store holds exactly the files that rows tell of. */
export async function proveStore(inside: Inside): Promise<void> {
  const store = await openFileStore({ directory: join(inside.directory, 'files') });
  await sweepFiles(store, inside.worker, systemClock.now());
  for (const government of inside.governments) {
    const { rows } = await inside.web.transaction({ government }, (tx) =>
      sql<{ readonly id: string }>`select id from file where government = ${government}`.execute(tx),
    );
    const folder = join(inside.directory, 'files', government);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const stored = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    assert.deepEqual(stored.sort(), rows.map(({ id }) => id).sort(), `files of ${government}`);
  }
}

/** Every message that had to be written was, and leaves the outbox; nothing is left to do. Gives their ids. */
export async function proveOutbox(inside: Inside, { ledger }: Load): Promise<readonly string[]> {
  const expected = ledger.requests.reduce((sum, { messages }) => sum + messages, 0);
  const all = async (): Promise<readonly { readonly id: string; readonly status: string }[]> => {
    const found = await Promise.all(
      inside.governments.map((government) =>
        inside.web.transaction({ government }, (tx) =>
          sql<{
            id: string;
            status: string;
          }>`select id, status from message where government = ${government}`.execute(tx),
        ),
      ),
    );
    return found.flatMap(({ rows }) => rows);
  };
  const waiting = async (): Promise<number> =>
    (await all()).filter(({ status }) => status === 'waiting').length;
  await until('every message has left', async () => ((await waiting()) === 0 ? true : null));
  const messages = await all();
  assert.equal(messages.length, expected, 'one message for each thing to tell');
  assert.deepEqual([...new Set(messages.map(({ status }) => status))], ['sent']);
  await until('no message job is left', async () => ((await messageJobs(inside)) === 0 ? true : null));
  return messages.map(({ id }) => id);
}

async function messageJobs({ worker }: Inside): Promise<number> {
  const { rows } = await worker.withoutGovernment((tx) =>
    sql<{ n: number }>`
      select count(*) as n from graphile_worker._private_jobs job
        join graphile_worker._private_tasks task on task.id = job.task_id
       where task.identifier = 'send-message'`.execute(tx),
  );
  return rows[0]?.n ?? 0;
}
