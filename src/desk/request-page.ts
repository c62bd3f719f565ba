/** One request on one page: on the left what it is and what happened, on the right the time and what I may do. */
import type { FieldFault } from '../ground/index.ts';
import { promiseOf } from '../request/index.ts';
import { keepsIdentityApart } from '../standard/index.ts';
import {
  buttonRow,
  columns,
  deskWords,
  errorSummary,
  html,
  linkButton,
  notice,
  pageHeading,
  panel,
  paragraphs,
  promiseBox,
} from '../ui/index.ts';
import type { Content, Html } from '../ui/index.ts';
import { describeLeft, describeTimeLeft, formatInstant, timeLeft } from '../working-time/index.ts';
import { namedFaults } from '../web/index.ts';
import { formOf } from './action-names.ts';
import { progressPanel } from './deliveries/progress-panel.ts';
import { lettersCalledFor, lettersPanel } from './letters/letters-panel.ts';
import { noticesPanel, silencePart, stepTime } from './clock-part.ts';
import { otherForms, proposalPanel } from './other-forms.ts';
import type { RequestPage } from './request-context.ts';
import { applicantPanel, askedPanel, derivationPart, filesPanel, letterPanel } from './request-facts.ts';
import { changesSince, historyPanel } from './request-history.ts';
import { agencyName, currentStep } from './request-words.ts';
import { stepPanel } from './step-form.ts';
import { pageWords } from './words.ts';

/** The inside of the page. */
export function requestPage(page: RequestPage): Content {
  return columns({
    head: [heading(page), noticesOf(page)],
    side: [
      timeBox(page),
      stepTime(page),
      silencePart(page),
      actionsPart(page),
      lettersPanel(page),
      sheetsPart(page),
    ],
    main: [
      askedPanel(page),
      filesPanel(page),
      applicantPanel(page),
      letterPanel(page),
      historyPanel(page),
      noticesPanel(page),
      derivationPart(page),
    ],
    sideLabel: pageWords[page.lang].request.side,
  });
}

function heading({ view, lang, organisation }: RequestPage): Html {
  const { agency, name, subject } = view.applicant;
  const service = view.service.value;
  const who = agency === null ? name : agencyName(organisation, agency);
  const shown = who ?? (keepsIdentityApart(service) ? pageWords[lang].queue.protected : null);
  return pageHeading({
    above: [view.state.number, shown].filter((part) => part !== null).join(' · '),
    title: service.title[lang],
    lead: subject !== null && subject !== service.title.id ? subject : null,
  });
}

function noticesOf(page: RequestPage): Content {
  const { lang, staleSince, recorded } = page;
  const words = deskWords[lang].request;
  return [
    staleSince !== null && [
      notice({
        lang,
        kind: 'warning',
        title: words.stale,
        children: html`<p>${words.staleText}</p>`,
        announced: true,
      }),
      changesSince(page, staleSince),
    ],
    errorSummary({ lang, faults: summaryFaults(page) }),
    recorded && notice({ lang, kind: 'success', title: words.done, announced: true }),
    lettersCalledFor(page),
    lostWords(page),
  ];
}

/** What a step, a refusal and what was done by hand record stands in forms of their own, each field under its form's name. */
function summaryFaults({ faults, view }: RequestPage): readonly FieldFault[] {
  const fields = currentStep(view)?.fields ?? [];
  const forms = ['step', 'refuse', 'settle-delivery'];
  return forms.reduce((named, form) => namedFaults(named, fields, `${form}.fields.`), faults);
}

/** Texts of an action that is no longer open: shown once more, so that nobody's words are lost. */
function lostWords({ lang, tried, posted, view }: RequestPage): Content {
  if (tried === null || view.offers.some(({ action }) => formOf(action) === formOf(tried))) return null;
  const start = `${formOf(tried)}.`;
  const typed = Object.entries(posted).flatMap(([name, value]) =>
    name.startsWith(start) && typeof value === 'string' && value.includes(' ') ? [value] : [],
  );
  if (typed.length === 0) return null;
  const words = pageWords[lang].request;
  return panel({
    title: words.typed,
    children: [html`<p>${words.typedText}</p>`, typed.map((text) => paragraphs(text))],
  });
}

function timeBox({ view, lang, now }: RequestPage): Html {
  const words = pageWords[lang].request;
  const { state, timeZone } = view;
  const at = (instant: string): string => formatInstant(instant, timeZone, lang);
  if (state.endedAt !== null) {
    const label = pageWords[lang].status[state.status];
    const meaning = words.endedOn(at(state.endedAt));
    return promiseBox({ label: words.ended, time: label, meaning, state: state.overdue ? 'late' : 'kept' });
  }
  if (state.left) {
    return promiseBox({ label: words.paused, time: describeLeft(state.left, lang), state: 'paused' });
  }
  if (state.due === null) {
    return promiseBox({ label: words.notStarted, time: '–', meaning: words.notStartedText, state: 'paused' });
  }
  const { basis } = promiseOf(view.service.value, state);
  const left = timeLeft(view.calendar, basis, now, Temporal.Instant.from(state.due));
  const due = words.dueBy(at(state.due));
  return promiseBox({
    label: left.late ? words.late : words.left,
    time: describeTimeLeft(left, lang),
    meaning: state.provisional ? `${due}. ${words.provisional}` : due,
    explain: { href: '#hitungan', label: words.derivation },
    state: left.late ? 'late' : 'running',
  });
}

function actionsPart(page: RequestPage): Content {
  const { view, lang } = page;
  const words = pageWords[lang].request;
  // Whoever oversees only reads, but for a duty of their own (the legal division, UU 30/2014 art. 53).
  if (view.standpoint === 'overseer') {
    const only = view.offers.length === 0 ? words.readOnly : words.readMostly;
    return [
      notice({ lang, kind: 'info', title: only, children: html`<p>${words.readOnlyHides}</p>` }),
      progressPanel(page),
      otherForms(page, view.offers),
    ];
  }
  const forward = view.offers.filter(({ kind }) => kind === 'forward');
  const step = currentStep(view);
  return [
    view.standpoint === 'superior' &&
      notice({
        lang,
        kind: 'info',
        title: words.asSuperior,
        children: html`<p>${words.asSuperiorText}</p>`,
      }),
    waitingLine(page),
    proposalPanel(page, view.offers),
    step && stepPanel(page, step, forward),
    progressPanel(page),
    otherForms(page, view.offers),
  ];
}

/** Whose turn it is, when it is not mine; and who has taken it up. */
function waitingLine({ view, lang, standing }: RequestPage): Content {
  const { waiting, state } = view;
  // What stopped waits for whoever makes the step, though the step itself has to wait.
  const mine = view.offers.some(({ kind, action }) => kind === 'forward' || action === 'resume-delivery');
  const titles = waiting.map(({ title }) => title[lang]).join(', ');
  const taken = state.takenBy !== null && state.takenBy !== standing.official;
  const name = state.takenBy === null ? undefined : view.officials[state.takenBy];
  return [
    !mine && titles !== '' && html`<p>${deskWords[lang].request.notYours(titles)}</p>`,
    taken && name !== undefined && html`<p>${pageWords[lang].request.takenBy(name)}</p>`,
  ];
}

function sheetsPart({ view, lang }: RequestPage): Html {
  const base = `/meja/permohonan/${view.state.number}`;
  const words = deskWords[lang].request;
  return panel({
    title: pageWords[lang].request.sheets,
    children: buttonRow(
      linkButton({ label: words.printReceipt, href: `${base}/tanda-terima`, kind: 'quiet', wide: true }),
      linkButton({ label: words.printDisposition, href: `${base}/disposisi`, kind: 'quiet', wide: true }),
    ),
  });
}
