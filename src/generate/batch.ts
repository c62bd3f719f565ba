/** A few hundred lives at a time: told in memory, then written by one statement. */
import { randomUUIDv7 } from 'node:crypto';
import { insertAll, newRequestNumber } from '../platform/index.ts';
import { beginSubmission, drawAgenda, Life, rowsOfAll, todayIn } from '../request/index.ts';
import type { AgendaPlace, Intake, SubmitInput, UploadedFile } from '../request/index.ts';
import { requirementsFor, isUploaded } from '../standard/index.ts';
import type { Answers, Service } from '../standard/index.ts';
import { inventAnswers } from './answers.ts';
import type { Arrival } from './arrivals.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';
import { Registers } from './registers.ts';
import { tellLife } from './telling.ts';
import type { Stage } from './telling.ts';

/** What a run of one government knows beyond its stage. */
export interface Run extends Stage {
  readonly government: string;
  readonly seed: number;
  /** Numbers that are taken; every number drawn is added. */
  readonly numbers: Set<string>;
  /** Requests that an objection may attack, by service; those told so far. */
  readonly attackable: Map<string, { readonly id: string; readonly number: string }[]>;
  /** The bytes that stand for a file of this name. */
  readonly documentFor: (fileName: string) => Buffer;
}

export interface Batch {
  readonly lives: readonly Life[];
  readonly registers: Registers;
}

/** Tells the lives of these arrivals; agenda numbers go on from `registers`. */
export async function tellBatch(
  run: Run,
  arrivals: readonly Arrival[],
  registers: Registers,
): Promise<Batch> {
  const drawn = registers.goingOn();
  // The batch before is written meanwhile: how fast must not change this one's stories.
  const begun: Run = { ...run, attackable: new Map(run.attackable) };
  const lives: Life[] = [];
  for (const arrival of arrivals) lives.push(await tell(begun, arrival, drawn));
  return { lives, registers: drawn };
}

/**
 * Writes a batch in one transaction. Gives null when it is written; else nothing was, because somebody else had drawn
 * from a register meanwhile, and the registers as they really stand are given, to tell the batch anew.
 */
export async function writeBatch(run: Run, { lives, registers }: Batch): Promise<Registers | null> {
  try {
    await run.deps.database.transaction({ government: run.government }, async (tx) => {
      const moved = await registers.draw((place, count) => drawAgenda(tx, place, count));
      if (moved) throw new Moved(moved);
      await insertAll(tx, rowsOfAll(lives));
    });
    for (const life of lives) noteAttackable(run, life);
    return null;
  } catch (error) {
    if (error instanceof Moved) return error.registers;
    throw error;
  }
}

/** Thrown inside the transaction, so that what was drawn in it is given back. */
class Moved extends Error {
  readonly registers: Registers;
  constructor(registers: Registers) {
    super('a register was drawn from meanwhile');
    this.registers = registers;
  }
}

async function tell(run: Run, arrival: Arrival, registers: Registers): Promise<Life> {
  const random = randomOf(run.seed, arrival.place);
  const attacked = attackedBy(run, arrival, random);
  const input = await submissionOf(run, arrival, random, attacked);
  const life = await Life.begin(run.deps, input, {
    number: drawNumber(run, arrival),
    at: arrival.at,
    draw: (place: AgendaPlace) => registers.next(place),
  });
  await tellLife(run, life, random);
  return life;
}

function drawNumber({ deps, government, numbers, calendar }: Run, { at }: Arrival): string {
  const { prefix } = deps.catalogue.government(government);
  const { year } = at.toZonedDateTimeISO(calendar.timeZone);
  let number = newRequestNumber(prefix, year);
  while (numbers.has(number)) number = newRequestNumber(prefix, year);
  numbers.add(number);
  return number;
}

const serviceOf = ({ deps, government }: Run, { service }: Arrival): Service =>
  deps.catalogue.service(government, service).value;

/** Most objections attack a request of ours; before there is one, it was asked for on paper. */
function attackedBy(run: Run, arrival: Arrival, random: Random): { id: string; number: string } | null {
  const { answersRequestOf } = serviceOf(run, arrival);
  const known = answersRequestOf === undefined ? [] : (run.attackable.get(answersRequestOf) ?? []);
  return known.length > 0 ? random.pick(known) : null;
}

const MOST_ATTACKABLE = 500;

/** To be called for written lives only. */
function noteAttackable({ attackable }: Run, { id, state, service }: Life): void {
  const known = attackable.get(service.id) ?? [];
  if (known.length >= MOST_ATTACKABLE) return;
  attackable.set(service.id, [...known, { id, number: state.number }]);
}

async function submissionOf(
  run: Run,
  arrival: Arrival,
  random: Random,
  attacked: { readonly id: string; readonly number: string } | null,
): Promise<SubmitInput> {
  const { deps, government, organisation } = run;
  const service = serviceOf(run, arrival);
  const today = todayIn(deps.catalogue, government, arrival.at);
  const ground = { service, organisation, today, attacks: attacked?.number ?? null };
  const { answers, files } = inventAnswers(ground, random);
  const submission = { ...beginSubmission(deps), request: idFrom(arrival.at) };
  const fromHome = arrival.channel === 'portal';
  return {
    submission,
    government,
    service: service.id,
    answers,
    mode: 'api',
    files: fromHome ? await upload(run, submission.dataKey, files) : [],
    channel: arrival.channel,
    lang: 'id',
    idempotencyKey: null,
    ...(fromHome ? {} : await takenIn(run, arrival, service, answers as Answers)),
    ...(service.answersRequestOf === undefined ? {} : { attacks: attacked?.id ?? null }),
  };
}

/** Ids stand in the order in which requests came, as if each had been drawn at its time (RFC 9562, 5.7). */
function idFrom(at: Temporal.Instant): string {
  const time = at.epochMilliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${randomUUIDv7().slice(13)}`;
}

/** Taken in at the counter or from a letter: originals on paper, by whoever holds the post on that day. */
async function takenIn(
  run: Run,
  arrival: Arrival,
  service: Service,
  answers: Answers,
): Promise<{ readonly intake?: Intake }> {
  const paper = requirementsFor(service, answers).filter((one) => isUploaded(one) && one.required);
  const { timeZone } = run.calendar;
  const official = await run.posts.holder(
    counterPost(run, service),
    arrival.at.toZonedDateTimeISO(timeZone).toPlainDate(),
  );
  const [held] = official?.held ?? [];
  if (!official || !held) return {};
  const by = { kind: 'official', official: official.official, ...held } as const;
  return { intake: { by, paper: paper.map(({ id }) => id), letter: {} } };
}

/** The post that takes requests in: one at the counter, else whoever makes the first step. */
function counterPost({ organisation }: Run, { steps }: Service): string {
  const counter = organisation.positions.find(({ roles }) => roles.includes('counter'));
  return counter?.id ?? steps[0]?.positions?.[0] ?? '';
}

type ExampleFiles = ReturnType<typeof inventAnswers>['files'];

async function upload(run: Run, dataKey: Buffer, files: ExampleFiles): Promise<readonly UploadedFile[]> {
  const uploaded: UploadedFile[] = [];
  for (const { requirement, fileName } of files) {
    const id = randomUUIDv7();
    const source = oneChunk(run.documentFor(fileName));
    const stored = await run.deps.files.put({ government: run.government, id, dataKey, source });
    uploaded.push({ id, requirement, name: fileName, ...stored });
  }
  return uploaded;
}

async function* oneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}
