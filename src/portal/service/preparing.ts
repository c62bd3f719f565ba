/** What to have ready, and who has to: papers and the conditions under which each is asked for. */
import { formQuestions } from '../../standard/index.ts';
import type { Condition, Requirement, Service } from '../../standard/index.ts';
import { bullets, formatList, html, publicWords, section, soft } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { broughtFor, inSentence } from '../front/brief.ts';
import { frontWords } from '../words/front.ts';

/** "Untuk perorangan", or "bila Jenis layanan: hosting"; null where everybody brings it. */
function whenWords(service: Service, condition: Condition | undefined, lang: Lang): string | null {
  const question = formQuestions(service).find(({ id }) => id === condition?.question);
  if (!condition || question?.type !== 'choice') return null;
  const chosen = question.options.filter(({ value }) => condition.is.includes(value));
  const names = formatList(
    chosen.map(({ label }) => inSentence(label[lang])),
    lang,
  );
  const words = frontWords[lang].service;
  return question.use === 'applicant-kind' ? words.onlyFor(names) : words.onlyIf(question.label[lang], names);
}

function itemFor(service: Service, requirement: Requirement, lang: Lang): Html {
  const words = frontWords[lang].service;
  const remarks = [
    whenWords(service, requirement.when, lang),
    requirement.required ? null : words.optionalFile,
    requirement.bring === 'file-or-letter-number' ? words.orLetterNumber : null,
    requirement.bring === 'counter' ? words.atCounter : null,
  ].filter((remark) => remark !== null);
  const hint = requirement.hint && html`<br>${soft(requirement.hint[lang])}`;
  return html`${requirement.label[lang]}${remarks.length > 0 && html` (${remarks.join('; ')})`}${hint}`;
}

/** The section of the service page; what an answer of the form or a look of the officer settles is not in it. */
export function preparing(service: Service, lang: Lang): Html {
  const words = publicWords[lang].service;
  const items = broughtFor(service).map((requirement) => itemFor(service, requirement, lang));
  return section({
    title: words.bring,
    children: items.length > 0 ? bullets(items) : html`<p>${words.bringNothing}</p>`,
  });
}
