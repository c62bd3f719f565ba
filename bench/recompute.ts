/**
 * How long it takes to put all running requests of a government on a new calendar (clock.md, rule 9): every deadline
 * moves, every applicant has an address, so this is the most that there can be to write. On a real database, fsync on.
 * `npm run bench -- recompute [REQUESTS]`.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { valueOf } from '../src/ground/index.ts';
import { insertAll, newRequestNumber, openDatabase } from '../src/platform/index.ts';
import { beginSubmission, Life, recomputeDeadlines, rowsOfAll, verifyJournal } from '../src/request/index.ts';
import { calendarText, editCalendar, exampleFor, publishEdited } from '../src/standard/index.ts';
import type { Service } from '../src/standard/index.ts';
import { startTestApp } from '../test/support/app.ts';
import type { TestApp } from '../test/support/app.ts';

const GOVERNMENT = 'klaten';
const REQUESTS = 100_000;
const MOST_SECONDS = 60;
const BATCH = 250;
/** Tuesday: after every receipt, and before every deadline. */
const NEW_DAY = '2026-11-24';
const WORD = 'recompute';

/** Services that need no file and promise days, so that a day more moves them. */
function servicesOf(app: TestApp): readonly Service[] {
  const day = Temporal.PlainDate.from('2026-11-23');
  return app.context.catalogue
    .services(GOVERNMENT)
    .map(({ value }) => value)
    .filter((service) => service.clock.starts === 'received' && service.promise.days > 1)
    .filter((service) => service.promise.basis === 'working' && service.answersRequestOf === undefined)
    .filter((service) => exampleFor(service, day).files.length === 0);
}

async function fill(app: TestApp, requests: number): Promise<void> {
  const services = servicesOf(app);
  const numbers = new Set<string>();
  for (let at = 0; at < requests; at += BATCH) {
    const count = Math.min(BATCH, requests - at);
    const lives: Life[] = [];
    while (lives.length < count) lives.push(await submitted(app, services, numbers));
    await app.context.database.transaction({ government: GOVERNMENT }, (tx) =>
      insertAll(tx, rowsOfAll(lives)),
    );
  }
}

async function submitted(
  { context, clock }: TestApp,
  services: readonly Service[],
  numbers: Set<string>,
): Promise<Life> {
  const service = services[numbers.size % services.length];
  if (!service) throw new Error('no service to ask for');
  const { answers } = exampleFor(service, Temporal.PlainDate.from('2026-11-23'));
  const prefix = context.catalogue.government(GOVERNMENT).prefix;
  let number = newRequestNumber(prefix, 2026);
  while (numbers.has(number)) number = newRequestNumber(prefix, 2026);
  numbers.add(number);
  const input = {
    submission: beginSubmission(context),
    government: GOVERNMENT,
    service: service.id,
    answers,
    mode: 'api' as const,
    files: [],
    channel: 'api' as const,
    lang: 'id' as const,
    idempotencyKey: null,
  };
  const at = clock.now().subtract({ minutes: randomInt(60) });
  return Life.begin(context, input, { number, at, draw: () => 1 });
}

async function publishNewDay({ context, clock }: TestApp): Promise<void> {
  const { file } = context.catalogue.calendar(GOVERNMENT);
  const day = {
    date: NEW_DAY,
    name: 'Cuti bersama',
    kind: 'joint-leave',
    decree: 'SKB',
    confirmed: true,
  } as const;
  const text = calendarText(valueOf(editCalendar(file, { type: 'put-day', day })));
  const edited = { kind: 'calendar', name: 'calendar', text } as const;
  await publishEdited(context.database, GOVERNMENT, edited, { by: 'bench', clock });
  await context.catalogue.refresh();
}

/** The bench line `recompute`; throws when a request was left out or the journal is broken. */
export async function benchRecompute(words: readonly string[]): Promise<void> {
  const requests = Number(words.find((word) => word !== WORD) ?? REQUESTS);
  const app = await startTestApp('bench-recompute');
  const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 3 });
  try {
    const filling = performance.now();
    await fill(app, requests);
    console.log(`${requests} requests made in ${since(filling).toFixed(0)} s`);
    await publishNewDay(app);
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    await recomputeDeadlines({ ...app.context, database: worker }, GOVERNMENT);
    const seconds = since(began);
    const { user, system } = process.cpuUsage(cpu);
    const moved = await worker.transaction({ government: GOVERNMENT }, (tx) =>
      tx
        .selectFrom('calendar_move')
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow(),
    );
    const aim = (MOST_SECONDS * requests) / REQUESTS;
    console.log(
      `recompute: ${requests} running requests, ${moved.n} deadlines moved, on ${availableParallelism()} processors: ` +
        `${seconds.toFixed(1)} s (${(requests / seconds).toFixed(0)} a second; own processor time ` +
        `${((user + system) / 1e6).toFixed(1)} s)   goal ≤ ${aim} s: ${seconds <= aim ? 'held' : 'MISSED'}`,
    );
    const { findings } = await verifyJournal({ ...app.context, directory: app.dataDirectory }, GOVERNMENT);
    console.log(`journal verify: ${findings.length} findings`);
    if (findings.length > 0 || Number(moved.n) !== requests)
      throw new Error('not all of it was computed again');
  } finally {
    await worker.close();
    await app.close();
  }
}

const since = (began: number): number => (performance.now() - began) / 1000;
