/** What people are told where their NIK or a copy of their KTP is asked for: UU 27/2022 art. 21. */
import { postsOfSteps } from '../../standard/index.ts';
import type { Position, Service } from '../../standard/index.ts';
import { bullets, folded, formatList, html, pairs, panel } from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import { applyWords } from '../words/apply.ts';
import type { Application } from './application.ts';

/** The posts that may open identity papers: whoever only answers for another office never sees those of a protected reporter. */
function readers(service: Service, positions: readonly Position[], lang: Application['lang']): string {
  const own = service.steps.flatMap((step) => step.positions ?? []);
  const ids = new Set(service.identityProtected ? own : postsOfSteps(service.steps));
  const titles = positions.filter(({ id }) => ids.has(id)).map(({ title }) => title[lang]);
  return formatList(titles, lang);
}

/** The notice; nothing where no identity is asked for. */
export function privacyNotice(app: Application, asked: boolean): Content {
  if (!asked) return null;
  const { context, government, service, lang } = app;
  const words = applyWords[lang].privacyNotice;
  const { positions } = context.catalogue.organisation(government.id);
  const { controller, officer, retention } = government.privacy;
  return panel({
    title: words.summary,
    children: html`${bullets([words.purposeText(service.title[lang]), words.readersText(readers(service, positions, lang))])}${folded(
      {
        summary: words.more,
        children: pairs([
          { term: words.basis, value: words.basisText },
          { term: words.retention, value: retention[lang] },
          { term: words.rights, value: words.rightsText },
          { term: words.controller, value: controller },
          { term: words.contact, value: officer },
        ]),
      },
    )}`,
  });
}
