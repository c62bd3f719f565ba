/**
 * Example requests of the demo: made by the same commands as real ones, at times of the past days, so that queues,
 * deadlines and journals look like those of an office at work.
 */
import { randomUUIDv7 } from 'node:crypto';
import { StandingClock } from './ground/index.ts';
import { findStanding, listHolders } from './people/index.ts';
import type { Standing } from './people/index.ts';
import {
  actAsOfficial,
  beginSubmission,
  chartFor,
  exampleInput,
  journalActor,
  stepFor,
  outcomesOf,
  readForDesk,
  submitRequest,
  todayIn,
} from './request/index.ts';
import type { Intake, RequestDeps, UploadedFile } from './request/index.ts';
import { exampleFor } from './standard/index.ts';
import type { Service, Step } from './standard/index.ts';
import { exampleDocument } from './example-document.ts';

/** How an example request came along: how long ago it was received, and what was done with it. */
interface Story {
  readonly hoursAgo: number;
  /** Steps made forward; "all" closes it. */
  readonly steps: number | 'all';
  readonly end?: 'return' | 'refuse';
}

/** Every service gets the first two stories; the rest go round, so that each queue has something of everything. */
const stories: readonly Story[] = [
  { hoursAgo: 1, steps: 0 },
  { hoursAgo: 200, steps: 'all' },
  { hoursAgo: 26, steps: 1 },
  { hoursAgo: 75, steps: 0, end: 'return' },
  { hoursAgo: 400, steps: 1 },
  { hoursAgo: 120, steps: 0, end: 'refuse' },
];

/** Makes the example requests of all governments that have none yet. */
export async function makeDemoRequests(deps: RequestDeps): Promise<number> {
  let made = 0;
  for (const government of deps.catalogue.governmentIds()) {
    if (await hasRequests(deps, government)) continue;
    for (const [index, { value: service }] of deps.catalogue.services(government).entries()) {
      for (const story of [stories[0], stories[1], stories[2 + (index % 4)]]) {
        if (story) made += await tell(deps, government, service, story);
      }
    }
  }
  return made;
}

async function hasRequests(deps: RequestDeps, government: string): Promise<boolean> {
  const row = await deps.database.transaction({ government }, (tx) =>
    tx.selectFrom('request').select('id').where('government', '=', government).limit(1).executeTakeFirst(),
  );
  return row !== undefined;
}

async function tell(deps: RequestDeps, government: string, service: Service, story: Story): Promise<number> {
  const clock = new StandingClock(deps.clock.now().subtract({ hours: story.hoursAgo }));
  const past: RequestDeps = { ...deps, clock };
  const number = await submit(past, government, service);
  const steps = story.steps === 'all' ? 20 : story.steps;
  for (let made = 0; made < steps; made += 1) {
    clock.moveTo(clock.now().add({ minutes: 7 }));
    if (!(await act(past, government, number, 'forward'))) break;
  }
  clock.moveTo(clock.now().add({ minutes: 30 }));
  if (story.end) await act(past, government, number, story.end);
  return 1;
}

async function submit(deps: RequestDeps, government: string, service: Service): Promise<string> {
  const today = todayIn(deps.catalogue, government, deps.clock.now());
  const example = exampleFor(service, today);
  const submission = beginSubmission(deps);
  const files: UploadedFile[] = [];
  for (const { requirement, fileName } of example.files) {
    const id = randomUUIDv7();
    const document = exampleDocument(fileName);
    const stored = await deps.files.put({
      government,
      id,
      dataKey: submission.dataKey,
      source: oneChunk(document),
    });
    files.push({ id, requirement, name: fileName, ...stored });
  }
  const submitted = await submitRequest(deps, {
    submission,
    government,
    service: service.id,
    answers: example.answers,
    mode: 'api',
    files,
    channel: service.atCounter ? 'counter' : 'portal',
    lang: 'id',
    idempotencyKey: null,
    ...(service.atCounter ? await takenIn(deps, government, service) : {}),
  });
  return submitted.number;
}

/** Taken in by whoever makes the first step. */
async function takenIn(
  deps: RequestDeps,
  government: string,
  { steps }: Service,
): Promise<{ readonly intake?: Intake }> {
  const [position = ''] = steps[0]?.positions ?? [];
  const [holder] = await holdersOf(deps, government, position);
  const by = holder && journalActor(holder, [position]);
  return by?.kind === 'official' ? { intake: { by, paper: [], letter: {} } } : {};
}

async function* oneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

/** Makes the step it waits at, as whoever holds the position on that day; false when it waits for nobody. */
async function act(
  deps: RequestDeps,
  government: string,
  number: string,
  kind: 'forward' | 'return' | 'refuse',
): Promise<boolean> {
  const waiting = await waitingAt(deps, government, number);
  const holders = waiting === null ? [] : await holdersOf(deps, government, waiting);
  const [reader] = holders;
  if (!reader) return false;
  const view = await readForDesk(deps, reader, government, number);
  const step = view.state.step === null ? null : stepFor(view.service.value, view.state, view.state.step);
  const outcome = step && outcomesOf(step).find((candidate) => candidate.kind === kind);
  if (!outcome) return false;
  const actor = holders.find((one) => isAble(one, step)) ?? reader;
  const { agencies } = deps.catalogue.organisation(government);
  const today = todayIn(deps.catalogue, government, deps.clock.now()).toString();
  await actAsOfficial(deps, {
    government,
    number,
    actor,
    action: outcome.action,
    version: view.state.version,
    input: exampleInput(outcome.action, {
      service: view.service.value,
      step,
      state: view.state,
      today,
      agencies,
    }),
    mode: 'api',
  });
  return true;
}

async function waitingAt(deps: RequestDeps, government: string, number: string): Promise<string | null> {
  const row = await deps.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('request_viewer as v')
      .innerJoin('request as r', (join) =>
        join.onRef('r.id', '=', 'v.request').onRef('r.government', '=', 'v.government'),
      )
      .select('v.position')
      .where('v.government', '=', government)
      .where('r.number', '=', number)
      .where('v.acts', '=', true)
      .orderBy('v.position')
      .executeTakeFirst(),
  );
  return row?.position ?? null;
}

async function holdersOf(
  deps: RequestDeps,
  government: string,
  position: string,
): Promise<readonly Standing[]> {
  const day = todayIn(deps.catalogue, government, deps.clock.now());
  const chart = chartFor(deps.catalogue, government);
  return deps.database.transaction({ government }, async (tx) => {
    const standings: Standing[] = [];
    for (const { official } of await listHolders(tx, government, position, day)) {
      const standing = await findStanding(tx, government, official, day, chart);
      if (standing) standings.push(standing);
    }
    return standings;
  });
}

/** Whether the standard lets this holder of the post make the step: somebody in training holds it too. */
const isAble = ({ competences }: Standing, { competence }: Step): boolean =>
  (competence?.codes ?? []).every((code) => competences.includes(code));
