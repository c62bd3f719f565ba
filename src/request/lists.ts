/** Queues and search for officials. Cost depends on what is shown, not on how many requests there are. */
import type { Tx } from '../platform/index.ts';
import { logAccess } from '../people/index.ts';
import type { Standing } from '../people/index.ts';
import { journalNow, todayIn } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { readCounts } from './queue/counts.ts';
import type { Counts, QueueCounts } from './queue/counts.ts';
import { readDuties } from './queue/duties.ts';
import type { OpenDuty } from './queue/duties.ts';
import { readPage } from './queue/page.ts';
import { readPosts } from './queue/posts.ts';
import type { PostSummary } from './queue/posts.ts';
import type { QueuePage, QueueQuery } from './queue/query.ts';
import type { Part } from './queue/rows.ts';
import { search } from './queue/search.ts';
import { viewerOf } from './queue/viewer.ts';
import type { Viewer } from './queue/viewer.ts';

function viewerFor(deps: RequestDeps, actor: Standing, government: string): Viewer {
  const services = deps.catalogue.services(government).map(({ value }) => value);
  return viewerOf(actor, government, services);
}

const partOf = (deps: RequestDeps, viewer: Viewer, { queue, filter = {} }: QueueQuery): Part => ({
  viewer,
  queue,
  filter,
  now: deps.clock.now(),
});

/** One page of a queue or of search results, by time left. Search results are one page only. */
export async function listQueue(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: QueueQuery,
): Promise<QueuePage> {
  const viewer = viewerFor(deps, actor, government);
  return deps.database.transaction({ government, viewer: actor.official }, (tx) =>
    readOrSearch(tx, deps, viewer, query),
  );
}

async function readOrSearch(
  tx: Tx,
  deps: RequestDeps,
  viewer: Viewer,
  query: QueueQuery,
): Promise<QueuePage> {
  const text = query.text?.trim() ?? '';
  if (text === '') return readPage(tx, partOf(deps, viewer, query), query);
  const { government, official } = viewer;
  const now = journalNow(deps.clock);
  const { prefix } = deps.catalogue.government(government);
  const { year } = todayIn(deps.catalogue, government, now);
  // Whoever looks for a person by what only that person has is recorded, as at the counter.
  if (isPersonal(text))
    await logAccess(tx, government, { at: now, actor: official, act: 'look-up', subject: 'contact' });
  const part = partOf(deps, viewer, query);
  return search(tx, { part, keys: deps.keys, prefix, year }, text, query);
}

const isPersonal = (text: string): boolean => /^[\d\s().+-]{4,}$/.test(text) || text.includes('@');

/** A page of a queue, the counts of all, and by what this one can be narrowed: what the desk's first page needs. */
export async function openQueue(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: QueueQuery,
): Promise<QueuePage & Counts> {
  const viewer = viewerFor(deps, actor, government);
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => ({
    ...(await readOrSearch(tx, deps, viewer, query)),
    ...(await readCounts(tx, partOf(deps, viewer, query))),
  }));
}

/** The counts of all parts, and how the work stands at each post of the viewer and below. */
export async function openPosts(
  deps: RequestDeps,
  actor: Standing,
  government: string,
): Promise<{ readonly counts: QueueCounts; readonly posts: readonly PostSummary[] }> {
  const viewer = viewerFor(deps, actor, government);
  const now = deps.clock.now();
  const today = todayIn(deps.catalogue, government, now);
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => ({
    posts: await readPosts(tx, viewer, { now, today }),
    counts: (await readCounts(tx, partOf(deps, viewer, { queue: 'done', limit: 0 }))).counts,
  }));
}

/** The counts of all parts, and the open duties of the viewer's posts, the nearest first. */
export async function openDuties(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  limit: number,
): Promise<{ readonly counts: QueueCounts; readonly duties: readonly OpenDuty[] }> {
  const viewer = viewerFor(deps, actor, government);
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => ({
    duties: await readDuties(tx, viewer, limit),
    counts: (await readCounts(tx, partOf(deps, viewer, { queue: 'done', limit: 0 }))).counts,
  }));
}
