/** One page of questions. */
import type { FieldFault } from '../../ground/index.ts';
import {
  button,
  buttonRow,
  commonWords,
  errorOf,
  errorSummary,
  form,
  formProgress,
  hiddenField,
  html,
  narrow,
  notice,
  pageHeading,
} from '../../ui/index.ts';
import type { Content, Html, PostedForm } from '../../ui/index.ts';
import { namedFaults, questionField } from '../../web/index.ts';
import type { Application } from './application.ts';
import { privacyNotice } from './privacy-notice.ts';
import type { Screen } from './screens.ts';
import type { PartOfForm } from './way.ts';

/** Name and value of the button that keeps what is typed without asking whether it is complete. */
export const LATER = 'nanti';

export interface Told {
  readonly kind: 'info' | 'warning';
  readonly words: string;
}

export interface ScreenPageProps {
  readonly app: Application;
  readonly screen: Screen;
  readonly part: PartOfForm;
  /** Where the form is posted. */
  readonly action: string;
  readonly typed: PostedForm;
  readonly faults: readonly FieldFault[];
  /** Said above the form: why it was not taken though no field is wrong. */
  readonly told?: Told | null;
  /** "10.12", once there is a draft. */
  readonly savedAt?: string | undefined;
  /** Came from the page that checks all answers, and goes back there. */
  readonly fromCheck?: boolean;
  readonly extra?: Content;
}

/** The inside of a page of questions. */
export function screenPage(props: ScreenPageProps): Html {
  const { app, screen, faults } = props;
  const { lang } = app;
  const { group, questions } = screen;
  const told =
    props.told && notice({ lang, kind: props.told.kind, children: props.told.words, announced: true });
  const progress = formProgress({
    lang,
    ...props.part,
    ...(props.savedAt === undefined ? {} : { savedAt: props.savedAt }),
  });
  const intro = screen.opensGroup ? group.intro?.[lang] : undefined;
  const heading = pageHeading({
    title: group.title[lang],
    ...(intro === undefined ? {} : { lead: intro }),
  });
  const asksIdentity = questions.some(({ type }) => type === 'nik');
  return narrow(
    progress,
    errorSummary({ lang, faults: namedFaults(faults, questions) }),
    heading,
    told,
    privacyNotice(app, asksIdentity),
    form({
      lang,
      action: props.action,
      csrf: app.request.csrfToken(),
      askBeforeLeaving: true,
      children: html`${props.extra}${props.fromCheck && hiddenField('dari', 'periksa')}${questions.map(
        (question) =>
          questionField({
            lang,
            question,
            name: question.id,
            posted: props.typed,
            error: errorOf(faults, question.id, lang),
            agencies: app.agencies,
          }),
      )}${buttonRow(
        button({ label: commonWords[lang].do.continue }),
        button({ label: commonWords[lang].do.saveForLater, kind: 'quiet', name: LATER, value: '1' }),
      )}`,
    }),
  );
}
