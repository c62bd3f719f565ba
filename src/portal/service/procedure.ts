/** How a request goes: the applicant first, then each step with the posts that make it. */
import type { Position, Service, Step } from '../../standard/index.ts';
import { describePromise } from '../../working-time/index.ts';
import { formatList, publicWords, steps } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { frontWords } from '../words/front.ts';

/** The posts that make a step, in words; those a disposition may choose among, where the standard names them. */
export function postsOf(
  step: Step,
  { steps: all }: Service,
  positions: readonly Position[],
  lang: Lang,
): string {
  const assigning = all.find(({ id }) => id === step.assignedBy);
  const choice = assigning?.kind === 'dispose' ? assigning.addressees : 'agencies';
  const posts = step.positions ?? choice;
  if (posts === 'agencies') return frontWords[lang].service.assigned;
  const titles = posts.map((id) => positions.find((position) => position.id === id)?.title[lang] ?? id);
  return titles.length === 2 ? titles.join(` ${frontWords[lang].service.or} `) : formatList(titles, lang);
}

/** The procedure as a numbered line. */
export function procedureLine(service: Service, positions: readonly Position[], lang: Lang): Html {
  const words = frontWords[lang].service;
  const ofSteps = service.steps.map((step) => {
    const within = step.within && words.within(describePromise(step.within, lang));
    return {
      title: step.title[lang],
      detail: [postsOf(step, service, positions, lang), within].filter(Boolean).join(', '),
    };
  });
  const first = {
    title: publicWords[lang].service.youApply,
    detail: service.atCounter ? frontWords[lang].card.atCounter : words.online,
  };
  return steps({ lang, items: [first, ...ofSteps] });
}
