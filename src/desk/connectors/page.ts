/** The pages of connectors: all kinds at one look, and one kind with its settings. */
import type { FieldFault } from '../../ground/index.ts';
import { BY_HAND } from '../../product/index.ts';
import type { AnyConnector, ConnectorSheet, ConnectorTest, SettingField } from '../../product/index.ts';
import {
  bullets,
  button,
  buttonRow,
  cards,
  choiceField,
  errorOf,
  errorSummary,
  form,
  hiddenField,
  html,
  isSecretName,
  narrow,
  notice,
  pageHeading,
  panel,
  passwordField,
  textArea,
  textField,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { connectorWords } from './words.ts';

export const CONNECTORS = '/meja/kelola/penyambung';

/** One line about how a kind is delivered. */
export function standingOf({ kept, product, works }: ConnectorSheet, lang: Lang): string {
  const words = connectorWords[lang];
  if (!kept) return words.none;
  if (kept.connector === BY_HAND) return words.byHand;
  const title = product.connectors.find(({ id }) => id === kept.connector)?.title[lang] ?? kept.connector;
  return works ? title : `${title}. ${words.incomplete}`;
}

const testLine = (test: ConnectorTest | null, timeZone: string, lang: Lang): string => {
  const words = connectorWords[lang];
  if (!test) return words.untested;
  const outcome = test.passed ? words.passed : words.failed;
  return `${words.tested} ${formatInstant(test.at.toString(), timeZone, lang)}: ${outcome}`;
};

export function connectorsPage(sheets: readonly ConnectorSheet[], timeZone: string, lang: Lang): Content {
  const words = connectorWords[lang];
  return [
    pageHeading({ title: words.title, lead: words.lead }),
    cards({
      items: sheets.map((sheet) => ({
        title: sheet.product.title[lang],
        href: `${CONNECTORS}/${sheet.kind}`,
        text: standingOf(sheet, lang),
        fact: testLine(sheet.test, timeZone, lang),
      })),
    }),
  ];
}

export interface ConnectorPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly timeZone: string;
  readonly sheet: ConnectorSheet;
  /** The connector whose settings are shown, chosen or in use. */
  readonly shown: string;
  /** What was typed and not kept, by the names of the form. */
  readonly typed: Readonly<Record<string, string>> | null;
  readonly faults: readonly FieldFault[];
  readonly saved: boolean;
  /** The outcome of a test that was just made. */
  readonly tested: ConnectorTest | null;
  readonly mayChange: boolean;
}

export function connectorPage(page: ConnectorPage): Content {
  const { lang, sheet, faults, saved, tested } = page;
  const words = connectorWords[lang];
  return narrow(
    pageHeading({ above: words.title, title: sheet.product.title[lang], lead: standingOf(sheet, lang) }),
    errorSummary({ lang, faults }),
    saved && notice({ lang, kind: 'success', title: words.saved, announced: true }),
    tested && testNotice(tested, lang),
    page.mayChange && choicePart(page),
    page.mayChange && settingsForm(page),
    // The test is of what is kept, so it stands only beside that.
    page.mayChange && sheet.works && page.shown === sheet.kept?.connector && testPart(page),
  );
}

const testNotice = ({ passed, words }: ConnectorTest, lang: Lang): Html =>
  notice({
    lang,
    kind: passed ? 'success' : 'warning',
    title: connectorWords[lang][passed ? 'testPassed' : 'testFailed'],
    children: html`<p>${words[lang]}</p>`,
    announced: true,
  });

/** Each connector as a link: choosing one shows its settings, and changes nothing before they are saved. */
function choicePart({ lang, sheet, shown }: ConnectorPage): Html {
  const words = connectorWords[lang];
  const line = (id: string, title: string, about: string): Html => {
    const used = sheet.kept?.connector === id ? html` (${words.chosen})` : null;
    const name =
      id === shown
        ? html`<strong>${title}</strong>`
        : html`<a href="${CONNECTORS}/${sheet.kind}?lewat=${id}">${title}</a>`;
    return html`${name}${used}<br><span class="soft">${about}</span>`;
  };
  return panel({
    title: words.choose,
    children: bullets([
      ...sheet.product.connectors.map(({ id, title, about }) => line(id, title[lang], about[lang])),
      line(BY_HAND, words.byHand, words.byHandAbout),
    ]),
  });
}

function settingsForm(page: ConnectorPage): Html {
  const { lang, csrf, sheet, shown } = page;
  const words = connectorWords[lang];
  const connector = sheet.product.connectors.find(({ id }) => id === shown);
  return form({
    lang,
    csrf,
    action: `${CONNECTORS}/${sheet.kind}`,
    children: [
      hiddenField('penyambung', shown),
      connector && fieldsPart(page, words.ofKind, 'kind', sheet.product.settings.fields),
      connector && ownPart(page, connector),
      buttonRow(button({ label: words.save, wide: true })),
    ],
  });
}

const ownPart = (page: ConnectorPage, connector: AnyConnector): Content =>
  fieldsPart(
    page,
    `${connectorWords[page.lang].ofConnector}: ${connector.title[page.lang]}`,
    'own',
    connector.form.fields,
  );

function fieldsPart(
  page: ConnectorPage,
  title: string,
  part: 'kind' | 'own',
  fields: readonly SettingField[],
): Html {
  const nothing = html`<p>${connectorWords[page.lang].nothingToSet}</p>`;
  return panel({
    title,
    children: fields.length === 0 ? nothing : fields.map((field) => settingField(page, part, field)),
  });
}

/** A setting as it is shown: what was typed, else what is kept. Lists stand one a line. */
function valueOf({ typed, sheet, shown }: ConnectorPage, part: 'kind' | 'own', name: string): string {
  if (typed) return typed[`${part}.${name}`] ?? '';
  const kept = part === 'kind' ? sheet.kept?.settings : sheet.settingsOf === shown ? sheet.kept?.own : {};
  const value = kept?.[name];
  if (Array.isArray(value)) return value.map(String).join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

type Drawn = (page: ConnectorPage, field: SettingField, common: Common) => Html;

interface Common {
  readonly lang: Lang;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional: boolean;
  readonly value: string;
  readonly error: string | null;
}

const oneLine =
  (width: 'short' | 'full'): Drawn =>
  (_, __, common) =>
    textField({ ...common, width, spellcheck: false, autocomplete: 'off' });

/** Never given back: only whether there is one. */
const secretField: Drawn = ({ sheet, shown, lang }, field, common) => {
  const words = connectorWords[lang];
  const kept = sheet.settingsOf === shown && sheet.secrets.includes(field.name);
  const hint = [common.hint, kept ? words.secretKept : words.secretHint].filter(Boolean).join(' ');
  const { name, label, error } = common;
  const optional = kept || common.optional;
  if (!isSecretName(name)) throw new Error(`${name} is not among the names of secrets`);
  return passwordField({ lang, name, label, error, hint, autocomplete: 'off', optional });
};

const choice: Drawn = ({ lang }, { options = [] }, common) =>
  choiceField({
    ...common,
    // What is left open means the first.
    value: common.value || (options[0]?.value ?? null),
    options: options.map(({ value, label }) => ({ value, label: label[lang] })),
  });

/** How each type of setting is asked for. */
const drawn: { readonly [T in SettingField['type']]: Drawn } = {
  text: oneLine('full'),
  number: oneLine('short'),
  lines: (_, __, common) => textArea({ ...common, rows: 4 }),
  choice,
  secret: secretField,
};

function settingField(page: ConnectorPage, part: 'kind' | 'own', field: SettingField): Html {
  const { lang, faults } = page;
  const name = `${part}.${field.name}`;
  return drawn[field.type](page, field, {
    lang,
    name,
    label: field.label[lang],
    ...(field.hint ? { hint: field.hint[lang] } : {}),
    optional: !field.required,
    value: valueOf(page, part, field.name),
    error: errorOf(faults, name, lang),
  });
}

function testPart({ lang, csrf, sheet, timeZone }: ConnectorPage): Html {
  const words = connectorWords[lang];
  return panel({
    title: words.test,
    children: [
      html`<p>${testLine(sheet.test, timeZone, lang)}${sheet.test && html`<br>${sheet.test.words[lang]}`}</p>`,
      html`<p class="soft">${words.testHint}</p>`,
      form({
        lang,
        csrf,
        action: `${CONNECTORS}/${sheet.kind}/uji`,
        children: buttonRow(button({ label: words.test, kind: 'quiet', wide: true })),
      }),
    ],
  });
}
