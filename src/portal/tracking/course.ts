/** The procedure with what is done, what is going on, and what is to come. */
import type { TimelineItem } from '../../request/index.ts';
import { isEnded } from '../../request/index.ts';
import type { Step } from '../../standard/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { formatList, steps } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { postsOf } from '../service/procedure.ts';
import { trackWords } from '../words/track.ts';
import type { OpenTracked } from './open-tracked.ts';

type Shown = Parameters<typeof steps>[0]['items'][number];

/** Who did it: a post, with "Plt." or "Plh." in front, or the applicant. */
export function whoWords(item: TimelineItem, lang: Lang): string | null {
  if (item.who === null) return null;
  const acting = item.acting === null ? '' : { plt: 'Plt. ', plh: 'Plh. ' }[item.acting];
  return `${acting}${item.who[lang]}`;
}

/** The numbered line of a request: received first, then the steps of its standard. */
export function courseLine(open: OpenTracked): Html {
  const { view, lang, moment } = open;
  const received: Shown = {
    title: trackWords[lang].received,
    state: 'done',
    detail: formatInstant(view.state.receivedAt, moment.timeZone, lang),
  };
  const shown = view.service.value.steps.flatMap((step, at) => shownStep(open, step, at));
  return steps({ lang, items: [received, ...shown, ...brokenOff(open)] });
}

function shownStep(open: OpenTracked, step: Step, at: number): Shown[] {
  const { view, lang } = open;
  const { steps: all } = view.service.value;
  const ended = isEnded(view.state.status);
  const current = ended ? all.length : all.findIndex(({ id }) => id === view.state.step);
  if (at === current) return [currentStep(open, step)];
  const made = view.timeline.findLast((item) => item.kind === 'step-made' && item.step === step.id);
  // A step beyond the current one may have been made before: the request came back, and it will be made again.
  if (made && at < current) return [{ title: step.title[lang], state: 'done', detail: madeBy(open, made) }];
  // What was left out, or cut off by the end, will not happen any more.
  if (ended || at < current) return [];
  const { positions } = open.context.catalogue.organisation(view.state.government);
  return [
    { title: step.title[lang], state: 'todo', detail: postsOf(step, view.service.value, positions, lang) },
  ];
}

/** The end of a request that did not reach its product: who refused, withdrew or cancelled it, and when. */
function brokenOff(open: OpenTracked): Shown[] {
  const end = open.view.timeline.findLast(({ kind }) => BROKEN_OFF.has(kind));
  return end ? [{ title: end.title[open.lang], state: 'done', detail: madeBy(open, end) }] : [];
}

const BROKEN_OFF: ReadonlySet<TimelineItem['kind']> = new Set(['refused', 'withdrawn', 'cancelled']);

function madeBy({ lang, moment }: OpenTracked, item: TimelineItem): string {
  const when = formatInstant(item.at, moment.timeZone, lang);
  return [when, whoWords(item, lang)].filter(Boolean).join(' · ');
}

function currentStep({ view, lang }: OpenTracked, step: Step): Shown {
  const posts = view.waiting.map(({ title }) => title[lang]);
  const detail = posts.length > 0 ? formatList(posts, lang) : trackWords[lang].you;
  return { title: step.title[lang], state: 'now', detail };
}
