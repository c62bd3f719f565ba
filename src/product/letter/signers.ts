/** Who signs for a post on a day. */
import type { Tx } from '../../platform/index.ts';
import { chartFor, letterPosts } from '../../request/index.ts';
import type { RequestDeps } from '../../request/index.ts';
import { postVacant } from './faults.ts';
import type { LetterView } from './facts.ts';
import type { Signer } from './signature-block.ts';

/**
 * The holder of a post on that day: of an absent holder and their Plh. the latter, who was named for these days. Fault:
 * `post-vacant`.
 */
export async function getSigner(
  tx: Tx,
  government: string,
  post: string,
  day: Temporal.PlainDate,
): Promise<Signer & { readonly official: string }> {
  const row = await tx
    .selectFrom('holding as h')
    .innerJoin('official as o', (join) =>
      join.onRef('o.government', '=', 'h.government').onRef('o.id', '=', 'h.official'),
    )
    .select(['o.id as official', 'o.name', 'o.rank', 'o.nip', 'h.held_as as as'])
    .where('h.government', '=', government)
    .where('h.position', '=', post)
    .where('h.from_date', '<=', day)
    .where((eb) => eb.or([eb('h.to_date', 'is', null), eb('h.to_date', '>=', day)]))
    .where('o.disabled_at', 'is', null)
    // "plt" and "plh" come before "definitive" from the end of the alphabet.
    .orderBy('h.held_as', 'desc')
    .orderBy('h.from_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw postVacant();
  return { post, ...row };
}

/** Posts of the providing office that may sign a letter over this request, those of its head first. */
export function signingPosts(deps: Pick<RequestDeps, 'catalogue'>, view: LetterView): readonly string[] {
  const { government, service, state } = view;
  const chart = chartFor(deps.catalogue, government.id);
  const own = letterPosts(service.value, state.addressees, chart.superiorOf).filter(
    (post) => chart.position(post)?.agency === service.value.office,
  );
  return own.toSorted((one, other) => chart.below([other]).length - chart.below([one]).length);
}
