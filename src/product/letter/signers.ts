/** Who signs for a post on a day. */
import type { Tx } from '../../platform/index.ts';
import { chartFor } from '../../request/index.ts';
import type { RequestDeps } from '../../request/index.ts';
import { letterKinds } from '../../standard/index.ts';
import { notItsSigner, postVacant } from './faults.ts';
import type { LetterView } from './facts.ts';
import { postsSigning } from './may-sign.ts';
import type { TemplateId } from './model.ts';
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

/** Posts that may sign this letter over this request, the one proposed first; none of what is not signed. */
export function signingPosts(
  { catalogue }: Pick<RequestDeps, 'catalogue'>,
  { government, service, state }: LetterView,
  template: TemplateId,
): readonly string[] {
  const kind = letterKinds.find((one) => one === template);
  if (kind === undefined) return [];
  return postsSigning(kind, service.value, state.addressees, chartFor(catalogue, government.id));
}

/** Fault: `not-its-signer`, with the titles of the posts that may sign. */
export function checkSigner(
  deps: Pick<RequestDeps, 'catalogue'>,
  view: LetterView,
  { template, post }: { readonly template: TemplateId; readonly post: string },
): void {
  const posts = signingPosts(deps, view, template);
  if (posts.includes(post)) return;
  const { position } = chartFor(deps.catalogue, view.government.id);
  throw notItsSigner(posts.map((one) => position(one)?.title ?? { id: one, en: one }));
}
