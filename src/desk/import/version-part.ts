/** Parts of the form: what the decree makes, who supervises, and what the service is called elsewhere. */
import type { FieldFault } from '../../ground/index.ts';
import { commonServices } from '../../standard/index.ts';
import type { Position, Running, ServiceReview, Version } from '../../standard/index.ts';
import {
  button,
  buttonRow,
  checkboxesField,
  choiceField,
  errorOf,
  fieldRow,
  folded,
  html,
  panel,
  section,
  selectField,
  soft,
  textField,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { RUN } from './running-fields.ts';
import { KEEPS, NEW } from './running-input.ts';
import { versionWords } from './version-words.ts';
import { importWords } from './words.ts';

export interface RunningPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly importId: string;
  readonly review: ServiceReview;
  readonly running: Running;
  /** Posts of the office that exist. */
  readonly positions: readonly Position[];
  /** Services of the government, in force or not yet: one of them may get its next version. */
  readonly services: readonly Version<'service'>[];
  readonly timeZone: string;
  readonly now: Temporal.Instant;
  readonly faults: readonly FieldFault[];
}

/** Why a part is there: the words of the decree, or that it was assumed. */
export function why(lang: Lang, item: string | undefined): Html {
  const words = importWords[lang];
  return html`<p>${soft(item === undefined ? words.assumed : words.because(item))}</p>`;
}

/** Whether nothing but the decree is new: then there is nothing else to put together. */
export const goesOn = ({ follows, keeps }: Running): boolean => follows !== null && keeps;

/** What may be followed, with the day from which it is in force where that is still to come. */
function nextOf({ lang, timeZone, now }: RunningPage, { value, validFrom }: Version<'service'>): string {
  const words = versionWords[lang];
  const label = words.nextOf(value.title[lang]);
  if (Temporal.Instant.compare(validFrom, now) <= 0) return label;
  return words.notYet(label, formatDate(validFrom.toZonedDateTimeISO(timeZone).toPlainDate(), lang));
}

/** A new service, or the next version of one; from when on. Without services there is nothing to follow. */
export function followingPart(page: RunningPage): Html {
  const { lang, running, services, faults } = page;
  const words = versionWords[lang];
  const choices = services.map((version) => ({ value: version.name, label: nextOf(page, version) }));
  return panel({
    title: words.version,
    children: [
      services.length > 0 &&
        selectField({
          lang,
          name: RUN.follows,
          label: words.follows,
          options: [{ value: NEW, label: words.newService }, ...choices],
          value: running.follows ?? NEW,
        }),
      running.follows !== null &&
        choiceField({
          lang,
          name: RUN.keeps,
          label: words.keeps,
          options: KEEPS.map((value) => ({ value, label: words.keepNames[value] })),
          value: running.keeps ? KEEPS[0] : KEEPS[1],
        }),
      goesOn(running) && html`<p>${soft(words.newRequirements)}</p>`,
      textField({
        lang,
        name: RUN.validFrom,
        label: importWords[lang].validFrom,
        value: running.validFrom,
        hint: importWords[lang].validFromHint,
        error: errorOf(faults, RUN.validFrom, lang),
      }),
    ],
  });
}

/** What the service is called among governments; what is chosen is said without opening the list. */
export function sameAs(lang: Lang, running: Running): Html {
  const words = versionWords[lang];
  return folded({
    summary: words.sameAs(
      commonServices.filter(({ id }) => running.sameAs.includes(id)).map(({ title }) => title[lang]),
    ),
    children: checkboxesField({
      lang,
      name: RUN.sameAs,
      label: words.sameAsLabel,
      hint: words.sameAsHint,
      options: commonServices.map(({ id, title }) => ({ value: id, label: title[lang] })),
      values: running.sameAs,
    }),
  });
}

/** Who sees every request without taking part: by the words of the supervision, where they name a post that is there. */
export function supervisors({ lang, running, review, positions }: RunningPage): Html {
  const words = versionWords[lang];
  const { items } = review.components.supervision;
  return folded({
    summary: words.supervisors(
      positions.filter(({ id }) => running.supervisors.includes(id)).map(({ title }) => title[lang]),
    ),
    children: [
      why(lang, items.length === 0 ? undefined : items.join('; ')),
      checkboxesField({
        lang,
        name: RUN.supervisors,
        label: words.supervisorsLabel,
        options: positions.map(({ id, title }) => ({ value: id, label: title[lang] })),
        values: running.supervisors,
      }),
    ],
  });
}

/** Classes with a time of their own, where the decree names several; whoever checks the papers chooses one. */
export function classFields({ lang, running }: RunningPage): Content {
  if (running.classes.length === 0) return null;
  const words = versionWords[lang];
  return section({
    title: words.classes,
    level: 3,
    children: [
      html`<p>${soft(words.classesHint)}</p>`,
      running.classes.map(({ label, text }, index) => [
        html`<p>${label[lang]}: <strong>${text}</strong></p>`,
        fieldRow(
          textField({ lang, name: RUN.class(index, 'id'), label: words.class(index + 1), value: label.id }),
          textField({ lang, name: RUN.class(index, 'en'), label: words.classEn(index + 1), value: label.en }),
        ),
        buttonRow(
          button({
            label: html`${importWords[lang].remove}<span class="unseen">: ${words.class(index + 1)}</span>`,
            kind: 'quiet',
            name: RUN.act,
            value: `hapus-kelas:${index}`,
          }),
        ),
      ]),
    ],
  });
}
