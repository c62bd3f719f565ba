/**
 * What follows from new entries beyond the state: messages out, duties. All of it is
 * written in the same transaction as its cause, so that nothing acknowledged is lost and nothing is sent that was
 * rolled back.
 */
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { insertAll } from '../platform/index.ts';
import type { Tables, Tx } from '../platform/index.ts';
import { SILENCE_DUTY } from '../standard/index.ts';
import type { Ground, Service, Text } from '../standard/index.ts';
import { describeDerivation, formatInstant } from '../working-time/index.ts';
import type { Lang } from '../working-time/index.ts';
import type { ProtectedIdentity } from './contact.ts';
import { readContact } from './contact-row.ts';
import type { RequestDeps } from './deps.ts';
import type { Extended } from './journal.ts';
import { writeMessage } from './letters.ts';
import type { MessageFacts, MessageTemplate } from './letters.ts';
import { deadlineOf } from './model/deadline.ts';
import { calendarApplied, hasMoved } from './model/calendar-move.ts';
import type { Entry, EntryData, EntryKind } from './model/entries.ts';
import type { RequestState } from './model/state.ts';
import { findLineText } from './model/step-rules.ts';
import { outboxRow, writeOut } from './outgoing.ts';
import type { MessageRow } from './outgoing.ts';
import { findDelivery } from './model/delivery-rules.ts';
import { answeringPosts } from './model/withdrawal-rules.ts';
import { tellHolders, tellOfficials, tellPost } from './tell-officials.ts';
import type { Vault } from './vault.ts';

export interface Cause {
  readonly vault: Vault;
  readonly service: Service;
  readonly extended: Extended;
  readonly now: Temporal.Instant;
  /** Only at submission, when it is still known. */
  readonly trackingKey?: string;
  /** Plain words behind the entries, for the message (what is missing, why refused). */
  readonly words?: CauseWords;
  /** How the deadline was found, in the recipient's language, where it has been told already. */
  readonly derivation?: readonly string[];
}

export interface CauseWords {
  readonly text?: string;
  /** Ids of what is missing. */
  readonly missing?: readonly string[];
  readonly ground?: Ground;
  /** What was chosen: the class of a request; the kind of a letter that reached the applicant. */
  readonly label?: Text;
  /** Number of that letter. */
  readonly letter?: string;
}

export interface Recipient {
  readonly lang: Lang;
  readonly name: string | null;
  readonly email: string | null;
}

type TemplateOf<K extends EntryKind> = (
  entry: Entry & { readonly kind: K; readonly data: EntryData[K] },
  words: CauseWords,
) => MessageTemplate | null;

/** The message that an entry sends to the applicant; kinds that are not here send none. */
const templates: { readonly [K in EntryKind]?: TemplateOf<K> } = {
  submitted: () => 'received',
  returned: () => 'returned',
  refused: () => 'refused',
  cancelled: () => 'cancelled',
  extended: () => 'extended',
  closed: () => 'closed',
  'step-made': ({ data }) => {
    if (data.class !== undefined) return 'classified';
    return (data.evidence ?? []).length > 0 ? 'delivered' : null;
  },
  reclassified: () => 'classified',
  // Only of a letter that is the applicant's own does the cause say which it is.
  'letter-issued': (_, { letter }) => (letter === undefined ? null : 'letter'),
  'letter-voided': (_, { letter }) => (letter === undefined ? null : 'letter-void'),
  'withdrawal-ordered': () => 'withdrawal',
  'secret-asked': ({ data }) => (data.reason ? 'secret-replaced' : null),
  'secret-renewed': () => 'secret-renewed',
  'withdrawal-cancelled': () => 'withdrawal-cancelled',
  commented: ({ data, actor }) =>
    data.audience === 'applicant' && actor.kind === 'official' ? 'comment' : null,
  'deadline-set': ({ data }) => {
    // Where the standard starts the clock with a complete file, nobody could be told a deadline before.
    if (data.cause === 'complete' && data.due !== null) return 'clock-started';
    return data.cause === 'calendar' && hasMoved(data) ? 'deadline-moved' : null;
  },
};

function templateFor(entry: Entry, words: CauseWords): MessageTemplate | null {
  const template = templates[entry.kind] as TemplateOf<EntryKind> | undefined;
  return template?.(entry, words) ?? null;
}

/** One message of a kind an act at most: several products withdrawn at once, or delivering and closing, tell the applicant once. */
function templatesFor({ extended, words = {} }: Cause): readonly MessageTemplate[] {
  const found = [...new Set(extended.entries.flatMap((entry) => templateFor(entry, words) ?? []))];
  return found.includes('delivered') ? found.filter((template) => template !== 'closed') : found;
}

/** Writes everything that follows from `cause.extended`. */
export async function writeEffects(tx: Tx, deps: RequestDeps, cause: Cause): Promise<void> {
  const needed = templatesFor(cause).length > 0;
  if (needed) await writeOut(tx, deps, messagesTo(await readRecipient(tx, cause), deps, cause));
  await tellOfPassing(tx, deps, cause);
  await tellOfStops(tx, deps, cause);
  await writeDuties(tx, cause.vault, cause.extended.entries);
}

/** The outbox rows of all messages that new entries send to one recipient. Without an address there are none. */
export function messagesTo(recipient: Recipient, deps: RequestDeps, cause: Cause): readonly MessageRow[] {
  return templatesFor(cause).flatMap((template) => messageRow(deps, cause, template, recipient));
}

/** The address of the applicant; a protected one through the logged door. */
export async function readRecipient(
  tx: Tx,
  { vault, now }: Pick<Cause, 'vault' | 'now'>,
): Promise<Recipient> {
  const contact = await readContact(tx, vault);
  if (!contact) return { lang: 'id', name: null, email: null };
  if (!contact.hidden) return contact;
  const identity = await readIdentity(tx, vault, { at: now, actor: 'system', reason: 'deliver-message' });
  return { lang: contact.lang, name: null, email: identity?.email ?? null };
}

/** Opens a protected identity; the reading is logged with its reason in the same transaction. */
export async function readIdentity(
  tx: Tx,
  vault: Vault,
  reading: { readonly at: Temporal.Instant; readonly actor: string; readonly reason: string },
): Promise<ProtectedIdentity | null> {
  const found = await sql<{ sealed: Buffer | null }>`
    select read_identity(${vault.request}, ${randomUUIDv7()}, ${reading.at}, ${reading.actor}, ${reading.reason}) as sealed`.execute(
    tx,
  );
  const sealed = found.rows[0]?.sealed;
  return sealed ? (JSON.parse(vault.open('identity', sealed).toString()) as ProtectedIdentity) : null;
}

function factsFor(deps: RequestDeps, cause: Cause, recipient: Recipient): MessageFacts {
  const { service, extended } = cause;
  const { state } = extended;
  const government = deps.catalogue.government(state.government);
  const zone = deps.catalogue.calendar(state.government).file.timeZone;
  return {
    number: state.number,
    service: service.title[recipient.lang],
    government: government.office.name,
    name: recipient.name,
    due: state.due === null ? null : formatInstant(state.due, zone, recipient.lang),
    trackUrl: `${deps.publicUrl}/${state.government}/permohonan/${state.number}`,
    ...(cause.trackingKey === undefined ? {} : { trackingKey: cause.trackingKey }),
    ...wordsIn(cause, recipient.lang),
    clock: clockOf(service, state),
    // Most messages do not tell it; those that do ask more than once.
    derivation: once(() => cause.derivation ?? derivationFor(deps, cause, recipient.lang)),
    ...moveIn(extended.entries, zone, recipient.lang),
    remedies: service.remedies.map((remedy) => remedy[recipient.lang]),
  };
}

/** The same answer whenever it is asked for, found when it is asked for first. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}

/** Whether the clock runs, has not begun (the standard starts it when the file is complete), or stands. */
function clockOf({ clock }: Service, { due, completeAt }: RequestState): MessageFacts['clock'] {
  if (due !== null) return 'runs';
  return clock.starts === 'complete' && completeAt === null ? 'not-begun' : 'stands';
}

/** How the deadline was found, or what is left while the clock stands, in the recipient's language; nothing before it runs. */
function derivationFor(deps: RequestDeps, { service, extended }: Cause, lang: Lang): readonly string[] {
  const { state } = extended;
  const { calendar } = deps.catalogue.calendar(state.government, state.calendarVersion);
  return describeDerivation(deadlineOf(service, state, calendar)?.derivation ?? [], lang);
}

/** What a new calendar changed: the deadline before, and the decree. */
function moveIn(
  entries: readonly Entry[],
  zone: string,
  lang: Lang,
): Pick<MessageFacts, 'dueBefore' | 'decree'> {
  const applied = entries.map(calendarApplied).find((one) => one !== null);
  if (!applied) return {};
  const { was, decree } = applied;
  return {
    ...(was?.due ? { dueBefore: formatInstant(was.due, zone, lang) } : {}),
    ...(decree ? { decree } : {}),
  };
}

/** The words behind the entries in the recipient's language, as far as they are the standard's own. */
function wordsIn(
  { words = {}, service }: Cause,
  lang: Lang,
): Pick<MessageFacts, 'text' | 'missing' | 'label' | 'letter'> {
  const { ground, text, missing, label: chosen, letter } = words;
  const parts = [ground?.text[lang], ground?.law, text].filter((part) => part !== undefined);
  const label = (id: string): string => (findLineText(service, id) ?? otherMissing)[lang];
  return {
    ...(parts.length > 0 ? { text: parts.join('. ') } : {}),
    ...(missing ? { missing: missing.map(label) } : {}),
    ...(chosen ? { label: chosen[lang] } : {}),
    ...(letter === undefined ? {} : { letter }),
  };
}

const otherMissing = { id: 'Hal lain, lihat keterangan', en: 'Something else, see the note' } as const;

function messageRow(
  deps: RequestDeps,
  cause: Cause,
  template: MessageTemplate,
  recipient: Recipient,
): readonly MessageRow[] {
  if (recipient.email === null) return [];
  const message = writeMessage(template, factsFor(deps, cause, recipient), recipient.lang);
  const envelope = { template, lang: recipient.lang, to: recipient.email, at: cause.now };
  return [outboxRow(deps, cause.vault, envelope, message)];
}

/** A passed deadline is told to the superior, and to the legal division where silence may count as an approval. */
async function tellOfPassing(tx: Tx, deps: RequestDeps, cause: Cause): Promise<void> {
  const { vault, service, extended, now } = cause;
  const { state, entries } = extended;
  const telling = { vault, service, state, now };
  for (const { kind, data } of entries) {
    if (kind === 'overdue') {
      const notice = { rule: 'overdue', at: now, due: Temporal.Instant.from(data.due), level: 1 } as const;
      await tellOfficials(tx, deps, telling, notice);
    }
    if (kind === 'duty-opened' && data.duty === SILENCE_DUTY.id) {
      const due = Temporal.Instant.from(state.due ?? data.due);
      await tellPost(tx, deps, telling, { rule: 'silence', at: now, due, level: 0 }, data.position);
    }
  }
}

/** What the program cannot finish, or nobody would think of any more, is told to those who can act on it, once for each stop. */
async function tellOfStops(tx: Tx, deps: RequestDeps, cause: Cause): Promise<void> {
  const { vault, service, extended, now } = cause;
  const telling = { vault, service, state: extended.state, now };
  for (const { kind, data, at } of extended.entries) {
    const due = Temporal.Instant.from(at);
    if (kind === 'delivery-stopped')
      await tellOfficials(tx, deps, telling, { rule: 'delivery-stopped', at: now, due, level: 0 });
    if (kind === 'withdrawal-stopped' || kind === 'withdrawal-asked') {
      const notice = { rule: kind, at: now, due, level: 0 } as const;
      const delivery = findDelivery(extended.state, data.delivery, 'withdrawing', 'delivered');
      const posts = delivery ? answeringPosts(service, extended.state, delivery) : [];
      await tellHolders(tx, deps, telling, notice, posts);
    }
    if (brokenOff.includes(kind)) {
      const notice = { rule: 'product-left', at: now, due, level: 0 } as const;
      await tellHolders(tx, deps, telling, notice, postsWithProducts(service, extended.state));
    }
  }
}

/** How a request ends before all of it is done: what was delivered until then stays until somebody takes it back. */
const brokenOff: readonly EntryKind[] = ['withdrawn', 'cancelled', 'refused'];

const postsWithProducts = (service: Service, state: RequestState): readonly string[] => {
  const left = (state.deliveries ?? []).filter(({ status }) => status === 'delivered');
  return [...new Set(left.flatMap((one) => answeringPosts(service, state, one)))];
};

type Place = Pick<Vault, 'government' | 'request'>;

/** Duties that these entries open or say are done. */
export async function writeDuties(tx: Tx, place: Place, entries: readonly Entry[]): Promise<void> {
  await insertAll(tx, { duty: dutyRows(place, entries) });
  for (const entry of entries) {
    if (entry.kind !== 'duty-done' || openedIn(entries, entry.data.duty)) continue;
    await tx
      .updateTable('duty')
      .set(doneBy(entry))
      .where('government', '=', place.government)
      .where('request', '=', place.request)
      .where('duty', '=', entry.data.duty)
      .execute();
  }
}

const openedIn = (entries: readonly Entry[], duty: string): boolean =>
  entries.some((entry) => entry.kind === 'duty-opened' && entry.data.duty === duty);

const doneBy = ({ at, actor }: Entry): { done_at: Temporal.Instant; done_by: string | null } => ({
  done_at: Temporal.Instant.from(at),
  done_by: actor.kind === 'official' ? actor.official : null,
});

/** The rows of duties that these entries open; done already where a later one of them says so. */
export function dutyRows(place: Place, entries: readonly Entry[]): readonly Selectable<Tables['duty']>[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'duty-opened') return [];
    const { duty, position, due } = entry.data;
    const done = entries.find((one) => one.kind === 'duty-done' && one.data.duty === duty);
    return {
      government: place.government,
      id: randomUUIDv7(),
      request: place.request,
      duty,
      position,
      due_at: Temporal.Instant.from(due),
      opened_at: Temporal.Instant.from(entry.at),
      ...(done ? doneBy(done) : { done_at: null, done_by: null }),
    };
  });
}
