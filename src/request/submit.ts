/** Submitting a request: one transaction writes everything or nothing, and a repetition gives the same answer. */
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { Fault, valueOf } from '../ground/index.ts';
import { newRequestNumber, readTrackingKey, writeTrackingKey } from '../platform/index.ts';
import type { RowsByTable, Tx, Writing } from '../platform/index.ts';
import { applicantOf, formQuestions, readAnswers } from '../standard/index.ts';
import type { Answers, Applicant, Service, Version } from '../standard/index.ts';
import { describeDerivation } from '../working-time/index.ts';
import type { Deadline, Lang } from '../working-time/index.ts';
import { findAttackedRequest } from './attacked.ts';
import { clockColumns } from './clock-columns.ts';
import { journalNow, todayIn } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { messagesTo } from './effects.ts';
import { jobsToSend } from './outgoing.ts';
import { answerRow, findAnswer, isAnswered } from './idempotency.ts';
import type { Attempt } from './idempotency.ts';
import { extend, stateColumns, viewerRows } from './journal.ts';
import type { Extended, Place, ViewerPositions } from './journal.ts';
import { deadlineOf, deadlineSet } from './model/deadline.ts';
import type { Channel, JournalActor, NewEntry, Ref } from './model/entries.ts';
import { fold } from './model/evolve.ts';
import { firstStep, involvedPositions, waitingPositions } from './model/procedure.ts';
import { contactOf, splitProtected } from './contact.ts';
import { agendaEntry } from './agenda.ts';
import { applicantRows } from './applicant-row.ts';
import { demandedRequirements } from './requirements.ts';
import type { LetterFacts } from './submission.ts';
import { fileRefs, fileRows } from './uploads.ts';
import type { UploadedFile } from './uploads.ts';
import { Vault } from './vault.ts';

/** A submission about to be made: its id and key exist before, because its files are sealed under them. */
export interface Submission {
  readonly request: string;
  readonly dataKey: Buffer;
}

export interface SubmitInput {
  readonly submission: Submission;
  readonly government: string;
  readonly service: string;
  /** Raw answers as posted. */
  readonly answers: unknown;
  readonly mode: 'form' | 'api';
  readonly files: readonly UploadedFile[];
  readonly channel: Channel;
  readonly lang: Lang;
  /** A repetition with the same key and content gives the first answer again. */
  readonly idempotencyKey: string | null;
  /** The stamp, when it is earlier than now; then with a reason. */
  readonly receivedAt?: Temporal.Instant;
  readonly lateReason?: string;
  readonly representative?: boolean;
  /** Taken in by an official, at the counter or from a letter; without it the applicant did it. */
  readonly intake?: Intake;
  /** The request that this one attacks (information objection), by its id, or null; found by its number where left out. */
  readonly attacks?: string | null;
  /** Written in the same transaction, before the request's own rows; not called for a repetition. */
  readonly alongside?: (tx: Tx, receipt: Receipt) => Promise<void>;
}

/** What the official who takes a request in adds to it. */
export interface Intake {
  /** As the journal names them. */
  readonly by: JournalActor & { readonly kind: 'official' };
  /** Requirements whose original was shown on paper. */
  readonly paper: readonly string[];
  /** What stands on the letter beyond the answers. */
  readonly letter: LetterFacts;
}

/** By what the applicant finds the request again. */
export interface Receipt {
  readonly number: string;
  readonly trackingKey: string;
}

export interface Submitted extends Receipt {
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly derivation: readonly string[];
  /** False when the answer repeats an earlier submission. */
  readonly fresh: boolean;
}

export function beginSubmission(deps: RequestDeps): Submission {
  return { request: randomUUIDv7(), dataKey: deps.keys.newDataKey() };
}

/** Everything known before the database is touched. */
export interface Prepared {
  readonly input: SubmitInput;
  readonly version: Version<'service'>;
  readonly applicant: Applicant;
  readonly number: string;
  readonly trackingKey: string;
  readonly vault: Vault;
  readonly now: Temporal.Instant;
  readonly extended: Extended;
  readonly answer: Omit<Submitted, 'trackingKey' | 'fresh'>;
  readonly protectedAnswers: Answers;
}

const bodyHash = (input: SubmitInput): Buffer => {
  const files = input.files.map((file) => [file.requirement, file.sha256.toString('hex')]);
  return createHash('sha256')
    .update(JSON.stringify([input.service, input.answers, files]))
    .digest();
};

/** 128 bits. Derived from the idempotency key where there is one, so that a repetition can show it again unstored. */
function trackingKeyFor(deps: RequestDeps, input: SubmitInput): string {
  if (input.idempotencyKey === null) return writeTrackingKey(randomBytes(16));
  const scope = JSON.stringify([
    input.government,
    input.service,
    input.idempotencyKey,
    bodyHash(input).toString('hex'),
  ]);
  return writeTrackingKey(deps.keys.mac('tracking-key', scope).subarray(0, 16));
}

/** What is kept of a key, however it is typed; a mistyped one gives the hash of no request. */
export function trackingHash(deps: Pick<RequestDeps, 'keys'>, trackingKey: string): Buffer {
  const read = readTrackingKey(trackingKey);
  return deps.keys.mac('tracking', read.ok ? read.value : trackingKey);
}

function receivedAtOf(input: SubmitInput, now: Temporal.Instant): Temporal.Instant {
  const received = input.receivedAt?.round('millisecond') ?? now;
  if (Temporal.Instant.compare(received, now) > 0) {
    throw new Fault('invalid', 'received-in-future', {
      id: 'Waktu terima tidak boleh sesudah sekarang.',
      en: 'The time of receipt may not lie in the future.',
    });
  }
  if (Temporal.Instant.compare(received, now) < 0 && !input.lateReason?.trim()) {
    throw new Fault('invalid', 'late-reason-missing', {
      id: 'Tulis alasan mengapa dicatat lebih lambat daripada cap terima.',
      en: 'Write why it is entered later than the stamp of receipt.',
    });
  }
  return received;
}

/** Reads what was sent; faults here have touched nothing yet. */
function readInput(
  deps: RequestDeps,
  input: SubmitInput,
  now: Temporal.Instant,
): Pick<Prepared, 'version' | 'applicant'> & {
  readonly answers: Answers;
  readonly demanded: readonly string[];
} {
  const version = deps.catalogue.service(input.government, input.service);
  const answers = valueOf(
    readAnswers(formQuestions(version.value), input.answers, {
      today: todayIn(deps.catalogue, input.government, now),
      agencies: deps.catalogue.organisation(input.government).agencies,
      mode: input.mode,
    }),
  );
  const demanded = demandedRequirements(version.value, answers, input.files, input.intake?.paper);
  return { version, answers, demanded, applicant: applicantOf(version.value, answers) };
}

/** Reads and seals a submission without touching the database. `drawn`: its number, where it has been drawn before. */
export async function prepareSubmission(
  deps: RequestDeps,
  input: SubmitInput,
  drawn?: string,
): Promise<Prepared> {
  const now = journalNow(deps.clock);
  const { version, answers, demanded, applicant } = readInput(deps, input, now);
  const received = receivedAtOf(input, now);
  const service = version.value;
  const attacks = await attackedBy(deps, input, service, answers);
  const vault = Vault.create(input.government, input.submission.request, input.submission.dataKey);
  const { open, hidden } = splitProtected(service, answers);
  const calendar = deps.catalogue.calendar(input.government);
  const zone = calendar.file.timeZone;
  const { prefix } = deps.catalogue.government(input.government);
  const number = drawn ?? newRequestNumber(prefix, now.toZonedDateTimeISO(zone).year);
  const late = input.lateReason?.trim();
  const submitted: NewEntry = {
    kind: 'submitted',
    data: {
      government: input.government,
      number,
      service: service.id,
      serviceVersion: version.n,
      calendarVersion: calendar.n,
      channel: input.channel,
      applicantKind: applicant.kind,
      receivedAt: received.toString(),
      ...(late ? { lateReason: vault.put('late-reason', late) } : {}),
      answers: vault.put('answers', open),
      files: fileRefs(vault, input.files),
      demanded,
      representative: input.representative === true || applicant.represented,
      ...takenIn(vault, input.intake),
      ...(attacks === null ? {} : { attacks }),
    },
  };
  vault.put('contact', contactOf(applicant, input.lang, Object.keys(hidden).length > 0));
  const { extended, deadline } = begin(deps, input, service, submitted, now);
  return {
    input,
    version,
    applicant,
    number,
    vault,
    now,
    extended,
    protectedAnswers: hidden,
    trackingKey: trackingKeyFor(deps, input),
    answer: answerOf(number, received.toZonedDateTimeISO(zone), deadline, input.lang),
  };
}

const attackedBy = async (
  deps: RequestDeps,
  { attacks, government }: SubmitInput,
  service: Service,
  answers: Answers,
): Promise<string | null> =>
  attacks === undefined ? findAttackedRequest(deps, government, service, answers) : attacks;

const answerOf = (
  number: string,
  received: Temporal.ZonedDateTime,
  deadline: Deadline | null,
  lang: Lang,
): Prepared['answer'] => ({
  number,
  receivedAt: received.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  dueAt: deadline?.due ?? null,
  derivation: describeDerivation(deadline?.derivation ?? [], lang),
});

/** What the journal says of an intake: which originals were seen, and where the letter's own words lie. */
const takenIn = (
  vault: Vault,
  intake: Intake | undefined,
): { readonly paper?: readonly string[]; readonly letter?: Ref } => ({
  ...(intake && intake.paper.length > 0 ? { paper: intake.paper } : {}),
  ...(intake && Object.keys(intake.letter).length > 0 ? { letter: vault.put('letter', intake.letter) } : {}),
});

const actorOf = ({ intake }: SubmitInput): JournalActor => intake?.by ?? { kind: 'applicant' };

/** Where and under which name the first entries of a submission are put. */
export const placeOf = (
  deps: RequestDeps,
  input: SubmitInput,
  service: Service,
  now: Temporal.Instant,
): Place => ({
  keys: deps.keys,
  government: input.government,
  request: input.submission.request,
  firstStep: firstStep(service),
  at: now,
  actor: actorOf(input),
});

/** The first two entries of the journal: what was submitted, and the deadline it has. */
function begin(
  deps: RequestDeps,
  input: SubmitInput,
  service: Service,
  submitted: NewEntry,
  now: Temporal.Instant,
): { readonly extended: Extended; readonly deadline: Deadline | null } {
  const calendar = deps.catalogue.calendar(input.government);
  const actor = actorOf(input);
  const begun = fold([{ ...submitted, position: 1, at: now.toString(), actor }], firstStep(service));
  if (!begun) throw new Error('a submitted entry begins a state');
  const clock = { version: calendar.n, compiled: calendar.calendar };
  const set: NewEntry = { kind: 'deadline-set', data: deadlineSet(service, begun, clock, 'submitted') };
  const place = placeOf(deps, input, service, now);
  const extended = extend({ state: null, hash: null }, [submitted, set], place);
  return { extended, deadline: deadlineOf(service, begun, calendar.calendar) };
}

/**
 * Submits a request. Faults: `invalid` with fields (answers, requirements), `not-found` (service),
 * `idempotency-mismatch` (same key, other content).
 */
export async function submitRequest(deps: RequestDeps, input: SubmitInput): Promise<Submitted> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await submitOnce(deps, input);
    } catch (error) {
      if (attempt === mostDraws || !isNumberTaken(error)) throw error;
    }
  }
}

/** Numbers are random; a number that is taken is drawn again. Five clashes in a row mean something else is wrong. */
const mostDraws = 5;

const isNumberTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'request_number_key';

async function submitOnce(deps: RequestDeps, input: SubmitInput): Promise<Submitted> {
  const attempt = attemptOf(input);
  const scope = { government: input.government };
  try {
    const prepared = await prepareSubmission(deps, input);
    await deps.database.write(scope, (tx) => writingOf(tx, deps, prepared, attempt));
    return { ...prepared.answer, trackingKey: prepared.trackingKey, fresh: true };
  } catch (error) {
    if (!attempt || !mayRepeat(error)) throw error;
    // Everything was undone; what stands is the first answer, if there is one.
    const earlier = await deps.database.transaction(scope, (tx) => findAnswer(tx, deps.keys, attempt));
    if (earlier === undefined) throw error;
    return { ...(earlier as Prepared['answer']), trackingKey: trackingKeyFor(deps, input), fresh: false };
  }
}

/**
 * Whether the same may have been sent before: the key was taken, what was to happen alongside had happened already, or it
 * would be refused today, when a date in it has passed, and was received when it came first.
 */
const mayRepeat = (error: unknown): boolean =>
  isAnswered(error) || (error instanceof Fault && (error.kind === 'conflict' || error.kind === 'invalid'));

const attemptOf = (input: SubmitInput): Attempt | null =>
  input.idempotencyKey === null
    ? null
    : {
        government: input.government,
        scope: `submit/${input.service}`,
        key: input.idempotencyKey,
        body: bodyHash(input),
      };

/** Does what comes before the request's own rows, and gives these. */
async function writingOf(
  tx: Tx,
  deps: RequestDeps,
  prepared: Prepared,
  attempt: Attempt | null,
): Promise<Writing> {
  const { input, version, vault, number, trackingKey, now } = prepared;
  await input.alongside?.(tx, { number, trackingKey });
  const service = version.value;
  const extended = input.intake ? await withAgenda(tx, deps, prepared) : prepared.extended;
  const cause = { vault, service, extended, trackingKey, now };
  const message = messagesTo({ ...prepared.applicant, lang: input.lang }, deps, cause);
  const kept = { request: input.submission.request, answer: prepared.answer, at: now };
  const rows = {
    idempotency: attempt ? [answerRow(deps.keys, attempt, kept)] : [],
    message,
    ...requestRows(deps, prepared, extended, {
      involved: involvedPositions(service, {}),
      waiting: waitingPositions(service, extended.state),
    }),
  };
  return { rows, jobs: jobsToSend(deps, message) };
}

/** All rows of a new request, its journal as far as `extended` has it. */
export function requestRows(
  deps: RequestDeps,
  { input, version, applicant, number, trackingKey, vault, now, protectedAnswers }: Prepared,
  extended: Extended,
  viewers: ViewerPositions,
): RowsByTable {
  const { government } = input;
  const { request } = input.submission;
  const service = version.value;
  return {
    request: [
      {
        government,
        id: request,
        number,
        service: service.id,
        service_version: version.n,
        ...stateColumns(extended),
        ...clockColumns(deps, service, extended.state, deps.clock.now()),
        received_at: Temporal.Instant.from(extended.state.receivedAt),
        recorded_at: now,
        tracking_hash: trackingHash(deps, trackingKey),
      },
    ],
    journal: extended.rows,
    request_key: [vault.keyRow(deps.keys)],
    request_value: vault.valueRows(),
    ...applicantRows(deps.keys, { applicant, vault, protectedAnswers }),
    file: fileRows(vault, service, input.files, { government, request, at: now, givenBy: 'applicant' }),
    request_viewer: viewerRows(government, request, extended.state, viewers),
  };
}

/** What an official takes in stands in the agenda at once; its number is drawn in the transaction that writes it. */
async function withAgenda(tx: Tx, deps: RequestDeps, prepared: Prepared): Promise<Extended> {
  const { input, version, extended, now } = prepared;
  const entry = await agendaEntry(tx, deps, input.government, version.value, now);
  const more = extend(extended, [entry], placeOf(deps, input, version.value, now));
  return {
    ...more,
    rows: [...extended.rows, ...more.rows],
    entries: [...extended.entries, ...more.entries],
  };
}
