/** Telling officials about the time of a request: who holds the post today, what they are written, and that they were. */
import type { Tx } from '../platform/index.ts';
import { listHolders } from '../people/index.ts';
import type { Holder } from '../people/index.ts';
import type { Service } from '../standard/index.ts';
import type { Words } from '../ground/index.ts';
import { describeTimeLeft, formatInstant, timeLeft } from '../working-time/index.ts';
import type { Basis } from '../working-time/index.ts';
import { audienceOf } from './audience.ts';
import { chartFor, todayIn } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { getStep, positionsOf } from './model/procedure.ts';
import { promiseOf } from './model/deadline.ts';
import type { Notice, NoticeRule } from './model/notices.ts';
import type { RequestState } from './model/state.ts';
import { writeOfficialMessage } from './official-letters.ts';
import type { OfficialFacts } from './official-letters.ts';
import { outboxRow, writeOut } from './outgoing.ts';
import type { MessageRow } from './outgoing.ts';
import type { Vault } from './vault.ts';

export interface Telling {
  readonly vault: Vault;
  readonly service: Service;
  readonly state: RequestState;
  readonly now: Temporal.Instant;
}

/** A post that is told, with everybody who holds it today: whoever stands in (Plh) as well as whom they stand in for. */
interface Told {
  readonly position: string;
  readonly holders: readonly Holder[];
}

/** Writes a reminder to everybody it is for, once for each deadline and post. */
export async function tellOfficials(
  tx: Tx,
  deps: RequestDeps,
  telling: Telling,
  notice: Notice,
): Promise<void> {
  const posts = await postsFor(tx, deps, telling, notice.level);
  await tellPosts(tx, deps, telling, notice, posts);
}

/** The same to one named post: the legal division. */
export async function tellPost(
  tx: Tx,
  deps: RequestDeps,
  telling: Telling,
  notice: Notice,
  position: string,
): Promise<void> {
  const holders = await holdersOf(tx, deps, telling, position);
  await tellPosts(tx, deps, telling, notice, [{ position, holders }]);
}

/** The same to whoever holds these posts, or stands above the first of them where nobody does. */
export async function tellHolders(
  tx: Tx,
  deps: RequestDeps,
  telling: Telling,
  notice: Notice,
  positions: readonly string[],
): Promise<void> {
  await tellPosts(tx, deps, telling, notice, await toldAt(tx, deps, telling, positions));
}

async function tellPosts(
  tx: Tx,
  deps: RequestDeps,
  telling: Telling,
  notice: Notice,
  posts: readonly Told[],
): Promise<void> {
  const messages: MessageRow[] = [];
  for (const told of posts) {
    if (!(await noteDown(tx, telling, notice, told))) continue;
    const { position } = told;
    messages.push(...told.holders.map((holder) => messageTo(deps, telling, notice, { position, holder })));
  }
  if (messages.length > 0) await writeOut(tx, deps, messages);
}

/** Keeps that a post was told, by its first holder; false when it was told of this deadline before. */
async function noteDown(
  tx: Tx,
  { vault, now }: Telling,
  { rule, due }: Notice,
  { position, holders }: Told,
): Promise<boolean> {
  const { government, request } = vault;
  const row = {
    government,
    request,
    rule,
    due_at: due,
    position,
    official: holders[0]?.official ?? null,
    at: now,
  };
  const written = await tx
    .insertInto('notice')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Positions at which it waits; whoever has taken it up alone, as long as they hold one of them. */
async function postsFor(
  tx: Tx,
  deps: RequestDeps,
  telling: Telling,
  level: number,
): Promise<readonly Told[]> {
  const { service, state } = telling;
  const { superiorOf } = chartFor(deps.catalogue, state.government);
  const { waiting } = audienceOf(service, state, superiorOf);
  if (level > 0) return superiorsAt(tx, deps, telling, waitingPost(service, state), level);
  const posts = await toldAt(tx, deps, telling, waiting);
  const taken = posts.flatMap(({ position, holders }): Told[] => {
    const own = holders.filter(({ official }) => official === state.takenBy);
    return own.length > 0 ? [{ position, holders: own }] : [];
  });
  return taken.length > 0 ? taken : posts;
}

async function toldAt(
  tx: Tx,
  deps: RequestDeps,
  telling: Telling,
  positions: readonly string[],
): Promise<readonly Told[]> {
  const posts: Told[] = [];
  for (const position of positions) {
    posts.push({ position, holders: await holdersOf(tx, deps, telling, position) });
  }
  // Nobody holds it: who stands above is told, or nobody would know.
  const [first] = posts;
  return first && posts.every(({ holders }) => holders.length === 0)
    ? [...posts, ...(await superiorsAt(tx, deps, telling, first.position, 1))]
    : posts;
}

/** The post whose superiors answer for it: of several at which it waits the first, as the standard lists them. */
const waitingPost = (service: Service, state: RequestState): string | undefined =>
  state.step === null ? undefined : positionsOf(getStep(service, state.step), state.addressees).at(0);

/** The n-th superior of a post; a vacant one is noted down, and the next above is told in their place. */
async function superiorsAt(
  tx: Tx,
  deps: RequestDeps,
  telling: Telling,
  post: string | undefined,
  level: number,
): Promise<readonly Told[]> {
  const { superiorOf } = chartFor(deps.catalogue, telling.state.government);
  const above: Told[] = [];
  let position = post === undefined ? null : superiorOf(post);
  for (let n = 1; position !== null; n += 1, position = superiorOf(position)) {
    if (n < level) continue;
    const holders = await holdersOf(tx, deps, telling, position);
    above.push({ position, holders });
    if (holders.length > 0) break;
  }
  return above;
}

const holdersOf = (
  tx: Tx,
  deps: RequestDeps,
  { state, now }: Telling,
  position: string,
): Promise<readonly Holder[]> =>
  listHolders(tx, state.government, position, todayIn(deps.catalogue, state.government, now));

function messageTo(
  deps: RequestDeps,
  telling: Telling,
  notice: Notice,
  to: { readonly position: string; readonly holder: Holder },
): MessageRow {
  const message = writeOfficialMessage(notice.rule, factsFor(deps, telling, notice, to));
  const envelope = { template: notice.rule, lang: 'id', to: to.holder.email, at: telling.now } as const;
  return outboxRow(deps, telling.vault, envelope, message);
}

const both = (say: (lang: 'id' | 'en') => string): Words => ({ id: say('id'), en: say('en') });

/** How the time counts that a message speaks of: a step may have one of its own. */
const basisOf = (service: Service, state: RequestState, rule: NoticeRule): Basis =>
  (rule === 'step-late' && state.step !== null ? getStep(service, state.step).within : null)?.basis ??
  promiseOf(service, state).basis;

function factsFor(
  deps: RequestDeps,
  { service, state, now }: Telling,
  { rule, due }: Notice,
  { position, holder }: { readonly position: string; readonly holder: Holder },
): OfficialFacts {
  const { catalogue, publicUrl } = deps;
  const { calendar, file } = catalogue.calendar(state.government, state.calendarVersion);
  const chart = chartFor(catalogue, state.government);
  const title = (id: string): Words => chart.position(id)?.title ?? { id, en: id };
  const left = timeLeft(calendar, basisOf(service, state, rule), now, due);
  return {
    number: state.number,
    service: service.title,
    name: holder.name,
    post: title(position),
    waitsAt: title(waitingPost(service, state) ?? position),
    step: state.step === null ? service.title : getStep(service, state.step).title,
    due: both((lang) => formatInstant(due, file.timeZone, lang)),
    left: both((lang) => describeTimeLeft(left, lang)),
    url: `${publicUrl}/meja/permohonan/${state.number}`,
    office: catalogue.government(state.government).office.name,
  };
}
