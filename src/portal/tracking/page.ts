/** A request as its applicant follows it. */
import { findLineText, isEnded, MOST_WORDS } from '../../request/index.ts';
import type { Service } from '../../standard/index.ts';
import {
  bullets,
  button,
  columns,
  commonWords,
  errorOf,
  errorSummary,
  folded,
  form,
  html,
  linkButton,
  notice,
  pageHeading,
  pairs,
  panel,
  paragraphs,
  publicWords,
  section,
  textArea,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { deadlineTold } from '../../web/index.ts';
import type { ApplicantLetter } from '../../product/index.ts';
import type { OwnedCertificate } from '../certificate/owned.ts';
import { trackWords } from '../words/track.ts';
import { courseLine } from './course.ts';
import { findDeadlineAhead } from './deadline-entry.ts';
import { delivered } from './delivered.ts';
import { history } from './history.ts';
import { lettersPart } from './letters-part.ts';
import type { OpenTracked, TriedForm } from './open-tracked.ts';
import { standing } from './standing.ts';

/** What was just done, told once on top of the page. */
export type News =
  'completed' | 'messageSent' | 'withdrawn' | 'nameKept' | 'secretAsked' | 'secretGone' | 'withdrawalAsked';

export interface TrackingPageProps extends TriedForm {
  readonly open: OpenTracked;
  /** The trial certificate that was delivered with it. */
  readonly owned: OwnedCertificate | null;
  /** Letters that reached the applicant. */
  readonly letters: readonly ApplicantLetter[];
  readonly news: News | null;
}

/** The inside of the tracking page. */
export function trackingPage(props: TrackingPageProps): Html {
  const { open, owned, letters, news, faults } = props;
  const { lang, view } = open;
  const kind = news === 'secretGone' ? 'warning' : 'success';
  const told =
    news && notice({ lang, kind, children: trackWords[lang][saidOf(news, open)], announced: true });
  const erased = view.erased && notice({ lang, kind: 'info', children: trackWords[lang].erased });
  return columns({
    head: html`${errorSummary({ lang, faults })}${told}${erased}${pageHeading({
      above: view.state.number,
      title: view.service.value.title[lang],
    })}${standing(open)}${demand(open)}${refusal(open)}${delivered(open, owned, props)}${lettersPart(open, letters)}`,
    main: html`${section({
      title: trackWords[lang].stepsTitle,
      children: courseLine(open),
    })}${derivation(open)}${section({
      title: publicWords[lang].track.history,
      children: history(open),
    })}${messageForm(props)}${sharedComputer(open)}`,
    side: actions(open),
    sideLabel: publicWords[lang].track.youCan,
  });
}

/** No clock runs again that was never stopped: what was asked after the deadline, or before the clock began. */
const saidOf = (news: News, { view }: OpenTracked): News | 'completedLate' =>
  news === 'completed' && (view.timeLeft === null || view.timeLeft.late) ? 'completedLate' : news;

/** What stands above a list of everything missing. */
export const demandLead = ({ view, lang }: OpenTracked): string =>
  view.state.left === null ? trackWords[lang].allMissing : publicWords[lang].track.completeLead;

/** The name of something missing: a requirement, a line of a checklist, or "something else". */
export const missingLabel = (service: Service, id: string, lang: Lang): string =>
  findLineText(service, id)?.[lang] ?? trackWords[lang].otherMissing;

function demand(open: OpenTracked): Content {
  const { view, lang, base } = open;
  if (!view.demand) return null;
  const { missing, message } = view.demand;
  const words = publicWords[lang].track;
  return panel({
    title: words.completeTitle,
    children: html`<p>${demandLead(open)}</p>${bullets(
      missing.map((id) => missingLabel(view.service.value, id, lang)),
    )}${message !== null && html`<h3>${trackWords[lang].fromOffice}</h3>${paragraphs(message)}`}<p>${linkButton({ label: words.complete, href: `${base}/lengkapi` })}</p>`,
  });
}

function refusal({ view, lang, context }: OpenTracked): Content {
  if (!view.refusal) return null;
  const words = trackWords[lang];
  const { ground, law, reason } = view.refusal;
  const { government } = view.state;
  const { value: service } = view.service;
  const facts = [
    { term: words.groundLabel, value: ground?.[lang] },
    { term: words.lawLabel, value: law },
    { term: words.reasonLabel, value: reason !== null && paragraphs(reason) },
  ].filter(({ value }) => Boolean(value));
  const objections = context.catalogue
    .servicesAttacking(government, service.id)
    .map(({ id, title }) => html`<a href="/${government}/layanan/${id}">${title[lang]}</a>`);
  return panel({
    title: words.refusedWhy,
    children: html`${pairs(facts)}<h3>${words.remediesTitle}</h3>${bullets([
      ...objections,
      ...service.remedies.map((remedy) => remedy[lang]),
    ])}`,
  });
}

function derivation({ view, lang, moment }: OpenTracked): Content {
  if (view.derivation.length === 0) return null;
  const { derivation: steps, calendar } = view;
  const children = deadlineTold({ lang, derivation: steps, calendar, today: moment.local.toPlainDate() });
  return section({
    children: folded({ id: 'hitungan', summary: publicWords[lang].track.derivation, children }),
  });
}

function messageForm({ open, faults, typed }: TrackingPageProps): Content {
  const { view, lang, base, request } = open;
  if (isEnded(view.state.status)) return null;
  const words = trackWords[lang];
  return folded({
    id: 'pesan',
    summary: words.messageTitle,
    open: typed.text !== undefined,
    children: form({
      lang,
      action: `${base}/pesan`,
      csrf: request.csrfToken(),
      askBeforeLeaving: true,
      children: html`${textArea({
        lang,
        name: 'text',
        label: words.messageLabel,
        hint: words.messageHint,
        value: typed.text,
        error: errorOf(faults, 'text', lang),
        maxLength: MOST_WORDS,
      })}${button({ label: commonWords[lang].do.send })}`,
    }),
  });
}

function actions({ view, lang, base }: OpenTracked): Html {
  const words = trackWords[lang];
  const own = publicWords[lang].track;
  const ended = isEnded(view.state.status);
  const links = [
    !ended && html`<a href="#pesan">${own.message}</a>`,
    html`<a href="${base}/tanda-terima">${words.receipt}</a>`,
    findDeadlineAhead(view) !== null && html`<a href="${base}/tenggat.ics">${words.toCalendar}</a>`,
    !ended && html`<a href="${base}/tarik">${own.withdraw}</a>`,
  ].filter((link) => link !== false);
  return panel({ title: own.youCan, children: bullets(links) });
}

/** The key stays in the browser for a while; where others use it too, it can be taken out at once. */
function sharedComputer({ lang, base, request }: OpenTracked): Html {
  const words = trackWords[lang];
  const forget = form({
    lang,
    action: `${base}/tutup`,
    csrf: request.csrfToken(),
    children: button({ label: words.forget, kind: 'quiet' }),
  });
  return section({
    title: words.sharedComputer,
    level: 3,
    children: html`<p class="soft">${words.forgetHint}</p>${forget}`,
  });
}
