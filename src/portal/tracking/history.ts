/** What happened, oldest first, with files that may be fetched. */
import type { FileView, TimelineItem } from '../../request/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { fileLine, html, paragraphs, timeline } from '../../ui/index.ts';
import type { Content, Html, TimelineEntry } from '../../ui/index.ts';
import { whoWords } from './course.ts';
import type { OpenTracked } from './open-tracked.ts';

const KINDS: Partial<Record<TimelineItem['kind'], TimelineEntry['kind']>> = {
  closed: 'ok',
  returned: 'paused',
  refused: 'warning',
  cancelled: 'warning',
  overdue: 'warning',
};

/** Files as lines to fetch them by. */
export function fileLines({ base, lang }: OpenTracked, files: readonly FileView[]): Content {
  return files.map((file) =>
    fileLine({ name: file.name, size: file.size, href: `${base}/berkas/${file.id}` }, null, lang),
  );
}

/** The files with these ids, as far as the applicant may have them. */
export const filesNamed = ({ view }: OpenTracked, ids: readonly string[]): readonly FileView[] =>
  view.files.filter((file) => ids.includes(file.id));

/**
 * The history of a request. What was delivered stands apart; deadlines stand with their derivation, except for one that
 * the office's calendar moved: nobody asked for that, so it is told.
 */
export function history(open: OpenTracked): Html {
  const { view, lang, moment } = open;
  const told = view.timeline.filter((item) => item.kind !== 'deadline-set' || item.explained);
  return timeline(
    told.map((item) => ({
      at: { iso: item.at, words: formatInstant(item.at, moment.timeZone, lang) },
      title: item.title[lang],
      by: whoWords(item, lang),
      kind: KINDS[item.kind] ?? 'plain',
      detail: detailOf(open, item),
    })),
  );
}

/** Its words stand with what was delivered. */
export const isHandedOver = ({ kind, action }: TimelineItem): boolean =>
  kind === 'step-made' && action === 'fulfil';

function detailOf(open: OpenTracked, item: TimelineItem): Content {
  const text = isHandedOver(item) ? null : item.text;
  const files = filesNamed(open, item.files);
  const explained = item.explained?.[open.lang];
  if (text === null && files.length === 0 && !explained) return null;
  return html`${explained && paragraphs(explained)}${text !== null && paragraphs(text)}${fileLines(open, files)}`;
}
