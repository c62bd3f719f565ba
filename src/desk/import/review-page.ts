/** The review of one service: the components on one side, the document on the other, findings on top. */
import { componentTitles, isListComponent } from '../../standard/model.ts';
import type { ComponentName, ListComponent } from '../../standard/model.ts';
import { asTitle, openMatters } from '../../standard/index.ts';
import type { ServiceReview } from '../../standard/index.ts';
import {
  bullets,
  button,
  buttonRow,
  checkboxesField,
  choiceField,
  errorOf,
  errorSummary,
  fieldRow,
  form,
  halves,
  hiddenField,
  html,
  notice,
  numberField,
  pageHeading,
  panel,
  soft,
  sourceText,
  checkbox,
  textArea,
  textField,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { valuesOf } from '../read-action.ts';
import { reviewHref, reviewTabs } from './address.ts';
import { BASES, FIELD, UNITS, tariffLines } from './review-input.ts';
import type { ReviewPage } from './review-shown.ts';
import { sourceLines } from './source-lines.ts';
import { versionWords } from './version-words.ts';
import { importWords } from './words.ts';

/** The whole page. */
export function reviewPage(page: ReviewPage): Content {
  const { lang, csrf, one, review, faults } = page;
  const words = importWords[lang];
  return [
    errorSummary({ lang, faults }),
    pageHeading({
      title: asTitle(review.title) || words.unnamed,
      above: one.fileName,
      lead: words.reviewLead,
    }),
    reviewTabs(lang, one.id, review.n, 'review'),
    page.saved && notice({ lang, kind: 'success', title: words.saved, announced: true }),
    openPart(page),
    findingsPart(page),
    halves({
      besideLabel: words.source,
      beside: sourceText({ label: words.source, lines: sourceLines(page) }),
      main: form({
        lang,
        csrf,
        action: reviewHref(one.id, review.n),
        askBeforeLeaving: true,
        children: [hiddenField('saved', review.saved), fields(page), buttons(lang)],
      }),
    }),
  ];
}

const buttons = (lang: Lang): Html =>
  buttonRow(
    button({ label: importWords[lang].save, kind: 'quiet' }),
    button({ label: importWords[lang].saveOn, name: 'lanjut', value: 'cara' }),
  );

/** Above the fields, so that nobody has to search for what only a person can say. */
function openPart({ lang, review }: ReviewPage): Content {
  const open = openMatters(review.title, review.components);
  if (open.length === 0) return null;
  return notice({
    lang,
    kind: 'warning',
    title: importWords[lang].open,
    children: bullets(open.map(({ path, words }) => html`<a href="#f-${path}">${words[lang]}</a>`)),
  });
}

function findingsPart({ lang, review }: ReviewPage): Content {
  const { findings } = review;
  if (findings.length === 0) return null;
  return notice({
    lang,
    kind: findings.some(({ severity }) => severity === 'error') ? 'warning' : 'info',
    title: importWords[lang].findings,
    children: bullets(
      findings.map(({ component, words, place }) => {
        const name = component === 'title' ? importWords[lang].name : componentTitles[component][lang];
        return [html`${name}: ${words[lang]} `, place && placeLink(lang, place)];
      }),
    ),
  });
}

const placeLink = (lang: Lang, place: { page: number | null; line: number }): Html =>
  html`<a href="#baris-${place.line}">${importWords[lang].line(place.page, place.line)}</a>`;

/** All fields, in the order of PermenPANRB 15/2014. */
function fields(page: ReviewPage): Content {
  const { lang, review, faults } = page;
  const names = Object.keys(componentTitles) as ComponentName[];
  return [
    textField({
      lang,
      name: FIELD.title,
      label: importWords[lang].name,
      value: review.title,
      maxLength: 300,
      error: errorOf(faults, FIELD.title, lang),
    }),
    settling(page, 'title'),
    names.map((name) =>
      panel({
        title: componentTitles[name][lang],
        id: `komponen-${name}`,
        children: [
          whereabouts(page, name),
          fieldsOf(page, name),
          settling(page, name),
          confirmation(page, name),
        ],
      }),
    ),
  ];
}

function fieldsOf(page: ReviewPage, name: ComponentName): Content {
  if (name === 'time') return timeFields(page);
  if (name === 'fee') return feeFields(page);
  if (name === 'staffing') return staffFields(page);
  return isListComponent(name) ? listField(page, name) : null;
}

/** Where the items stand in the document, each a link to its line. */
function whereabouts({ lang, review }: ReviewPage, name: ComponentName): Content {
  const places = (review.places[name] ?? []).filter((place) => place !== null);
  const seen = new Map(places.map((place) => [place.line, place]));
  if (seen.size === 0) return html`<p>${soft(importWords[lang].notFound)}</p>`;
  return html`<p>${[...seen.values()].map((place, index) => [index > 0 && ' · ', placeLink(lang, place)])}</p>`;
}

const confirmation = ({ lang, review }: ReviewPage, name: ComponentName): Html =>
  checkbox({
    lang,
    name: FIELD.confirmed(name),
    label: html`${importWords[lang].confirm}<span class="unseen">: ${componentTitles[name][lang]}</span>`,
    checked: review.confirmed.includes(name),
  });

/** What the clerk found of a component and the reviewer may have mended; what is open is settled by its field. */
function settling(
  { lang, review }: ReviewPage,
  component: ServiceReview['findings'][number]['component'],
): Content {
  const words = versionWords[lang];
  const found = review.findings.flatMap((finding, index) =>
    finding.component === component && finding.about !== 'open' ? [{ ...finding, value: String(index) }] : [],
  );
  if (found.length === 0) return null;
  const title = component === 'title' ? importWords[lang].name : componentTitles[component][lang];
  return checkboxesField({
    lang,
    name: FIELD.settled(component),
    label: words.settled(title),
    hint: words.settledHint,
    options: found.map(({ value, words: said }) => ({ value, label: said[lang] })),
    values: found.filter(({ settled }) => settled).map(({ value }) => value),
  });
}

const LINE = 62;

const rowsFor = (lines: readonly string[]): number =>
  Math.min(
    14,
    Math.max(
      2,
      lines.reduce((rows, line) => rows + Math.ceil((line.length + 1) / LINE), 1),
    ),
  );

function listField({ lang, review }: ReviewPage, name: ListComponent): Html {
  const { items } = review.components[name];
  return textArea({
    lang,
    name: FIELD.list(name),
    label: componentTitles[name][lang],
    value: items.join('\n'),
    rows: rowsFor(items),
  });
}

/** As it was typed, else as it is kept. */
const typedOr = ({ typed }: ReviewPage, name: string, kept: string): string =>
  valuesOf(typed, name)[0] ?? kept;

function timeFields(page: ReviewPage): Content {
  const { lang, review, faults } = page;
  const words = importWords[lang];
  const { text, promise } = review.components.time;
  return [
    textArea({ lang, name: FIELD.timeText, label: words.printed, value: text, rows: rowsFor([text]) }),
    choiceField({
      lang,
      name: FIELD.basis,
      label: words.basis,
      options: BASES.map((value) => ({ value, label: words.bases[value] })),
      value: typedOr(page, FIELD.basis, promise?.basis ?? '') || null,
    }),
    fieldRow(
      UNITS.map((unit) =>
        numberField({
          lang,
          name: FIELD.unit(unit),
          label: words[unit],
          value: typedOr(page, FIELD.unit(unit), promise && promise[unit] > 0 ? String(promise[unit]) : ''),
          error: errorOf(faults, FIELD.unit(unit), lang),
        }),
      ),
    ),
  ];
}

function feeFields(page: ReviewPage): Content {
  const { lang, review, faults } = page;
  const words = importWords[lang];
  const { text, free } = review.components.fee;
  const lines = tariffLines(review.components.fee);
  return [
    textArea({ lang, name: FIELD.feeText, label: words.printed, value: text, rows: rowsFor([text]) }),
    choiceField({
      lang,
      name: FIELD.free,
      label: words.cost,
      options: [
        { value: 'free', label: words.free },
        { value: 'paid', label: words.paid },
      ],
      value: free ? 'free' : 'paid',
    }),
    textArea({
      lang,
      name: FIELD.amounts,
      label: words.amounts,
      hint: words.amountsHint,
      value: typedOr(page, FIELD.amounts, lines.join('\n')),
      rows: rowsFor(lines),
      optional: true,
      error: errorOf(faults, FIELD.amounts, lang),
    }),
  ];
}

function staffFields(page: ReviewPage): Content {
  const { lang, review, faults } = page;
  const words = importWords[lang];
  const { text, count } = review.components.staffing;
  return [
    textArea({ lang, name: FIELD.staffText, label: words.printed, value: text, rows: 2 }),
    numberField({
      lang,
      name: FIELD.count,
      label: words.count,
      value: typedOr(page, FIELD.count, count === null ? '' : String(count)),
      optional: true,
      error: errorOf(faults, FIELD.count, lang),
    }),
  ];
}
