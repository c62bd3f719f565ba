import type { FieldFault } from '../../ground/index.ts';
import {
  bullets,
  button,
  buttonRow,
  codeField,
  commonWords,
  copyable,
  errorOf,
  errorSummary,
  folded,
  form,
  hiddenField,
  html,
  linkButton,
  narrow,
  notice,
  pageHeading,
  pairs,
  panel,
  passwordField,
  printButton,
  section,
  textField,
} from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { qrCode } from '../../web/index.ts';
import { accountWords } from './words.ts';

/** Larger than on a receipt: such an address makes small squares, and is scanned from a screen. */
const QR_SIZE = 208;

interface SetUpPage {
  readonly lang: Lang;
  readonly csrf: string;
  /** Path of the page. */
  readonly page: string;
  /** Where to go when all is done. */
  readonly returnTo: string;
  /** Nothing else may be done before. */
  readonly demanded: boolean;
  readonly faults: readonly FieldFault[];
}

/** Before anything is made: what is needed, and the password where the session is not fresh. */
export function startPage(props: SetUpPage & { readonly asksPassword: boolean }): Content {
  const { lang, csrf, page, returnTo, faults } = props;
  const words = accountWords[lang].factor;
  return narrow(
    pageHeading({ title: words.setUp, lead: words.needs }),
    errorSummary({ lang, faults, kept: accountWords[lang].kept }),
    demandedNotice(props),
    form({
      lang,
      csrf,
      action: `${page}/siapkan`,
      children: [
        hiddenField('ke', returnTo),
        props.asksPassword && ownPasswordField(lang, faults),
        buttonRow(button({ label: words.start })),
      ],
    }),
  );
}

const demandedNotice = ({ lang, demanded }: SetUpPage): Content =>
  demanded && notice({ lang, kind: 'info', children: html`<p>${accountWords[lang].factor.demanded}</p>` });

const ownPasswordField = (lang: Lang, faults: readonly FieldFault[]): Content =>
  passwordField({
    lang,
    name: 'sandi',
    label: accountWords[lang].factor.password,
    error: errorOf(faults, 'sandi', lang),
  });

/** The picture to scan, the same to type, and the field for the first code. */
export function enrolmentPage(
  props: SetUpPage & { readonly address: string; readonly groups: string; readonly username: string },
): Content {
  const { lang, csrf, page, returnTo, faults } = props;
  const words = accountWords[lang].factor;
  return narrow(
    pageHeading({ title: words.setUp }),
    errorSummary({ lang, faults, kept: accountWords[lang].kept }),
    demandedNotice(props),
    section({
      title: words.scan,
      children: [
        html`<p>${words.scanText}</p><p>${qrCode(props.address, words.qrLabel, QR_SIZE)}</p>`,
        folded({ summary: words.byHand, children: byHand(props) }),
      ],
    }),
    section({
      title: words.confirmTitle,
      children: [
        html`<p>${words.confirmText}</p>`,
        form({
          lang,
          csrf,
          action: page,
          children: [
            hiddenField('ke', returnTo),
            codeField({ lang, name: 'kode', label: words.code, error: errorOf(faults, 'kode', lang) }),
            buttonRow(button({ label: words.confirm })),
          ],
        }),
      ],
    }),
  );
}

function byHand({
  lang,
  username,
  groups,
  address,
}: {
  readonly lang: Lang;
  readonly username: string;
  readonly groups: string;
  readonly address: string;
}): Content {
  const words = accountWords[lang].factor;
  return [
    html`<p>${words.byHandText}</p>`,
    copyable({ lang, label: words.secret, value: groups }),
    pairs([
      { term: words.account, value: username },
      { term: words.address, value: html`<code>${address}</code>` },
    ]),
  ];
}

/** The ten codes, shown this once; printable. */
export function recoveryCodesPage({
  lang,
  codes,
  title,
  username,
  next,
}: {
  readonly lang: Lang;
  readonly codes: readonly string[];
  readonly title: string;
  readonly username: string;
  readonly next: string;
}): Content {
  const words = accountWords[lang].codes;
  return narrow(
    pageHeading({ title, lead: words.lead }),
    notice({ lang, kind: 'warning', children: html`<p>${words.once}</p>`, announced: true }),
    panel({
      title: `${words.sheet}: ${username}`,
      children: bullets(codes.map((code) => html`<code>${code}</code>`)),
    }),
    buttonRow(linkButton({ label: words.done, href: next }), printButton(words.print)),
  );
}

/** A page for what costs a code (and the password, where there is one). */
export function spendingPage(props: {
  readonly lang: Lang;
  readonly csrf: string;
  readonly action: string;
  readonly cancelHref: string;
  readonly title: string;
  readonly explained: string;
  readonly submit: string;
  readonly danger: boolean;
  readonly asksPassword: boolean;
  readonly faults: readonly FieldFault[];
}): Content {
  const { lang, csrf, action, faults } = props;
  const words = accountWords[lang].factor;
  const cancel = linkButton({ label: commonWords[lang].do.cancel, href: props.cancelHref, kind: 'quiet' });
  return narrow(
    pageHeading({ title: props.title, lead: props.explained }),
    errorSummary({ lang, faults, kept: accountWords[lang].kept }),
    form({
      lang,
      csrf,
      action,
      children: [
        props.asksPassword && ownPasswordField(lang, faults),
        textField({
          lang,
          name: 'kode',
          label: words.anyCode,
          width: 'medium',
          maxLength: 20,
          autocomplete: 'one-time-code',
          spellcheck: false,
          error: errorOf(faults, 'kode', lang),
        }),
        buttonRow(button({ label: props.submit, kind: props.danger ? 'danger' : 'primary' }), cancel),
      ],
    }),
  );
}
