/** What the desk says about a request's clock beside its deadline: the step's own time, reminders, and what silence may mean. */
import { SILENCE_DUTY } from '../standard/index.ts';
import type { SentNotice } from '../request/index.ts';
import { html, notice, panel, soft, timeline } from '../ui/index.ts';
import type { Content, TimelineEntry } from '../ui/index.ts';
import { formatInstant } from '../working-time/index.ts';
import { clockWords } from './clock-words.ts';
import type { RequestPage } from './request-context.ts';
import { postTitle } from './request-words.ts';

/** When the present step is due, where the standard gives steps a time; said plainly once it has passed. */
export function stepTime({ view, lang, now }: RequestPage): Content {
  const { stepDue, timeZone } = view;
  if (stepDue === null) return null;
  const words = clockWords[lang];
  const when = formatInstant(stepDue, timeZone, lang);
  return Temporal.Instant.compare(now, stepDue) > 0
    ? notice({ lang, kind: 'warning', children: html`<p>${words.stepLate(when)}</p>` })
    : html`<p>${words.stepDue(when)}</p>`;
}

/** UU 30/2014 art. 53, where the standard says that silence may count: which article, what to do, and who examines it. */
export function silencePart({ view, lang, organisation }: RequestPage): Content {
  const { state, service } = view;
  if (service.value.silence !== 'potential-approval' || !state.overdue || state.endedAt !== null) return null;
  const words = clockWords[lang];
  const post = state.dutyPosts[SILENCE_DUTY.id];
  const who = post === undefined ? words.noLegal : words.silenceWith(postTitle(organisation, post, lang));
  return notice({
    lang,
    kind: 'warning',
    title: words.silenceTitle,
    children: html`<p>${words.silenceText}</p><p>${words.silenceDo}</p><p>${who}</p>`,
  });
}

/** Who was reminded of what, and when somebody will be next. */
export function noticesPanel(page: RequestPage): Content {
  const { view, lang } = page;
  const { notices, nextNotice, timeZone } = view;
  if (notices.length === 0 && nextNotice === null) return null;
  const words = clockWords[lang];
  return panel({
    title: words.notices,
    id: 'pengingat',
    children: [
      notices.length > 0
        ? timeline(notices.map((sent) => entryOf(page, sent)))
        : html`<p>${words.noNotices}</p>`,
      nextNotice && soft(words.noticeNext(formatInstant(nextNotice, timeZone, lang))),
    ],
  });
}

function entryOf({ view, lang, organisation }: RequestPage, sent: SentNotice): TimelineEntry {
  const words = clockWords[lang];
  const rules: Readonly<Record<string, string>> = words.noticeRules;
  const post = postTitle(organisation, sent.position, lang);
  return {
    at: { iso: sent.at.toString(), words: formatInstant(sent.at, view.timeZone, lang) },
    title: rules[sent.rule] ?? sent.rule,
    by: sent.name === null ? words.noticeNobody(post) : words.noticeTo(sent.name, post),
    detail: null,
    kind: 'plain',
  };
}
