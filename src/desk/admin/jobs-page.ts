import type { FieldFault } from '../../ground/index.ts';
import type { FailedJob } from '../../platform/index.ts';
import {
  adminWords,
  button,
  confirmBlock,
  emptyState,
  errorOf,
  errorSummary,
  form,
  hiddenField,
  html,
  narrow,
  notice,
  pageHeading,
  pairs,
  soft,
  table,
  textField,
} from '../../ui/index.ts';
import type { Column, Content, Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { causeWords, jobsWords, taskWords } from './jobs-words.ts';

export const JOBS = '/meja/kelola/pekerjaan';

export interface JobsPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly timeZone: string;
  readonly jobs: readonly FailedJob[];
  readonly mayChange: boolean;
  readonly done: 'retried' | 'given-up' | null;
}

/** Background jobs that failed, each with its cause in words, and the two ways on. */
export function jobsPage(page: JobsPage): Content {
  const { lang, jobs, done } = page;
  const words = adminWords[lang].jobs;
  const said = { retried: words.retried, 'given-up': jobsWords[lang].givenUp };
  return [
    pageHeading({ title: words.title, lead: jobsWords[lang].lead }),
    done && notice({ lang, kind: 'success', title: said[done], announced: true }),
    jobs.length === 0
      ? emptyState({ title: words.none, text: jobsWords[lang].noneText })
      : table<FailedJob>({
          caption: words.title,
          columns: columnsFor(page),
          groups: [{ rows: jobs }],
        }),
  ];
}

function columnsFor(page: JobsPage): readonly Column<FailedJob>[] {
  const { lang, timeZone } = page;
  const words = adminWords[lang].jobs;
  const own = jobsWords[lang];
  const at = (instant: Temporal.Instant): string => formatInstant(instant, timeZone, lang);
  const columns: readonly Column<FailedJob>[] = [
    { label: words.task, cell: ({ task }) => taskWords(task)[lang], names: true },
    { label: own.cause, cell: ({ reason }) => causeCell(reason, lang) },
    {
      label: words.attempts,
      cell: ({ attempts, maxAttempts }) => `${attempts}/${maxAttempts}`,
      figures: true,
    },
    { label: own.since, cell: ({ created }) => at(created) },
    { label: own.next, cell: ({ nextAttempt }) => (nextAttempt ? at(nextAttempt) : own.stopped) },
  ];
  const ways: Column<FailedJob> = { label: words.retry, cell: (job) => waysOn(page, job) };
  return page.mayChange ? [...columns, ways] : columns;
}

const causeCell = (reason: string, lang: Lang): Content =>
  html`${causeWords(reason)[lang]}<br>${soft(html`${jobsWords[lang].more}: <code>${reason}</code>`)}`;

const waysOn = ({ lang, csrf }: JobsPage, { id, task }: FailedJob): Content => [
  form({
    lang,
    csrf,
    action: JOBS,
    children: [hiddenField('pekerjaan', id), button({ label: adminWords[lang].jobs.retry, kind: 'quiet' })],
  }),
  html`<a href="${JOBS}/${id}/hentikan">${jobsWords[lang].giveUp}<span class="unseen">: ${taskWords(task)[lang]}</span></a>`,
];

export interface GiveUpPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly job: FailedJob;
  readonly typed: string;
  readonly faults: readonly FieldFault[];
}

/** A second look before a job is given up, with a reason that stays in the record. */
export function giveUpPage({ lang, csrf, job, typed, faults }: GiveUpPage): Content {
  const words = jobsWords[lang];
  return narrow(
    pageHeading({ title: words.giveUp }),
    errorSummary({ lang, faults }),
    pairs([
      { term: adminWords[lang].jobs.task, value: taskWords(job.task)[lang] },
      { term: words.cause, value: causeCell(job.reason, lang) },
    ]),
    confirmBlock({
      lang,
      csrf,
      title: words.giveUpTitle,
      explained: html`<p>${words.giveUpText}</p>`,
      action: `${JOBS}/${job.id}/hentikan`,
      confirmLabel: words.giveUp,
      cancelHref: JOBS,
      children: textField({
        lang,
        name: 'alasan',
        label: words.why,
        hint: words.whyHint,
        maxLength: 200,
        value: typed,
        error: errorOf(faults, 'alasan', lang),
      }),
    }),
  );
}
