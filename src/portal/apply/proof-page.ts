/** The page that asks for the code that came by mail. */
import type { FieldFault } from '../../ground/index.ts';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  form,
  html,
  narrow,
  notice,
  pageHeading,
  textField,
} from '../../ui/index.ts';
import type { Html } from '../../ui/index.ts';
import { proofWords } from '../words/proof.ts';
import type { OpenDraft } from './open-draft.ts';
import { PROOF } from './way.ts';

/** Name of the field. */
export const CODE = 'kode';

export interface ProofPage {
  readonly open: OpenDraft;
  readonly email: string;
  readonly faults: readonly FieldFault[];
  /** In the demo no mail leaves, and the page shows what would have been sent. */
  readonly shown: string | null;
}

/** The inside of the page. */
export function proofPage({ open, email, faults, shown }: ProofPage): Html {
  const { app, base } = open;
  const { lang } = app;
  const words = proofWords[lang];
  const action = `${base}/${PROOF}`;
  const csrf = app.request.csrfToken();
  return narrow(
    errorSummary({ lang, faults }),
    pageHeading({ title: words.title, lead: words.lead(email) }),
    html`<p>${words.why}</p>`,
    shown !== null && notice({ lang, kind: 'info', title: words.demo, children: html`<p>${shown}</p>` }),
    form({
      lang,
      action,
      csrf,
      children: html`${textField({
        lang,
        name: CODE,
        label: words.code,
        hint: words.hint,
        error: errorOf(faults, CODE, lang),
        width: 'short',
        maxLength: 12,
        autocomplete: 'one-time-code',
        spellcheck: false,
      })}${buttonRow(button({ label: words.send }))}`,
    }),
    form({
      lang,
      action: `${action}/lagi`,
      csrf,
      children: buttonRow(button({ label: words.again, kind: 'quiet' })),
    }),
  );
}
