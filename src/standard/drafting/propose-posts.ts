/** Posts for the steps: those that the government has under the decree's name for them, else new ones. */
import type { Organisation } from '../model/government.ts';
import type { DraftPosition, DraftStep } from './model.ts';
import type { ReadStep } from './propose-steps.ts';
import { idFrom, inBoth } from './wording.ts';

/** "Petugas", "Staf" alone name nobody in particular: every service has its own. */
const BARE = /^(petugas|staf|pelaksana|pejabat|operator|admin|unit|dinas|badan)( pelayanan| layanan)?$/i;

const plain = (title: string): string => title.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** A post whose title begins with the words of the decree, within the office; the shortest title is the nearest. */
export function findPost(
  words: string,
  office: string,
  organisation: Pick<Organisation, 'positions'> | null,
): string | null {
  const wanted = plain(words);
  const fitting = (organisation?.positions ?? [])
    .filter(({ agency, title }) => agency === office && `${plain(title.id)} `.startsWith(`${wanted} `))
    .toSorted((left, right) => left.title.id.length - right.title.id.length);
  return fitting[0]?.id ?? null;
}

interface PostContext {
  readonly service: string;
  readonly serviceTitle: string;
  readonly office: string;
  readonly organisation: Pick<Organisation, 'positions'> | null;
}

const newPost = (words: string | null, { service, serviceTitle }: PostContext): DraftPosition =>
  words === null || BARE.test(words)
    ? {
        id: `petugas-${service}`.slice(0, 60).replace(/(?<!-)-+$/, ''),
        title: inBoth(`Petugas ${serviceTitle}`),
      }
    : { id: idFrom(words, 'petugas'), title: inBoth(words) };

/** Steps with the posts that make them, and the posts among them that are new. */
export function withPosts(
  steps: readonly ReadStep[],
  context: PostContext,
): { readonly steps: DraftStep[]; readonly positions: DraftPosition[] } {
  const positions = new Map<string, DraftPosition>();
  const drafted = steps.map(({ title, kind, doer, component }): DraftStep => {
    const known =
      doer === null || BARE.test(doer) ? null : findPost(doer, context.office, context.organisation);
    if (known !== null) return { title, kind, position: known, component };
    const post = newPost(doer, context);
    const exists = context.organisation?.positions.some(({ id }) => id === post.id) ?? false;
    if (!exists) positions.set(post.id, positions.get(post.id) ?? post);
    return { title, kind, position: post.id, component };
  });
  return { steps: drafted, positions: [...positions.values()] };
}
