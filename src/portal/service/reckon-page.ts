/** The public calculator of a service: by when we must be done if somebody applies at a given time, and why. */
import type { Government, Service } from '../../standard/index.ts';
import { describePromise, formatInstant } from '../../working-time/index.ts';
import {
  button,
  buttonRow,
  choiceField,
  columns,
  commonWords,
  dateField,
  errorOf,
  errorSummary,
  html,
  linkButton,
  pageHeading,
  panel,
  promiseBox,
  queryForm,
  readDateParts,
  screenOnly,
  section,
  soft,
  textField,
} from '../../ui/index.ts';
import type { Content, FieldProps, Html, Lang, PostedForm } from '../../ui/index.ts';
import { deadlineTold } from '../../web/index.ts';
import type { Moment } from '../moment.ts';
import { reckonWords } from '../words/reckon.ts';
import { classesOf, FIELDS, FILES } from './reckoning.ts';
import type { Reckoning } from './reckoning.ts';

export interface ReckonPageProps {
  readonly lang: Lang;
  readonly government: Government;
  readonly service: Service;
  readonly moment: Moment;
  /** What the address asks, as it was typed. */
  readonly asked: PostedForm;
  readonly reckoning: Reckoning;
}

type Found = Extract<Reckoning, { kind: 'found' }>;

/** The inside of the page. */
export function reckonPage(props: ReckonPageProps): Html {
  const { lang, service, reckoning } = props;
  const words = reckonWords[lang];
  const faults = reckoning.kind === 'wrong' ? reckoning.faults : [];
  return columns({
    main: [
      errorSummary({ lang, faults, kept: words.notKept }),
      pageHeading({ above: service.title[lang], title: words.title, lead: words.lead }),
      reckoning.kind === 'found' && answer(props, reckoning),
    ],
    side: screenOnly(question(props)),
    sideLabel: words.askTitle,
  });
}

function answer(props: ReckonPageProps, found: Found): Content {
  const { lang, moment, service } = props;
  const words = reckonWords[lang];
  const { complete } = found.supposed;
  return [
    complete ? dueBox(props, found) : incompleteBox(props, found),
    complete &&
      section({
        title: words.how,
        id: 'hitungan',
        children: deadlineTold({
          lang,
          derivation: found.deadline.derivation,
          calendar: moment.calendar.calendar,
          today: moment.local.toPlainDate(),
          foldsSteps: true,
        }),
      }),
    !service.atCounter && applying(props),
  ];
}

function applying({ lang, government, service }: ReckonPageProps): Html {
  const href = `/${government.id}/layanan/${service.id}`;
  return buttonRow(
    linkButton({ label: commonWords[lang].do.apply, href: `${href}/ajukan` }),
    linkButton({ label: reckonWords[lang].toService, href, kind: 'quiet' }),
  );
}

const whenDue = ({ deadline }: Found, { moment, lang }: ReckonPageProps): string =>
  deadline.due === null ? '' : formatInstant(deadline.due, moment.timeZone, lang);

function dueBox(props: ReckonPageProps, found: Found): Html {
  const { lang, service, moment } = props;
  const words = reckonWords[lang];
  const supposed = service.clock.starts === 'complete' ? words.ifComplete : words.ifReceived;
  const when = formatInstant(found.supposed.received, moment.timeZone, lang);
  const { class: chosen } = found.supposed;
  const provisional = found.deadline.provisional && html` ${words.provisional}`;
  return promiseBox({
    label: words.due,
    time: whenDue(found, props),
    meaning: html`${supposed(when, describePromise(found.promise, lang))}${chosen && html` ${words.ofClass(chosen.label[lang])}`}${provisional}`,
  });
}

/** Nobody can name a date while nobody knows when the rest will come. */
function incompleteBox(props: ReckonPageProps, found: Found): Html {
  const { lang, service } = props;
  const words = reckonWords[lang];
  const says = service.clock.starts === 'complete' ? words.notStarted : words.returned;
  return promiseBox({
    state: 'paused',
    label: words.due,
    time: words.unknownYet,
    meaning: says(whenDue(found, props)),
  });
}

function question(props: ReckonPageProps): Html {
  const { lang, government, service } = props;
  const words = reckonWords[lang];
  return panel({
    title: words.askTitle,
    id: 'tanya',
    children: [
      html`<p>${soft(words.stored)}</p>`,
      queryForm({
        action: `/${government.id}/layanan/${service.id}/hitung`,
        children: [
          ...when(props),
          classField(props),
          fileField(props),
          buttonRow(button({ label: words.reckon })),
        ],
      }),
    ],
  });
}

/** What a field shows: as typed, or what the answer rests on. */
function typed({ asked }: ReckonPageProps, name: string, otherwise: string): string {
  const value = asked[name];
  return typeof value === 'string' ? value : otherwise;
}

function propsOf({ lang, reckoning }: ReckonPageProps, name: string, label: string): FieldProps {
  const faults = reckoning.kind === 'wrong' ? reckoning.faults : [];
  return { lang, name, label, error: errorOf(faults, name, lang) };
}

function when(props: ReckonPageProps): readonly Content[] {
  const { lang, service, moment, asked } = props;
  const words = reckonWords[lang];
  const { day, month, year } = readDateParts(asked, FIELDS.date);
  const isGiven = [day, month, year].some((part) => part !== '');
  const today = moment.local.toPlainDate().toString();
  const zone = formatInstant(moment.now, moment.timeZone, lang).replace(/^.* /, '');
  const now = moment.local.toPlainTime().toString().slice(0, 5);
  const label = service.clock.starts === 'complete' ? words.dateComplete : words.date;
  return [
    dateField({
      ...propsOf(props, FIELDS.date, label),
      value: isGiven ? { day, month, year } : readDateParts({ tanggal: today }, FIELDS.date),
    }),
    textField({
      ...propsOf(props, FIELDS.time, words.time(zone)),
      hint: words.timeHint,
      value: typed(props, FIELDS.time, lang === 'id' ? now.replace(':', '.') : now),
      width: 'short',
    }),
  ];
}

function classField(props: ReckonPageProps): Content {
  const { lang, service } = props;
  const words = reckonWords[lang];
  const classes = classesOf(service);
  if (classes.length === 0) return null;
  const options = classes.map(({ id, label, promise }) => ({
    value: id,
    label: `${label[lang]} (${describePromise(promise, lang)})`,
  }));
  return choiceField({
    ...propsOf(props, FIELDS.class, words.class),
    hint: words.classHint,
    options: [{ value: '', label: words.noClass }, ...options],
    value: typed(props, FIELDS.class, ''),
  });
}

function fileField(props: ReckonPageProps): Html {
  const words = reckonWords[props.lang];
  return choiceField({
    ...propsOf(props, FIELDS.file, words.file),
    options: [
      { value: FILES.complete, label: words.complete },
      { value: FILES.incomplete, label: words.incomplete },
    ],
    value: typed(props, FIELDS.file, FILES.complete),
  });
}
