/** Queues and search for officials. Cost depends on what is shown, not on how many requests there are. */
import type { RawBuilder } from 'kysely';
import type { Tx } from '../platform/index.ts';
import { logAccess } from '../people/index.ts';
import type { Standing } from '../people/index.ts';
import { journalNow, todayIn } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { readCounts } from './queue/counts.ts';
import type { QueueCounts } from './queue/counts.ts';
import { readDuties } from './queue/duties.ts';
import type { DutyPage, DutyQuery } from './queue/duties.ts';
import { readFacets } from './queue/facets.ts';
import type { Facets } from './queue/facets.ts';
import { readFirstPage, readPage } from './queue/page.ts';
import { readPosts } from './queue/posts.ts';
import type { PostSummary } from './queue/posts.ts';
import type { QueuePage, QueueQuery } from './queue/query.ts';
import type { Part } from './queue/rows.ts';
import { concernsViewer } from './queue/own-rows.ts';
import { findMeant, findSimilar, meaningOf } from './queue/search.ts';
import type { Meant } from './queue/search.ts';
import { viewerOf } from './queue/viewer.ts';
import type { Viewer } from './queue/viewer.ts';

function viewerFor(deps: Pick<RequestDeps, 'catalogue'>, actor: Standing, government: string): Viewer {
  const services = deps.catalogue.services(government).map(({ value }) => value);
  return viewerOf(actor, government, services);
}

/** For lists of other tables than the queue's: the condition on their rows `d` that narrows them to the official's requests. */
export const concerning = (
  deps: Pick<RequestDeps, 'catalogue'>,
  actor: Standing,
  government: string,
): RawBuilder<boolean> => concernsViewer(viewerFor(deps, actor, government));

const partOf = (deps: RequestDeps, viewer: Viewer, { queue, filter = {} }: QueueQuery): Part => ({
  viewer,
  queue,
  filter,
  now: deps.clock.now(),
});

/** Asks everything that a page needs at once: one round trip. */
const ask = <T>({ database }: RequestDeps, viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.ask({ government: viewer.government, viewer: viewer.official }, work);

/** One page of a queue or of search results, by time left. Search results are one page only. */
export async function listQueue(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: QueueQuery,
): Promise<QueuePage> {
  const viewer = viewerFor(deps, actor, government);
  const [page] = await readBeside(deps, partOf(deps, viewer, query), query, () => Promise.resolve());
  return page;
}

export interface OpenedQueue extends QueuePage, Facets {
  readonly counts: QueueCounts;
}

/** A page of a queue, the counts of all, and by what this one can be narrowed: what the desk's first page needs. */
export async function openQueue(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: QueueQuery,
): Promise<OpenedQueue> {
  const viewer = viewerFor(deps, actor, government);
  const part = partOf(deps, viewer, query);
  if (textOf(query) === '' && query.after === undefined) return openFirstPage(deps, part, query);
  const isSearch = textOf(query) !== '';
  const [page, [counts, facets]] = await readBeside(deps, part, query, (tx) =>
    // Search results are not narrowed by what is frequent in the queue.
    Promise.all([readCounts(tx, part), isSearch ? NO_FACETS : readFacets(tx, part)]),
  );
  return { ...page, ...facets, counts };
}

/** Opened most: what its facets were counted from is not read once more for its page, nor for its own count. */
async function openFirstPage(deps: RequestDeps, part: Part, { limit }: QueueQuery): Promise<OpenedQueue> {
  const { queue, filter, viewer } = part;
  const whole = queue !== 'done' && Object.keys(filter).length === 0;
  const [{ page, ...facets }, counts] = await ask(deps, viewer, (tx) =>
    Promise.all([readFirstPage(tx, part, limit), readCounts(tx, part, whole ? [queue] : [])]),
  );
  return { ...page, ...facets, counts: whole ? { ...counts, [queue]: facets.count } : counts };
}

const NO_FACETS: Facets = { count: 0, facets: [], facetsComplete: true };

const textOf = ({ text = '' }: QueueQuery): string => text.trim();

/** The page that was asked for, together with what is read beside it. */
async function readBeside<T>(
  deps: RequestDeps,
  part: Part,
  query: QueueQuery,
  beside: (tx: Tx) => Promise<T>,
): Promise<readonly [QueuePage, T]> {
  const text = textOf(query);
  const { viewer } = part;
  if (text === '') return ask(deps, viewer, (tx) => Promise.all([readPage(tx, part, query), beside(tx)]));
  const meant = meantIn(deps, viewer, text);
  const [found, other] = await ask(deps, viewer, async (tx) => {
    const [, ...answers] = await Promise.all([
      noteLookUp(tx, deps, viewer, text),
      findMeant(tx, part, meant, query),
      beside(tx),
    ]);
    return answers;
  });
  if (found.rows.length > 0 || meant.words.length === 0) return [found, other];
  return [await ask(deps, viewer, (tx) => findSimilar(tx, part, meant, query)), other];
}

function meantIn({ catalogue, keys, clock }: RequestDeps, { government }: Viewer, text: string): Meant {
  const { prefix } = catalogue.government(government);
  const { year } = todayIn(catalogue, government, clock.now());
  return meaningOf(text, { keys, prefix, year });
}

/** Whoever looks for a person by what only that person has is recorded, as at the counter. */
async function noteLookUp(tx: Tx, deps: RequestDeps, viewer: Viewer, text: string): Promise<void> {
  if (!isPersonal(text)) return;
  const { government, official } = viewer;
  const at = journalNow(deps.clock);
  await logAccess(tx, government, { at, actor: official, act: 'look-up', subject: 'contact' });
}

const isPersonal = (text: string): boolean => /^[\d\s().+-]{4,}$/.test(text) || text.includes('@');

/** The counts of all parts, and how the work stands at each post of the viewer and below. */
export async function openPosts(
  deps: RequestDeps,
  actor: Standing,
  government: string,
): Promise<{ readonly counts: QueueCounts; readonly posts: readonly PostSummary[] }> {
  const viewer = viewerFor(deps, actor, government);
  const now = deps.clock.now();
  const today = todayIn(deps.catalogue, government, now);
  const [posts, counts] = await ask(deps, viewer, (tx) =>
    Promise.all([readPosts(tx, viewer, { now, today }), readCounts(tx, { viewer, now })]),
  );
  return { posts, counts };
}

/** The counts of all parts, and a page of the open duties of the viewer's posts, the nearest first. */
export async function openDuties(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: DutyQuery,
): Promise<{ readonly counts: QueueCounts; readonly duties: DutyPage }> {
  const viewer = viewerFor(deps, actor, government);
  const now = deps.clock.now();
  const [duties, counts] = await ask(deps, viewer, (tx) =>
    Promise.all([readDuties(tx, viewer, query), readCounts(tx, { viewer, now })]),
  );
  return { duties, counts };
}
