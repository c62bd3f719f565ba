/** How a request stands, told first on its page: the time that is left, or how it ended. */
import { getStep, isEnded } from '../../request/index.ts';
import { describeLeft, formatDate, formatInstant } from '../../working-time/index.ts';
import { formatList, html, promiseBox, publicWords } from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { instantWords } from '../moment.ts';
import { trackWords } from '../words/track.ts';
import type { OpenTracked } from './open-tracked.ts';
import { pausedWords, timeLeftWords } from './time-left.ts';

/** The promise of a request as it stands now. */
export function standing(open: OpenTracked): Html {
  const { state } = open.view;
  // What is asked for after the deadline stops no clock any more: then the promise stays broken while the office waits.
  if (!isEnded(state.status) && state.due !== null) return running(open, state.due);
  if (state.status === 'in-progress') return notRunning(open);
  if (state.status === 'returned') return paused(open);
  return state.status === 'closed' ? kept(open) : stopped(open);
}

/** What is asked of the applicant; what the program makes right now; else at which posts it waits, and what happens there. */
function whereabouts({ view, lang, context }: OpenTracked): Content {
  if (view.demand) return trackWords[lang].askedLate;
  const made = (view.state.deliveries ?? []).filter(({ status }) => status === 'ordered');
  const titles = made.map(({ kind }) => context.products.titleOf(kind)[lang]);
  const posts = view.waiting.map(({ title }) => title[lang]);
  const step = view.state.step === null ? null : getStep(view.service.value, view.state.step);
  const words = trackWords[lang];
  const onDesk = posts.length > 0 && words.onDesk(formatList(posts, lang));
  const where = made.length > 0 ? words.beingMade(formatList(titles, lang)) : onDesk;
  return html`${where}${step?.waitingWords && html` ${step.waitingWords[lang]}`}`;
}

function stoodStill(open: OpenTracked): Content {
  const time = pausedWords(open.view, open.lang);
  return time !== null && html` ${trackWords[open.lang].paused(time)}`;
}

function running(open: OpenTracked, due: string): Html {
  const { view, moment, lang } = open;
  const words = publicWords[lang].track;
  const own = trackWords[lang];
  const left = timeLeftWords(view, moment, lang);
  const when = instantWords(due, moment, lang);
  const explain = { href: '#hitungan', label: words.derivation };
  if (view.timeLeft?.late) {
    return promiseBox({
      state: 'late',
      label: words.late,
      time: words.lateBy(left ?? ''),
      meaning: html`${own.apology}${view.state.overdue && html` ${own.superiorTold}`} ${own.stillDue(when)} ${whereabouts(open)}${stoodStill(open)}`,
      explain,
    });
  }
  return promiseBox({
    label: words.timeLeft,
    time: left,
    meaning: html`${words.duePrefix} <strong>${when}</strong>. ${whereabouts(open)}${stoodStill(open)}`,
    explain,
  });
}

function notRunning(open: OpenTracked): Html {
  const words = trackWords[open.lang];
  return promiseBox({
    label: publicWords[open.lang].service.promise,
    time: words.notStartedTime,
    meaning: html`${words.notStarted} ${whereabouts(open)}`,
  });
}

function paused({ view, lang }: OpenTracked): Html {
  const words = publicWords[lang].track;
  const { left } = view.state;
  return promiseBox({
    state: 'paused',
    label: words.paused,
    time: left ? describeLeft(left, lang) : trackWords[lang].notStartedTime,
    meaning: html`${left && html`${trackWords[lang].left}. `}${trackWords[lang].clockStopped}`,
  });
}

function kept(open: OpenTracked): Html {
  const { view, moment, lang } = open;
  const { endedAt, stepSince } = view.state;
  const due = view.promisedBy;
  const words = trackWords[lang];
  const ended = Temporal.Instant.from(endedAt ?? stepSince);
  const late = due !== null && Temporal.Instant.compare(ended, due) > 0;
  const when = formatInstant(ended, moment.timeZone, lang);
  return promiseBox({
    state: late ? 'late' : 'kept',
    label: publicWords[lang].track.finished,
    time: formatDate(ended.toZonedDateTimeISO(moment.timeZone).toPlainDate(), lang),
    meaning: html`${late ? words.keptLate(when, formatInstant(due, moment.timeZone, lang)) : words.kept(when)}${stoodStill(open)}`,
  });
}

/** Refused, withdrawn, cancelled: no promise any more, but a plain word on what happened. */
function stopped({ view, moment, lang }: OpenTracked): Html {
  const words = trackWords[lang];
  const titles = {
    refused: words.refusedTitle,
    withdrawn: words.withdrawnTitle,
    cancelled: words.cancelledTitle,
  } as const;
  const { status, endedAt, stepSince } = view.state;
  const title =
    status === 'refused' || status === 'withdrawn' || status === 'cancelled' ? titles[status] : '';
  return promiseBox({
    label: words.outcome,
    time: title,
    meaning: words.ended(formatInstant(endedAt ?? stepSince, moment.timeZone, lang)),
  });
}
