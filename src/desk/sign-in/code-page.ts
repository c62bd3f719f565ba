import type { FieldFault } from '../../ground/index.ts';
import {
  button,
  buttonRow,
  codeField,
  errorOf,
  errorSummary,
  form,
  hiddenField,
  html,
  narrow,
  pageHeading,
  section,
  textField,
} from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { signInWords } from './words.ts';

/** Which code is asked for: the app's, or one of those kept for when the phone is lost. */
export type CodeKind = 'app' | 'recovery';

export interface CodePage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly kind: CodeKind;
  /** Whether the first factor was the password. */
  readonly byPassword: boolean;
  readonly returnTo: string;
  readonly faults: readonly FieldFault[];
}

/** Name of the query that chooses the recovery code. */
export const RECOVERY = 'pemulihan';

/** The inside of the page that asks for the second factor. */
export function codePage(props: CodePage): Content {
  const { lang, faults, kind, returnTo } = props;
  const words = signInWords[lang].code;
  const ke = encodeURIComponent(returnTo);
  const recovery = kind === 'recovery';
  const other = recovery
    ? html`<a href="/meja/masuk/kode?ke=${ke}">${words.back}</a>`
    : html`<a href="/meja/masuk/kode?${RECOVERY}&amp;ke=${ke}">${words.lost}</a>`;
  return narrow(
    pageHeading({ title: recovery ? words.recoveryTitle : words.title, lead: leadOf(props) }),
    errorSummary({ lang, faults, kept: words.kept }),
    section({ children: codeForm(props) }),
    html`<p>${other}</p>`,
    recovery && html`<p class="soft">${words.help}</p>`,
    html`<p><a href="/meja/masuk?ke=${ke}">${words.again}</a></p>`,
  );
}

function leadOf({ lang, kind, byPassword }: CodePage): string {
  const words = signInWords[lang].code;
  if (kind === 'recovery') return words.recoveryLead;
  return byPassword ? words.lead : words.leadProvider;
}

function codeForm({ lang, csrf, kind, returnTo, faults }: CodePage): Content {
  const words = signInWords[lang].code;
  const common = { lang, name: 'kode' as const, error: errorOf(faults, 'kode', lang) };
  return form({
    lang,
    csrf,
    action: '/meja/masuk/kode',
    children: [
      hiddenField('ke', returnTo),
      kind === 'recovery' && hiddenField('cara', RECOVERY),
      kind === 'recovery'
        ? textField({
            ...common,
            label: words.recoveryLabel,
            hint: words.recoveryHint,
            width: 'medium',
            maxLength: 20,
            autocomplete: 'off',
            spellcheck: false,
          })
        : codeField({ ...common, label: words.label, hint: words.hint }),
      buttonRow(button({ label: words.submit })),
    ],
  });
}
