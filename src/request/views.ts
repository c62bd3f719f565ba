/** Reading one request: for the applicant with the key, and for an official by the access rules. */
import { Fault } from '../ground/index.ts';
import type { Tx } from '../platform/index.ts';
import { logAccess } from '../people/index.ts';
import type { Standing } from '../people/index.ts';
import { keepsIdentityApart } from '../standard/index.ts';
import type { Answers, Government, Position, Service, Text, Version } from '../standard/index.ts';
import { workingTimeBetween } from '../working-time/index.ts';
import type { DerivationStep } from '../working-time/index.ts';
import { getTrackedId } from './applicant-acts.ts';
import type { TrackingCredentials } from './applicant-acts.ts';
import { requestNotFound } from './act.ts';
import { chartFor } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { readJournal } from './journal.ts';
import { seesIdentityFiles, standpointOf } from './model/access.ts';
import type { Standpoint } from './model/access.ts';
import { deadlineOf } from './model/deadline.ts';
import type { Entry, Ref } from './model/entries.ts';
import { offersTo } from './model/offers.ts';
import type { Offer } from './model/offers.ts';
import { waitingPositions } from './model/procedure.ts';
import type { RequestState } from './model/state.ts';
import { submissionOf } from './submission.ts';
import type { SubmissionFacts } from './submission.ts';
import { tell } from './timeline.ts';
import type { TimelineItem } from './timeline.ts';
import { Vault } from './vault.ts';

export interface FileView {
  readonly id: string;
  readonly requirement: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly givenBy: 'applicant' | 'official';
  readonly forApplicant: boolean;
  readonly personal: boolean;
}

/** What both readers see of a request. */
export interface RequestView {
  readonly id: string;
  readonly government: Government;
  readonly service: Version<'service'>;
  readonly state: RequestState;
  readonly timeZone: string;
  readonly derivation: readonly DerivationStep[];
  /** Positions it waits at, with their titles. */
  readonly waiting: readonly { readonly position: string; readonly title: Text }[];
  /** Working time from now to the deadline; negative when it has passed; null while the clock stands. */
  readonly timeLeft: { readonly days: number; readonly minutes: number; readonly late: boolean } | null;
  readonly timeline: readonly TimelineItem[];
  readonly files: readonly FileView[];
  readonly erased: boolean;
}

export interface TrackingView extends RequestView {
  /** One-time secrets that can still be opened. */
  readonly openSecrets: readonly string[];
  /** What was asked back, when it waits for the applicant. */
  readonly demand: { readonly missing: readonly string[]; readonly message: string | null } | null;
  readonly refusal: {
    readonly ground: Text | null;
    readonly law: string | null;
    readonly reason: string | null;
  } | null;
}

export interface DeskView extends RequestView {
  readonly standpoint: Standpoint;
  readonly answers: Answers;
  readonly applicant: {
    readonly kind: string;
    readonly name: string | null;
    readonly agency: string | null;
    readonly subject: string | null;
  };
  /** True when the reporter's identity lies apart and may be asked for with a reason. */
  readonly identityApart: boolean;
  readonly offers: readonly Offer[];
  /** Figures and findings by the journal position of their step. */
  readonly recorded: Readonly<Record<number, Answers>>;
  readonly officials: Readonly<Record<string, string>>;
  readonly submission: SubmissionFacts;
}

interface Loaded {
  readonly view: RequestView;
  readonly entries: readonly Entry[];
  readonly values: ReadonlyMap<string, string>;
  readonly vault: Vault | null;
}

async function readValues(tx: Tx, vault: Vault | null): Promise<ReadonlyMap<string, string>> {
  if (!vault) return new Map();
  const rows = await tx
    .selectFrom('request_value')
    .select(['id', 'sealed'])
    .where('government', '=', vault.government)
    .where('request', '=', vault.request)
    .where('kind', '!=', 'contact')
    .execute();
  return new Map(rows.map((row) => [row.id, vault.open(row.id, row.sealed).toString()]));
}

async function readFiles(tx: Tx, vault: Vault | null): Promise<readonly FileView[]> {
  if (!vault) return [];
  const rows = await tx
    .selectFrom('file')
    .selectAll()
    .where('government', '=', vault.government)
    .where('request', '=', vault.request)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    requirement: row.requirement,
    name: vault.open(`file/${row.id}`, row.sealed_name).toString(),
    type: row.type,
    size: row.size,
    givenBy: row.given_by,
    forApplicant: row.for_applicant,
    personal: row.personal,
  }));
}

const titleIn =
  (positions: readonly Position[]) =>
  (id: string): Text =>
    positions.find((position) => position.id === id)?.title ?? { id, en: id };

async function load(
  tx: Tx,
  deps: RequestDeps,
  government: string,
  row: { readonly id: string; readonly state: RequestState },
  audience: 'applicant' | 'official',
): Promise<Loaded> {
  const { state } = row;
  const service = deps.catalogue.service(government, state.service, state.serviceVersion);
  const calendar = deps.catalogue.calendar(government, state.calendarVersion);
  const vault = await Vault.find(tx, deps.keys, government, row.id);
  const entries = await readJournal(tx, government, row.id);
  const values = await readValues(tx, vault);
  const title = titleIn(deps.catalogue.organisation(government).positions);
  const words = (ref: Ref): string | null => values.get(ref.value) ?? null;
  const now = deps.clock.now();
  return {
    entries,
    values,
    vault,
    view: {
      id: row.id,
      government: deps.catalogue.government(government),
      service,
      state,
      timeZone: calendar.file.timeZone,
      derivation: deadlineOf(service.value, state, calendar.calendar)?.derivation ?? [],
      waiting: waitingPositions(service.value, state).map((position) => ({
        position,
        title: title(position),
      })),
      timeLeft:
        state.due === null ? null : timeLeft(calendar.calendar, now, Temporal.Instant.from(state.due)),
      timeline: tell(entries, { service: service.value, audience, positionTitle: title, words }),
      files: await readFiles(tx, vault),
      erased: vault === null,
    },
  };
}

function timeLeft(
  calendar: Parameters<typeof workingTimeBetween>[0],
  now: Temporal.Instant,
  due: Temporal.Instant,
): RequestView['timeLeft'] {
  const late = Temporal.Instant.compare(now, due) > 0;
  const [from, to] = late ? [due, now] : [now, due];
  return { ...workingTimeBetween(calendar, from.toString(), to.toString()), late };
}

/** A request as its applicant sees it. Fault: `request-not-found` for a wrong number or key alike. */
export async function trackRequest(
  deps: RequestDeps,
  credentials: TrackingCredentials,
): Promise<TrackingView> {
  return deps.database.transaction({ government: credentials.government }, async (tx) => {
    const id = await getTrackedId(tx, deps, credentials);
    const row = await getRow(tx, credentials.government, credentials.number);
    const { view, entries, values } = await load(
      tx,
      deps,
      credentials.government,
      { ...row, id },
      'applicant',
    );
    return {
      ...view,
      files: view.files.filter((file) => file.forApplicant),
      openSecrets: await unopened(tx, credentials.government, id, deps.clock.now()),
      demand: demandOf(entries, view.state, values),
      refusal: refusalOf(entries, view.service.value, values),
    };
  });
}

async function getRow(
  tx: Tx,
  government: string,
  number: string,
): Promise<{ readonly id: string; readonly state: RequestState }> {
  const row = await tx
    .selectFrom('request')
    .select(['id', 'state'])
    .where('government', '=', government)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw requestNotFound();
  return { id: row.id, state: row.state as RequestState };
}

async function unopened(
  tx: Tx,
  government: string,
  request: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('secret')
    .select('id')
    .where('government', '=', government)
    .where('request', '=', request)
    .where('opened_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  return rows.map((row) => row.id);
}

function demandOf(
  entries: readonly Entry[],
  state: RequestState,
  values: ReadonlyMap<string, string>,
): TrackingView['demand'] {
  if (state.status !== 'returned') return null;
  const last = entries.findLast((entry) => entry.kind === 'returned');
  return last ? { missing: last.data.missing, message: values.get(last.data.message.value) ?? null } : null;
}

function refusalOf(
  entries: readonly Entry[],
  service: Service,
  values: ReadonlyMap<string, string>,
): TrackingView['refusal'] {
  const entry = entries.findLast((candidate) => candidate.kind === 'refused');
  if (!entry) return null;
  const ground = service.steps
    .find((step) => step.id === entry.data.step)
    ?.grounds.find((candidate) => candidate.id === entry.data.ground);
  return {
    ground: ground?.text ?? null,
    law: ground?.law ?? null,
    reason: values.get(entry.data.reason.value) ?? null,
  };
}

/** A request as an official sees it. Whoever has no part in it gets `request-not-found`. */
export async function readForDesk(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  number: string,
): Promise<DeskView> {
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    const row = await getRow(tx, government, number);
    const { value: service } = deps.catalogue.service(
      government,
      row.state.service,
      row.state.serviceVersion,
    );
    const standpoint = standpointOf(actor, service, row.state);
    if (standpoint === null) throw requestNotFound();
    const { view, entries, values } = await load(tx, deps, government, row, 'official');
    const identity = seesIdentityFiles(actor, service, row.state);
    const answers = answersOf(entries, values);
    return {
      ...view,
      files: view.files.filter((file) => identity || !file.personal),
      standpoint,
      answers,
      applicant: await readApplicant(tx, government, row.id),
      identityApart: keepsIdentityApart(service) && identity,
      offers: offersTo(actor, service, row.state, chartFor(deps.catalogue, government).superiorOf),
      recorded: recordedOf(entries, values),
      officials: await namesOf(tx, government, view.timeline),
      submission: submissionOf(entries, values, service, answers),
    };
  });
}

function answersOf(entries: readonly Entry[], values: ReadonlyMap<string, string>): Answers {
  const first = entries.find((entry) => entry.kind === 'submitted');
  const text = first && values.get(first.data.answers.value);
  return text ? (JSON.parse(text) as Answers) : {};
}

function recordedOf(entries: readonly Entry[], values: ReadonlyMap<string, string>): Record<number, Answers> {
  const found: Record<number, Answers> = {};
  for (const entry of entries) {
    const made = entry.kind === 'step-made' || entry.kind === 'refused';
    const text = made && entry.data.fields ? values.get(entry.data.fields.value) : undefined;
    if (text) found[entry.position] = JSON.parse(text) as Answers;
  }
  return found;
}

async function readApplicant(tx: Tx, government: string, request: string): Promise<DeskView['applicant']> {
  const row = await tx
    .selectFrom('applicant')
    .select(['kind', 'name', 'agency', 'subject'])
    .where('government', '=', government)
    .where('request', '=', request)
    .executeTakeFirst();
  return row ?? { kind: 'citizen', name: null, agency: null, subject: null };
}

async function namesOf(
  tx: Tx,
  government: string,
  timeline: readonly TimelineItem[],
): Promise<Readonly<Record<string, string>>> {
  const ids = [...new Set(timeline.flatMap((item) => item.official ?? []))];
  if (ids.length === 0) return {};
  const rows = await tx
    .selectFrom('official')
    .select(['id', 'name'])
    .where('government', '=', government)
    .where('id', 'in', ids)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}

const fileNotFound = (): Fault =>
  new Fault('not-found', 'file-not-found', { id: 'Berkas tidak ditemukan.', en: 'File not found.' });

/** What serving a file needs: its name, kind, and the key it is sealed under. */
export interface OpenFile {
  readonly file: FileView;
  readonly dataKey: Buffer;
  readonly request: string;
}

async function openFile(
  tx: Tx,
  deps: RequestDeps,
  government: string,
  request: string,
  id: string,
): Promise<OpenFile> {
  const vault = await Vault.find(tx, deps.keys, government, request);
  const file = (await readFiles(tx, vault)).find((candidate) => candidate.id === id);
  if (!vault || !file) throw fileNotFound();
  return { file, dataKey: vault.dataKey, request };
}

/** A file for the applicant: their own, and what was delivered to them. */
export async function openFileForApplicant(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  id: string,
): Promise<OpenFile> {
  return deps.database.transaction({ government: credentials.government }, async (tx) => {
    const request = await getTrackedId(tx, deps, credentials);
    const opened = await openFile(tx, deps, credentials.government, request, id);
    if (!opened.file.forApplicant) throw fileNotFound();
    return opened;
  });
}

/** A file for an official by the access rules; opening a KTP or the like is written into the access log. */
export async function openFileForDesk(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  number: string,
  id: string,
): Promise<OpenFile> {
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    const { id: request, state } = await getRow(tx, government, number);
    const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
    if (standpointOf(actor, service, state) === null) throw fileNotFound();
    const opened = await openFile(tx, deps, government, request, id);
    if (!opened.file.personal) return opened;
    if (!seesIdentityFiles(actor, service, state)) throw fileNotFound();
    await logAccess(tx, government, {
      at: deps.clock.now(),
      actor: actor.official,
      act: 'read-file',
      subject: id,
    });
    return opened;
  });
}
