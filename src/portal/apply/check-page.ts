/** All answers once more before they are sent, each with the way back to its page. */
import { describeAnswer } from '../../standard/index.ts';
import type { Answers, Question } from '../../standard/index.ts';
import {
  button,
  buttonRow,
  commonWords,
  fileLine,
  form,
  formProgress,
  html,
  linkButton,
  narrow,
  notice,
  pageHeading,
  pairs,
  paragraphs,
  publicWords,
  section,
  soft,
} from '../../ui/index.ts';
import type { Content, Html, Pair } from '../../ui/index.ts';
import { applyWords } from '../words/apply.ts';
import type { OpenDraft } from './open-draft.ts';
import { savedAt } from './open-draft.ts';
import { privacyNotice } from './privacy-notice.ts';
import { screensFor } from './screens.ts';
import type { Screen } from './screens.ts';
import { CHECK, FILES, partOf, screenPart, uploadsFor } from './way.ts';

/** The inside of the check page. `warning`: why it was not sent. */
export function checkPage(open: OpenDraft, answers: Answers, warning: string | null): Html {
  const { app, draft, base } = open;
  const { lang, service } = app;
  const words = publicWords[lang].apply;
  const own = applyWords[lang].apply;
  const screens = screensFor(service, draft.typed);
  return narrow(
    formProgress({ lang, ...partOf(service, CHECK), savedAt: savedAt(open) }),
    pageHeading({ title: words.checkTitle, lead: words.checkLead }),
    warning && notice({ lang, kind: 'warning', children: warning, announced: true }),
    screens.map((screen) => answersOf(open, screen, answers)),
    filesOf(open),
    privacyNotice(app, asksIdentity(open, screens)),
    form({
      lang,
      action: `${base}/${CHECK}`,
      csrf: app.request.csrfToken(),
      children: html`<p>${own.declare} ${own.afterSend}</p>${buttonRow(
        button({ label: words.submit }),
        linkButton({ label: commonWords[lang].do.saveForLater, href: base, kind: 'quiet' }),
      )}`,
    }),
  );
}

const asksIdentity = ({ app, draft }: OpenDraft, screens: readonly Screen[]): boolean =>
  screens.some(({ questions }) => questions.some(({ type }) => type === 'nik')) ||
  uploadsFor(app.service, draft.typed).some(({ personal }) => personal);

/** The link says what it changes, for those who hear links one after another. */
function changeLink(href: string, what: string, lang: OpenDraft['app']['lang']): Html {
  return html`<a href="${href}">${commonWords[lang].do.change}<span class="unseen"> ${what}</span></a>`;
}

function answersOf({ app, base }: OpenDraft, screen: Screen, answers: Answers): Html {
  const { lang } = app;
  const items = screen.questions.map((question): Pair => ({
    term: question.label[lang],
    value: answerWords(question, answers, app),
    action: changeLink(
      `${base}/${screenPart(screen.id)}?dari=${CHECK}#f-${question.id}`,
      question.label[lang],
      lang,
    ),
  }));
  const title = screen.opensGroup ? screen.group.title[lang] : undefined;
  return section({ ...(title === undefined ? {} : { title }), children: pairs(items) });
}

function answerWords(question: Question, answers: Answers, { lang, agencies }: OpenDraft['app']): Content {
  const answer = answers[question.id];
  if (answer === undefined) return soft(applyWords[lang].apply.noAnswer);
  const words = describeAnswer(question, answer, lang, agencies);
  return question.type === 'long-text' ? paragraphs(words) : words;
}

function filesOf({ app, draft, held, base }: OpenDraft): Content {
  const { lang, service } = app;
  const uploads = uploadsFor(service, draft.typed);
  if (uploads.length === 0) return null;
  const words = applyWords[lang].apply;
  const items = uploads.map((requirement): Pair => {
    const file = held.find((candidate) => candidate.requirement === requirement.id);
    return {
      term: requirement.label[lang],
      value: file ? fileLine(file, null, lang) : soft(words.noFile),
      action: changeLink(`${base}/${FILES}#f-${requirement.id}`, requirement.label[lang], lang),
    };
  });
  return section({ title: words.filesCheckTitle, children: pairs(items) });
}
