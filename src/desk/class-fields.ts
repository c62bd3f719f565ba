/** Choosing what a request is classified as: each class with the deadline it would lead to, and the reason. */
import type { ClassDue } from '../request/index.ts';
import { choiceField, errorOf, textArea } from '../ui/index.ts';
import type { Content, Option } from '../ui/index.ts';
import { describePromise, formatInstant } from '../working-time/index.ts';
import { clockWords } from './clock-words.ts';
import { valuesOf } from './read-action.ts';
import type { RequestPage } from './request-context.ts';
import { pageWords } from './words.ts';

const LONGEST = 8000;

/** The fields of a classification under the name of their form; the deadline of each class is seen before it is chosen. */
export function classFields(page: RequestPage, form: 'step' | 'reclassify'): Content {
  const { lang, posted, faults, view } = page;
  const words = pageWords[lang].act;
  const offered = view.classes.filter((one) => form === 'step' || view.openClasses.includes(one.class.id));
  return [
    choiceField({
      lang,
      name: `${form}.class`,
      label: words.class,
      value: valuesOf(posted, `${form}.class`)[0] ?? null,
      error: errorOf(faults, `${form}.class`, lang),
      options: offered.map((one) => optionOf(page, one)),
    }),
    textArea({
      lang,
      name: `${form}.reason`,
      label: words.classReason,
      rows: 3,
      maxLength: LONGEST,
      value: valuesOf(posted, `${form}.reason`)[0] ?? '',
      error: errorOf(faults, `${form}.reason`, lang),
    }),
  ];
}

function optionOf({ lang, view }: RequestPage, { class: one, due }: ClassDue): Option {
  const words = clockWords[lang];
  const promise = describePromise(one.promise, lang);
  const time =
    due === null
      ? words.promiseOnly(promise)
      : words.dueWould(promise, formatInstant(due, view.timeZone, lang));
  const hint = one.hint ? `${time}. ${one.hint[lang]}` : time;
  return { value: one.id, label: one.label[lang], hint };
}
