/** A letter is begun with what is proposed for it, and only once for what it is about. */
import { randomUUIDv7 } from 'node:crypto';
import { journalNow } from '../../request/index.ts';
import { proposedBody } from './compose.ts';
import type { LetterDeps } from './deps.ts';
import { openCase, withVault } from './drafting.ts';
import type { LetterAct } from './drafting.ts';
import { letterMoved, postVacant } from './faults.ts';
import type { Draft, TemplateId } from './model.ts';
import { occasionOf, templatesFor } from './offered.ts';
import { insertDraft, sealLetter } from './rows.ts';
import { signingPosts } from './signers.ts';
import { templates } from './templates.ts';

/**
 * Begins a letter with what is proposed, or finds the draft that somebody began before; gives its id. Faults: `letter-moved`
 * where the template does not fit, `post-vacant`.
 */
export async function beginLetter(deps: LetterDeps, act: LetterAct, template: TemplateId): Promise<string> {
  const given = await openCase(deps, act);
  if (!templatesFor(given.view).includes(template) || !templates[template].numbered) throw letterMoved();
  const [post] = signingPosts(deps, given.view, template);
  if (post === undefined) throw postVacant();
  const body = proposedBody(template, given, 'id');
  const draft: Draft = { body, nature: 'biasa', attachments: 0, copies: [], post };
  const id = randomUUIDv7();
  return withVault(deps, act, given.view.id, (tx, vault) =>
    insertDraft(tx, {
      government: act.government,
      id,
      request: given.view.id,
      template,
      occasion: occasionOf(given.view, template),
      sealed: sealLetter(vault, id, { draft, texts: null }),
      agency: given.view.service.value.office,
      by: act.actor.official,
      at: journalNow(deps.clock),
    }),
  );
}
