/** Forms for one part of the draft: a day, special hours, the ordinary week. */
import type { FieldFault } from '../../../ground/index.ts';
import {
  button,
  buttonRow,
  checkbox,
  choiceField,
  dateField,
  errorOf,
  errorSummary,
  form,
  hiddenField,
  html,
  linkButton,
  narrow,
  pageHeading,
  readDateParts,
  textField,
} from '../../../ui/index.ts';
import type { Content, Lang, PostedForm } from '../../../ui/index.ts';
import { typedText } from '../official-input.ts';
import { WEEK } from '../calendar-year.ts';
import { calendarWords } from '../calendar-words.ts';
import { EDIT, EDIT_DAY, EDIT_HOURS, EDIT_REGIME } from './addresses.ts';
import { DAY, hoursField, KINDS, REGIME } from './input.ts';
import { editWords } from './words.ts';

export interface PartPage {
  readonly lang: Lang;
  readonly csrf: string;
  /** What stands in the fields. */
  readonly typed: PostedForm;
  readonly faults: readonly FieldFault[];
  /** What the part was called before, by the names of hidden fields; empty for a new one. */
  readonly instead: Readonly<Record<string, string>>;
}

const isNew = ({ instead }: PartPage): boolean => Object.keys(instead).length === 0;

const hidden = ({ instead }: PartPage): Content =>
  Object.entries(instead).map(([name, value]) => hiddenField(name, value));

function text(page: PartPage, name: string, label: string, hint?: string): Content {
  const { lang, typed, faults } = page;
  return textField({
    lang,
    name,
    label,
    ...(hint === undefined ? {} : { hint }),
    maxLength: 200,
    value: typedText(typed, name),
    error: errorOf(faults, name, lang),
  });
}

function date(page: PartPage, name: string, label: string, hint?: string): Content {
  const { lang, typed, faults } = page;
  return dateField({
    lang,
    name,
    label,
    ...(hint === undefined ? {} : { hint }),
    value: readDateParts(typed, name),
    error: errorOf(faults, name, lang),
  });
}

const buttons = ({ lang }: PartPage): Content =>
  buttonRow(
    button({ label: editWords[lang].save }),
    linkButton({ label: editWords[lang].back, href: EDIT, kind: 'quiet' }),
  );

/** Choosing the kind of a day. */
export function kindField(page: PartPage, name: string, label: string): Content {
  const { lang, typed, faults } = page;
  return choiceField({
    lang,
    name,
    label,
    options: KINDS.map((kind) => ({ value: kind, label: calendarWords[lang].kind[kind] })),
    value: typedText(typed, name),
    error: errorOf(faults, name, lang),
  });
}

/** Whether somebody has compared with the decree. */
export function comparedField({ lang, typed }: PartPage): Content {
  return checkbox({
    lang,
    name: DAY.compared,
    label: editWords[lang].compared,
    checked: typedText(typed, DAY.compared) !== '',
  });
}

export const decreeField = (page: PartPage, label: string): Content =>
  text(page, DAY.decree, label, editWords[page.lang].decreeHint);

/** The form of one day, and below it the button that takes the day away. */
export function dayPage(page: PartPage): Content {
  const { lang, csrf, faults } = page;
  const words = editWords[lang];
  return narrow(
    pageHeading({ title: isNew(page) ? words.dayTitle : words.changeDayTitle }),
    errorSummary({ lang, faults }),
    form({
      lang,
      csrf,
      action: EDIT_DAY,
      children: [
        hidden(page),
        date(page, DAY.date, words.date),
        text(page, DAY.name, words.name, words.nameHint),
        kindField(page, DAY.kind, words.kind),
        decreeField(page, words.decree),
        comparedField(page),
        buttons(page),
      ],
    }),
    removal(page, EDIT_DAY),
  );
}

function removal(page: PartPage, action: string): Content {
  if (isNew(page)) return null;
  const { lang, csrf, instead } = page;
  const label = editWords[lang].removeDay(instead['bernama'] ?? '');
  return form({
    lang,
    csrf,
    action: `${action}/hapus`,
    children: [hidden(page), buttonRow(button({ label, kind: 'danger' }))],
  });
}

function weekFields(page: PartPage): Content {
  const words = editWords[page.lang];
  return [
    html`<p class="soft">${words.hoursHint}</p>`,
    WEEK.map((day) => text(page, hoursField(day), calendarWords[page.lang].week[day])),
  ];
}

/** Special hours between two dates. */
export function regimePage(page: PartPage): Content {
  const { lang, csrf, faults } = page;
  const words = editWords[lang];
  return narrow(
    pageHeading({ title: words.regimeTitle, lead: words.regimeLead }),
    errorSummary({ lang, faults }),
    form({
      lang,
      csrf,
      action: EDIT_REGIME,
      children: [
        hidden(page),
        text(page, REGIME.name, words.regimeName, words.regimeNameHint),
        date(page, REGIME.from, words.from),
        date(page, REGIME.to, words.to),
        weekFields(page),
        buttons(page),
      ],
    }),
    removal(page, EDIT_REGIME),
  );
}

/** Names of the field until when holidays are decreed. */
export const KNOWN = 'ditetapkan';

/** The ordinary week, and until when holidays are known. */
export function hoursPage(page: PartPage): Content {
  const { lang, csrf, faults } = page;
  const words = editWords[lang];
  return narrow(
    pageHeading({ title: words.hoursTitle, lead: words.hoursLead }),
    errorSummary({ lang, faults }),
    form({
      lang,
      csrf,
      action: EDIT_HOURS,
      children: [weekFields(page), date(page, KNOWN, words.knownUntil, words.knownHint), buttons(page)],
    }),
  );
}
