/** The journal of a request as officials read it: what, when, by which post and person, with what. */
import type { TimelineItem } from '../request/index.ts';
import { describeAnswer } from '../standard/index.ts';
import type { Answers, Question } from '../standard/index.ts';
import { bullets, deskWords, fileLine, html, pairs, panel, paragraphs, timeline } from '../ui/index.ts';
import type { Content, Html, TimelineEntry } from '../ui/index.ts';
import { formatInstant } from '../working-time/index.ts';
import type { RequestPage } from './request-context.ts';
import { fileHref } from './request-facts.ts';
import { actingTitle, lineLabel, postTitle } from './request-words.ts';
import { pageWords } from './words.ts';

/** The whole history, newest first: what happened last is what matters to whoever acts next. */
export function historyPanel(page: RequestPage): Html {
  return panel({
    title: deskWords[page.lang].request.history,
    id: 'riwayat',
    children: timeline(page.view.timeline.toReversed().map((item) => entryOf(page, item))),
  });
}

/** What happened after a version that somebody had seen, oldest first. */
export function changesSince(page: RequestPage, version: number): Html {
  const items = page.view.timeline.filter(({ position }) => position > version);
  return timeline(items.map((item) => entryOf(page, item)));
}

const kinds: Readonly<Partial<Record<TimelineItem['kind'], TimelineEntry['kind']>>> = {
  'step-made': 'ok',
  closed: 'ok',
  resubmitted: 'ok',
  returned: 'paused',
  'return-proposed': 'paused',
  overdue: 'warning',
  refused: 'warning',
  cancelled: 'warning',
  withdrawn: 'warning',
};

function entryOf(page: RequestPage, item: TimelineItem): TimelineEntry {
  const { lang, view } = page;
  return {
    at: { iso: item.at, words: formatInstant(item.at, view.timeZone, lang) },
    title: titleOf(page, item),
    by: byWhom(page, item),
    detail: detailOf(page, item),
    kind: kinds[item.kind] ?? 'plain',
  };
}

function titleOf({ lang, view }: RequestPage, item: TimelineItem): string {
  const { agenda } = view.state;
  if (item.kind === 'agenda-numbered' && agenda)
    return pageWords[lang].request.agenda(agenda.number, agenda.year);
  return item.title[lang];
}

function byWhom({ lang, view }: RequestPage, item: TimelineItem): string {
  if (!item.who) return pageWords[lang].request.systemDid;
  const post = actingTitle(item.who[lang], item.acting);
  const name = item.official === null ? undefined : view.officials[item.official];
  return name === undefined ? post : `${post} · ${name}`;
}

function detailOf(page: RequestPage, item: TimelineItem): Content {
  const { lang, view, organisation } = page;
  const words = pageWords[lang].request;
  const service = view.service.value;
  const named = (label: string, items: readonly string[]): Content =>
    items.length > 0 && [html`<p class="soft">${label}</p>`, bullets(items)];
  const parts = [
    item.explained && paragraphs(item.explained[lang]),
    item.text !== null && paragraphs(item.text),
    named(
      words.missing,
      item.missing.map((id) => lineLabel(service, id, lang)),
    ),
    named(
      words.handedTo,
      item.addressees.map((id) => postTitle(organisation, id, lang)),
    ),
    named(
      words.instructions,
      item.instructions.flatMap((n) => organisation.instructions[n]?.[lang] ?? []),
    ),
    item.ticked.length > 0 && html`<p class="soft">${words.checked(item.ticked.length)}</p>`,
    recordedPart(page, item),
    named(
      words.lacking,
      item.warnings.map((code) => competenceTitle(page, code)),
    ),
    item.secrets.length > 0 && html`<p>${words.secret}</p>`,
    filesOf(page, item),
  ];
  return parts.some(Boolean) ? parts : null;
}

export const competenceTitle = ({ organisation, lang }: RequestPage, code: string): string =>
  organisation.competences.find(({ id }) => id === code)?.title[lang] ?? code;

/** A step that its last delivery made has the fields of that order: they are read where it was ordered. */
const isToldBefore = ({ view }: RequestPage, { position, fields }: TimelineItem): boolean =>
  view.timeline.some((other) => other.position < position && other.fields?.value === fields?.value);

function recordedPart(page: RequestPage, item: TimelineItem): Content {
  const recorded = isToldBefore(page, item) ? undefined : page.view.recorded[item.position];
  const step = page.view.service.value.steps.find(({ id }) => id === item.step);
  return recorded && step ? recordedPairs(page, step.fields, recorded) : null;
}

function recordedPairs(
  { lang, organisation }: RequestPage,
  fields: readonly Question[],
  recorded: Answers,
): Html {
  return pairs(
    fields.flatMap((field) => {
      const value = recorded[field.id];
      if (value === undefined) return [];
      return [{ term: field.label[lang], value: describeAnswer(field, value, lang, organisation.agencies) }];
    }),
  );
}

function filesOf({ view, lang }: RequestPage, item: TimelineItem): Content {
  return item.files.flatMap((id) => {
    const file = view.files.find((candidate) => candidate.id === id);
    const href = fileHref(view.state.number, id);
    return file ? [fileLine({ name: file.name, size: file.size, href }, null, lang)] : [];
  });
}
