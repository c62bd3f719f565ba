/** Who stands above a post, by the chart. Pure. */
import type { Actor, OfficialActor } from './actor.ts';
import type { JournalActor } from './entries.ts';
import type { DecideContext } from './rule.ts';

type Official = JournalActor & { readonly kind: 'official' };

/** Whether an official holds a post that stands above one of `posts`, at any height. */
export const isSuperiorOf = (actor: Actor, posts: readonly string[]): actor is OfficialActor =>
  actor.kind === 'official' && posts.some((post) => actor.below.includes(post));

/** Whoever stands above one of `posts`, under the post that does, as the journal names them; undefined for anybody else. */
export function superiorOver(posts: readonly string[], context: DecideContext): Official | undefined {
  const { actor } = context;
  if (!isSuperiorOf(actor, posts)) return undefined;
  const held = actor.held.find(({ position }) => posts.some((post) => isAbove(position, post, context)));
  return held && { kind: 'official', official: actor.official, position: held.position, as: held.as };
}

function isAbove(position: string, post: string, context: DecideContext): boolean {
  const seen = new Set<string>();
  for (
    let above = context.superiorOf(post);
    above !== null && !seen.has(above);
    above = context.superiorOf(above)
  ) {
    if (above === position) return true;
    seen.add(above);
  }
  return false;
}
