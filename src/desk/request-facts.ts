/** What a request asks for and brings: the left side of its page. */
import type { FileView } from '../request/index.ts';
import {
  applies,
  describeAnswer,
  keepsIdentityApart,
  visibleQuestions,
  isUploaded,
} from '../standard/index.ts';
import type { Requirement } from '../standard/index.ts';
import {
  button,
  buttonRow,
  deskWords,
  fileLine,
  folded,
  form,
  html,
  notice,
  pairs,
  panel,
  previewLink,
  soft,
  textField,
} from '../ui/index.ts';
import type { Content, Html, Pair } from '../ui/index.ts';
import { deadlineTold, isViewable } from '../web/index.ts';
import { formatDate, formatInstant } from '../working-time/index.ts';
import { contactPart } from './contact-part.ts';
import type { RequestPage } from './request-context.ts';
import { agencyName } from './request-words.ts';
import { pageWords } from './words.ts';

/** The answers to the form's questions, described. */
export function askedPanel({ view, lang, organisation }: RequestPage): Html {
  const items = visibleQuestions(view.service.value, view.answers).flatMap((question): Pair[] => {
    const answer = view.answers[question.id];
    if (answer === undefined) return [];
    const value = describeAnswer(question, answer, lang, organisation.agencies);
    return [{ term: question.label[lang], value: withBreaks(value) }];
  });
  const empty = html`<p>${view.erased ? pageWords[lang].request.erased : pageWords[lang].request.noAnswers}</p>`;
  return panel({
    title: deskWords[lang].request.asked,
    children: items.length > 0 ? pairs(items) : empty,
  });
}

const withBreaks = (text: string): Content =>
  text.split('\n').map((line, at) => [at > 0 && html`<br>`, line]);

/** The address of one file of a request. */
export const fileHref = (number: string, file: string): string => `/meja/permohonan/${number}/berkas/${file}`;

/** A file to download, and to look at where a browser can show its kind. Reading an identity card is recorded, and said. */
function fileOf(number: string, { id, name, size, type, personal }: FileView, lang: 'id' | 'en'): Html {
  const href = fileHref(number, id);
  const kind = type === 'application/pdf' ? 'pdf' : 'image';
  const actions = isViewable(type) && previewLink({ lang, name, href: `${href}/lihat`, kind });
  const told = personal && soft(pageWords[lang].request.readingRecorded);
  return fileLine({ name, size, href, actions }, told, lang);
}

/** What was brought for each requirement, and what the office delivered. */
export function filesPanel(page: RequestPage): Html {
  const { view, lang } = page;
  const words = pageWords[lang].request;
  const asked = view.service.value.requirements.filter(
    (one) =>
      (isUploaded(one) && applies(one.when, view.answers)) ||
      view.files.some((file) => file.requirement === one.id),
  );
  const known = new Set(asked.map(({ id }) => id));
  const others = view.files.filter(({ requirement }) => !known.has(requirement));
  const items = [
    ...asked.map((requirement) => requirementPair(page, requirement)),
    ...others.map((file) => ({
      term: file.givenBy === 'official' ? words.fileOfOffice : words.attached,
      value: fileOf(view.state.number, file, lang),
    })),
  ];
  return panel({
    title: deskWords[lang].request.files,
    id: 'berkas',
    children: items.length > 0 ? pairs(items) : html`<p>${words.noFiles}</p>`,
  });
}

function requirementPair({ view, lang }: RequestPage, requirement: Requirement): Pair {
  const words = pageWords[lang].request;
  const files = view.files.filter((file) => file.requirement === requirement.id);
  const shown = view.submission.paper.includes(requirement.id) && soft(words.paperSeen);
  return {
    term: requirement.label[lang],
    value:
      files.length > 0
        ? [files.map((file) => fileOf(view.state.number, file, lang)), shown]
        : shown || soft(words.notBrought),
  };
}

/** Who asks, and the door to a protected identity. */
export function applicantPanel(page: RequestPage): Html {
  const { view, lang, organisation } = page;
  const words = pageWords[lang].request;
  const { kind, name, agency } = view.applicant;
  const kinds: Readonly<Record<string, string>> = pageWords[lang].applicant;
  const items: Pair[] = [
    { term: words.kind, value: kinds[kind] ?? kind },
    ...(name === null ? [] : [{ term: words.name, value: name }]),
    ...(agency === null ? [] : [{ term: words.agency, value: agencyName(organisation, agency) }]),
    { term: words.channel, value: words.channels[view.state.channel] },
    ...(view.submission.representative ? [{ term: words.representative, value: words.yes }] : []),
  ];
  return panel({
    title: deskWords[lang].request.applicant,
    children: [pairs(items), identityPart(page), contactPart(page)],
  });
}

function identityPart(page: RequestPage): Content {
  const { view, lang } = page;
  const words = pageWords[lang].request;
  if (page.identity) {
    return [
      notice({ lang, kind: 'info', children: html`<p>${words.revealedText}</p>`, announced: true }),
      html`<h3>${words.revealed}</h3>`,
      pairs(page.identity.map(({ label, value }) => ({ term: label, value }))),
    ];
  }
  if (!keepsIdentityApart(view.service.value) || view.applicant.name !== null) return null;
  return [html`<p>${words.protectedText}</p>`, view.identityApart && revealForm(page)];
}

function revealForm({ lang, csrf, view, faults, tried }: RequestPage): Html {
  const words = pageWords[lang].request;
  const fault = tried === 'reveal' ? faults.find(({ path }) => path === 'reveal.reason') : undefined;
  return folded({
    summary: words.reveal,
    open: fault !== undefined,
    children: form({
      lang,
      csrf,
      action: `/meja/permohonan/${view.state.number}/identitas`,
      children: [
        textField({
          lang,
          name: 'reveal.reason',
          label: words.revealReason,
          hint: words.revealHint,
          maxLength: 500,
          error: fault?.words[lang] ?? null,
        }),
        buttonRow(button({ label: words.reveal, kind: 'quiet' })),
      ],
    }),
  });
}

/** How it came in: agenda number, the letter's own number and date where there is one, the stamp and the entry. */
export function letterPanel({ view, lang }: RequestPage): Content {
  const words = deskWords[lang].letter;
  const { state, submission, timeZone } = view;
  const { letter } = submission;
  const at = (instant: string): string => formatInstant(instant, timeZone, lang);
  const items: Pair[] = [
    ...(state.agenda
      ? [{ term: words.agendaNumber, value: `${state.agenda.number}/${state.agenda.year}` }]
      : []),
    ...(letter.number === undefined ? [] : [{ term: words.sendersNumber, value: letter.number }]),
    ...(letter.date === undefined ? [] : [{ term: words.date, value: formatDate(letter.date, lang) }]),
    ...(letter.subject === undefined ? [] : [{ term: words.subject, value: letter.subject }]),
    ...(letter.nature === undefined ? [] : [{ term: words.nature, value: letter.nature }]),
    ...(letter.srikandi === undefined ? [] : [{ term: words.srikandi, value: letter.srikandi }]),
    { term: words.receivedAt, value: at(state.receivedAt) },
    ...(sameInstant(state.recordedAt, state.receivedAt)
      ? []
      : [{ term: words.recordedAt, value: at(state.recordedAt) }]),
    ...(submission.lateReason === null ? [] : [{ term: words.lateReason, value: submission.lateReason }]),
  ];
  const title = Object.keys(letter).length > 0 ? words.title : words.receiptTitle;
  return panel({ title, children: pairs(items) });
}

const sameInstant = (one: string, other: string): boolean => Temporal.Instant.compare(one, other) === 0;

/** How the deadline was found, step by step and on a wall calendar. */
export function derivationPart({ view, lang, now }: RequestPage): Content {
  const { derivation, calendar, timeZone } = view;
  if (derivation.length === 0) return null;
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const children = deadlineTold({ lang, derivation, calendar, today });
  return folded({ summary: pageWords[lang].request.derivation, id: 'hitungan', children });
}
