/** A draft's own page: its link to come back by, or, once sent, the way to the receipt. */
import type { FieldFault } from '../../ground/index.ts';
import { formatDate } from '../../working-time/index.ts';
import {
  button,
  buttonRow,
  copyable,
  emailField,
  errorOf,
  errorSummary,
  form,
  html,
  linkButton,
  narrow,
  notice,
  pageHeading,
  panel,
  paragraphs,
  publicWords,
} from '../../ui/index.ts';
import type { Html } from '../../ui/index.ts';
import type { LinkMail } from '../drafts/mail-link.ts';
import { applyWords } from '../words/apply.ts';
import type { OpenDraft } from './open-draft.ts';
import { CHECK } from './way.ts';

/** Name of the field with the address the link is sent to. */
export const MAIL_TO = 'alamat-surel';

/** Sending the link to oneself: what was typed, what is wrong with it, and what was sent. */
export interface Mailing {
  readonly to: string;
  readonly faults: readonly FieldFault[];
  readonly sent?: LinkMail;
}

/** The inside of the page that keeps a draft for later. `mailing`: null where no mail leaves. */
export function keptPage(open: OpenDraft, next: string, mailing: Mailing | null): Html {
  const { app, draft, base } = open;
  const { lang, context } = app;
  const words = applyWords[lang].apply;
  const until = draft.expiresAt.toZonedDateTimeISO(app.moment.timeZone).toPlainDate();
  return narrow(
    errorSummary({ lang, faults: mailing?.faults ?? [] }),
    mailing?.sent && sentNotice(app, mailing.sent),
    pageHeading({
      title: publicWords[lang].apply.resumeTitle,
      lead: publicWords[lang].apply.resumeText,
    }),
    copyable({
      lang,
      label: words.resumeLink,
      value: `${context.publicUrl}${base}`,
      hint: words.resumeHint,
      long: true,
    }),
    html`<p>${words.resumeUntil(formatDate(until, lang))}</p>`,
    buttonRow(linkButton({ label: words.resumeContinue, href: `${base}/${next}` })),
    mailing && !mailing.sent && mailForm(open, mailing),
  );
}

function mailForm({ app, base }: OpenDraft, { to, faults }: Mailing): Html {
  const { lang } = app;
  const words = applyWords[lang].apply;
  return panel({
    title: words.mailTitle,
    children: form({
      lang,
      action: `${base}/surel`,
      csrf: app.request.csrfToken(),
      children: html`${emailField({
        lang,
        name: MAIL_TO,
        label: words.mailTo,
        value: to,
        hint: words.mailHint,
        error: errorOf(faults, MAIL_TO, lang),
      })}${buttonRow(button({ label: words.mailSend, kind: 'quiet' }))}`,
    }),
  });
}

/** Where no mail leaves, the demo shows what would have been sent. */
function sentNotice({ lang, context }: OpenDraft['app'], sent: LinkMail): Html {
  const words = applyWords[lang].apply;
  if (context.mailLeaves) {
    return notice({ lang, kind: 'success', children: words.mailed(sent.to), announced: true });
  }
  return notice({
    lang,
    kind: 'info',
    title: words.mailedInDemo(sent.to),
    children: paragraphs(sent.text),
    announced: true,
  });
}

/** The inside of the page of a draft that was sent; opening the receipt is a POST, for it hands over the key. */
export function sentPage({ app, base }: OpenDraft): Html {
  const { lang } = app;
  const words = applyWords[lang].apply;
  return narrow(
    pageHeading({ title: words.sentTitle, lead: words.sentText }),
    form({
      lang,
      action: `${base}/${CHECK}`,
      csrf: app.request.csrfToken(),
      children: buttonRow(button({ label: words.sentAction })),
    }),
  );
}
