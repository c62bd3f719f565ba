/** How a service runs, as a form: every part with the words of the decree it rests on. */
import type { Running } from '../../standard/index.ts';
import {
  button,
  buttonRow,
  checkbox,
  checkboxesField,
  choiceField,
  errorOf,
  errorSummary,
  fieldRow,
  form,
  hiddenField,
  html,
  pageHeading,
  panel,
  section,
  selectField,
  soft,
  textArea,
  textField,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { reviewTabs, runningHref } from './address.ts';
import { RUN } from './running-fields.ts';
import { BRINGS, KINDS, PRODUCTS, SHORT, STARTS, STEP_KINDS, TYPES } from './running-input.ts';
import { classFields, followingPart, goesOn, sameAs, supervisors, why } from './version-part.ts';
import type { RunningPage } from './version-part.ts';
import { importWords } from './words.ts';

export function runningPage(page: RunningPage): Content {
  const { lang, csrf, importId, review, running, faults } = page;
  const words = importWords[lang];
  return [
    errorSummary({ lang, faults, title: words.wrongRun }),
    pageHeading({ title: running.title[lang], above: words.running, lead: words.runLead }),
    reviewTabs(lang, importId, review.n, 'running'),
    form({
      lang,
      csrf,
      action: runningHref(importId, review.n),
      askBeforeLeaving: true,
      children: [
        hiddenField('saved', review.saved),
        // The first button is what Enter presses: never one that removes something.
        saving(lang),
        followingPart(page),
        goesOn(page.running)
          ? hiddenField(RUN.form, SHORT)
          : [general(page), stepsPart(page), requirementsPart(page), questionsPart(page)],
        saving(lang),
      ],
    }),
  ];
}

const saving = (lang: Lang): Html =>
  buttonRow(
    button({ label: importWords[lang].saveRun, name: RUN.act, value: 'lanjut' }),
    button({ label: importWords[lang].save, kind: 'quiet' }),
  );

function general(page: RunningPage): Html {
  const { lang, running, faults } = page;
  const words = importWords[lang];
  const text = (name: string, label: string, value: string, hint?: string): Html =>
    textField({ lang, name, label, value, error: errorOf(faults, name, lang), ...(hint ? { hint } : {}) });
  return panel({
    title: words.service,
    children: [
      text(RUN.titleId, words.name, running.title.id),
      text(RUN.titleEn, words.titleEn, running.title.en),
      running.follows === null && text(RUN.id, words.id, running.id, words.idHint),
      text(RUN.summaryId, words.summary, running.summary.id),
      text(RUN.summaryEn, words.summaryEn, running.summary.en),
      checkboxesField({
        lang,
        name: RUN.kinds,
        label: words.kinds,
        options: KINDS.map((value) => ({ value, label: words.kindNames[value] })),
        values: running.kinds,
        error: errorOf(faults, RUN.kinds, lang),
      }),
      choiceField({
        lang,
        name: RUN.starts,
        label: words.starts,
        options: STARTS.map((value) => ({ value, label: words.startNames[value] })),
        value: running.starts,
      }),
      selectField({
        lang,
        name: RUN.product,
        label: words.product,
        options: PRODUCTS.map((value) => ({ value, label: words.productNames[value] })),
        value: running.product,
      }),
      sameAs(lang, running),
      supervisors(page),
    ],
  });
}

function stepsPart(page: RunningPage): Html {
  const { lang, running } = page;
  const words = importWords[lang];
  return panel({
    title: words.steps,
    id: 'tahapan',
    children: [
      running.steps.map((_, index) => stepFields(page, index)),
      buttonRow(button({ label: words.addStep, kind: 'quiet', name: RUN.act, value: 'tambah-langkah' })),
      textArea({
        lang,
        name: RUN.positions,
        label: words.newPositions,
        hint: words.newPositionsHint,
        rows: Math.max(2, running.positions.length + 1),
        value: running.positions.map(({ title }) => title.id).join('\n'),
        optional: true,
      }),
      classFields(page),
    ],
  });
}

function stepFields({ lang, running, review, positions }: RunningPage, index: number): Content {
  const words = importWords[lang];
  const step = running.steps[index];
  if (!step) return null;
  const { procedure } = review.components;
  const posts = [...positions, ...running.positions];
  const act = (label: string, value: string): Html =>
    button({
      label: html`${label}<span class="unseen">: ${words.step(index + 1)}</span>`,
      kind: 'quiet',
      name: RUN.act,
      value: `${value}:${index}`,
    });
  return section({
    title: words.step(index + 1),
    level: 3,
    children: [
      why(lang, step.component === null ? undefined : procedure.items[step.component - 1]),
      fieldRow(
        textField({ lang, name: RUN.step(index, 'judul'), label: words.stepTitle, value: step.title.id }),
        selectField({
          lang,
          name: RUN.step(index, 'jenis'),
          label: words.stepKind,
          options: STEP_KINDS.map((value) => ({ value, label: words.stepKinds[value] })),
          value: step.kind,
        }),
        selectField({
          lang,
          name: RUN.step(index, 'jabatan'),
          label: words.position,
          options: posts.map(({ id, title }) => ({ value: id, label: title[lang] })),
          value: step.position,
        }),
      ),
      buttonRow(
        index > 0 && act(words.up, 'naik'),
        index < running.steps.length - 1 && act(words.down, 'turun'),
        act(words.remove, 'hapus-langkah'),
      ),
    ],
  });
}

function requirementsPart({ lang, running, review }: RunningPage): Content {
  const words = importWords[lang];
  if (running.requirements.length === 0) return null;
  return panel({
    title: words.requirements,
    children: running.requirements.map((requirement, index) => {
      const item = review.components.requirements.items[requirement.component - 1] ?? '';
      return section({
        title: item,
        level: 3,
        children: fieldRow(
          selectField({
            lang,
            name: RUN.requirement(index, 'cara'),
            label: words.bring,
            options: BRINGS.map((value) => ({ value, label: words.brings[value] })),
            value: requirement.bring,
          }),
          checkbox({
            lang,
            name: RUN.requirement(index, 'wajib'),
            label: words.required,
            checked: requirement.required,
          }),
          checkbox({
            lang,
            name: RUN.requirement(index, 'pribadi'),
            label: words.personal,
            checked: requirement.personal,
          }),
        ),
      });
    }),
  });
}

function questionsPart(page: RunningPage): Html {
  const { lang, running } = page;
  const words = importWords[lang];
  return panel({
    title: words.questions,
    id: 'pertanyaan',
    children: [
      running.questions.map((_, index) => questionFields(page, index)),
      buttonRow(button({ label: words.addQuestion, kind: 'quiet', name: RUN.act, value: 'tambah-tanya' })),
    ],
  });
}

function reasonOf({ lang }: RunningPage, { use, component }: Running['questions'][number]): string {
  const words = importWords[lang];
  if (component !== undefined) return words.demanded(component);
  return use === undefined ? words.optionalOnly : words.serves;
}

function questionFields(page: RunningPage, index: number): Content {
  const { lang, running } = page;
  const words = importWords[lang];
  const question = running.questions[index];
  if (!question) return null;
  return section({
    title: words.question(index + 1),
    level: 3,
    children: [
      html`<p>${soft(reasonOf(page, question))}</p>`,
      fieldRow(
        textField({ lang, name: RUN.question(index, 'id'), label: words.label, value: question.label.id }),
        textField({ lang, name: RUN.question(index, 'en'), label: words.labelEn, value: question.label.en }),
        selectField({
          lang,
          name: RUN.question(index, 'jenis'),
          label: words.type,
          options: TYPES.map((value) => ({ value, label: words.types[value] })),
          value: question.type,
        }),
      ),
      checkbox({
        lang,
        name: RUN.question(index, 'wajib'),
        label: words.required,
        checked: question.required,
      }),
      buttonRow(
        button({
          label: html`${words.remove}<span class="unseen">: ${words.question(index + 1)}</span>`,
          kind: 'quiet',
          name: RUN.act,
          value: `hapus-tanya:${index}`,
        }),
      ),
    ],
  });
}
