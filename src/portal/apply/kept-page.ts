/** A draft's own page: its link to come back by, or, once sent, the way to the receipt. */
import { formatDate } from '../../working-time/index.ts';
import {
  button,
  buttonRow,
  copyable,
  form,
  html,
  linkButton,
  narrow,
  pageHeading,
  publicWords,
} from '../../ui/index.ts';
import type { Html } from '../../ui/index.ts';
import { applyWords } from '../words/apply.ts';
import type { OpenDraft } from './open-draft.ts';
import { CHECK } from './way.ts';

/** The inside of the page that keeps a draft for later. */
export function keptPage({ app, draft, base }: OpenDraft, next: string): Html {
  const { lang, service, context } = app;
  const words = applyWords[lang].apply;
  const until = draft.expiresAt.toZonedDateTimeISO(app.moment.timeZone).toPlainDate();
  return narrow(
    pageHeading({
      above: service.title[lang],
      title: publicWords[lang].apply.resumeTitle,
      lead: publicWords[lang].apply.resumeText,
    }),
    copyable({
      lang,
      label: words.resumeLink,
      value: `${context.publicUrl}${base}`,
      hint: words.resumeHint,
    }),
    html`<p>${words.resumeUntil(formatDate(until, lang))}</p>`,
    buttonRow(linkButton({ label: words.resumeContinue, href: `${base}/${next}` })),
  );
}

/** The inside of the page of a draft that was sent; opening the receipt is a POST, for it hands over the key. */
export function sentPage({ app, base }: OpenDraft): Html {
  const { lang, service } = app;
  const words = applyWords[lang].apply;
  return narrow(
    pageHeading({ above: service.title[lang], title: words.sentTitle, lead: words.sentText }),
    form({
      lang,
      action: `${base}/${CHECK}`,
      csrf: app.request.csrfToken(),
      children: buttonRow(button({ label: words.sentAction })),
    }),
  );
}
