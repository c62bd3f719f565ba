import type { FieldFault } from '../../ground/index.ts';
import type { Competence, OfficialRecord, OfficialRow } from '../../people/index.ts';
import type { Organisation } from '../../standard/index.ts';
import {
  button,
  buttonRow,
  dateField,
  emailField,
  emptyState,
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
  readDateParts,
  section,
  selectField,
  table,
  tag,
  textField,
} from '../../ui/index.ts';
import type { Column, Content, Lang, PostedForm } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { actingTitle, postTitle } from '../request-words.ts';
import { accountHref } from './account-page.ts';
import { officialAccountWords } from './account-words.ts';
import { dayWords } from './day-words.ts';
import { typedText } from './official-input.ts';
import { PEOPLE, personHref, postHref } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { termAction, timeTag } from './post-page.ts';
import { isOver } from './post-terms.ts';

/** What can be done to an official, and is told when it was done. */
export type Deed = keyof (typeof peopleWords)['id']['done'];

/** A form of this page that was answered wrongly. */
export interface Attempt {
  readonly form: 'facts' | 'competence';
  readonly posted: PostedForm;
  readonly faults: readonly FieldFault[];
}

export interface OfficialPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly timeZone: string;
  readonly official: OfficialRecord;
  readonly holdings: OfficialRow['holdings'];
  readonly organisation: Organisation;
  readonly today: Temporal.PlainDate;
  readonly mayChange: boolean;
  /** Whether this is the administrator who looks. */
  readonly self: boolean;
  readonly done: Deed | null;
  readonly attempt: Attempt | null;
}

/** One official: data, posts over time, competences; and what an administrator may change of it. */
export function officialPage(page: OfficialPage): Content {
  const { lang, official, done, attempt } = page;
  return [
    pageHeading({ title: official.name, above: official.username }),
    errorSummary({ lang, faults: attempt?.faults ?? [] }),
    done && notice({ lang, kind: 'success', title: peopleWords[lang].done[done], announced: true }),
    factsPanel(page),
    holdingsSection(page),
    competenceSection(page),
    page.mayChange && endPart(page),
  ];
}

function factsPanel(page: OfficialPage): Content {
  const { lang, official, timeZone } = page;
  const words = peopleWords[lang];
  const state = official.disabledAt
    ? tag({ kind: 'waiting', label: words.ended(formatInstant(official.disabledAt, timeZone, lang)) })
    : tag({ kind: 'ok', label: words.active });
  const first = !official.hasPassword && page.mayChange && words.passwordHow(official.username);
  return panel({
    children: [
      pairs([
        { term: words.nip, value: official.nip ?? '–' },
        { term: words.rank, value: official.rank ?? '–' },
        { term: words.email, value: official.email },
        { term: words.state, value: html`${state}${!official.hasPassword && html` ${words.noPassword}`}` },
      ]),
      first && html`<p class="soft">${first}</p>`,
      html`<p><a href="${accountHref(official.id)}">${officialAccountWords[lang].title}</a></p>`,
      page.mayChange && factsForm(page),
    ],
  });
}

function factsForm(page: OfficialPage): Content {
  const { lang, csrf, official, attempt } = page;
  const tried = attempt?.form === 'facts' ? attempt : null;
  const { name, nip, rank, email } = official;
  const posted = tried?.posted ?? { nama: name, nip: nip ?? '', pangkat: rank ?? '', surel: email };
  return folded({
    summary: peopleWords[lang].edit,
    open: tried !== null,
    children: form({
      lang,
      csrf,
      action: personHref(official.id),
      children: [
        factFields(lang, posted, tried?.faults ?? []),
        buttonRow(button({ label: peopleWords[lang].save })),
      ],
    }),
  });
}

/** Name, NIP, rank, e-mail: the same for a new official and for one to correct. */
export function factFields(lang: Lang, posted: PostedForm, faults: readonly FieldFault[]): Content {
  const words = peopleWords[lang];
  const field = (name: string, label: string, hint?: string) => ({
    lang,
    name,
    label,
    maxLength: 200,
    value: typedText(posted, name),
    error: errorOf(faults, name, lang),
    autocomplete: 'off',
    ...(hint === undefined ? {} : { hint }),
  });
  return [
    textField({ ...field('nama', words.name, words.nameHint), width: 'long' }),
    textField({ ...field('nip', words.nip, words.nipHint), width: 'medium', optional: true }),
    textField({ ...field('pangkat', words.rank), width: 'medium', optional: true }),
    emailField(field('surel', words.email)),
  ];
}

type Holding = OfficialRow['holdings'][number];

function holdingsSection(page: OfficialPage): Content {
  const { lang, official, holdings, mayChange } = page;
  const words = peopleWords[lang];
  const give =
    mayChange &&
    !official.disabledAt &&
    linkButton({
      label: words.give,
      href: `${PEOPLE}?petugas=${official.id}#tambah`,
      kind: 'quiet',
    });
  const shown =
    holdings.length === 0
      ? emptyState({
          title: words.noHoldings,
          text: words.noHoldingsText,
          ...(give ? { action: give } : {}),
        })
      : html`${table<Holding>({ caption: words.holdings, columns: holdingColumns(page), groups: [{ rows: holdings }] })}${give && html`<p>${give}</p>`}`;
  return section({ title: words.holdings, children: shown });
}

function holdingColumns({ lang, organisation, today, mayChange }: OfficialPage): readonly Column<Holding>[] {
  const words = peopleWords[lang];
  const title = ({ position, as }: Holding): string =>
    actingTitle(postTitle(organisation, position, lang), as === 'definitive' ? null : as);
  const columns: readonly Column<Holding>[] = [
    {
      label: words.holdings,
      names: true,
      cell: (holding) => html`<a href="${postHref(holding.position)}">${title(holding)}</a>`,
    },
    { label: words.from, cell: ({ from }) => dayWords(from, lang) },
    { label: words.to, cell: ({ to }) => (to ? dayWords(to, lang) : words.until) },
    { label: words.state, cell: (holding) => timeTag(holding, today, lang) },
  ];
  const end: Column<Holding> = {
    label: '',
    cell: (holding) => !isOver(holding, today) && termAction(holding, today, lang),
  };
  return mayChange ? [...columns, end] : columns;
}

function competenceSection(page: OfficialPage): Content {
  const { lang, official } = page;
  const words = peopleWords[lang];
  return section({
    title: words.competences,
    id: 'kompetensi',
    children: [
      html`<p class="soft">${words.competencesLead}</p>`,
      official.competences.length === 0
        ? emptyState({ title: words.noCompetences })
        : table<Competence>({
            caption: words.competences,
            columns: competenceColumns(page),
            groups: [{ rows: official.competences }],
          }),
      page.mayChange && competenceForm(page),
    ],
  });
}

const competenceTitle = ({ competences }: Organisation, code: string, lang: Lang): string =>
  competences.find(({ id }) => id === code)?.title[lang] ?? code;

function competenceColumns(page: OfficialPage): readonly Column<Competence>[] {
  const { lang, organisation, today, mayChange } = page;
  const words = peopleWords[lang];
  const columns: readonly Column<Competence>[] = [
    { label: words.competence, cell: ({ code }) => competenceTitle(organisation, code, lang), names: true },
    { label: words.evidence, cell: ({ evidence }) => evidence },
    { label: words.from, cell: ({ from }) => dayWords(from, lang) },
    { label: words.to, cell: ({ to }) => (to ? dayWords(to, lang) : words.until) },
    { label: words.state, cell: (one) => timeTag(one, today, lang) },
  ];
  const end: Column<Competence> = {
    label: '',
    cell: (one) => mayEnd(one, today) && endCompetenceForm(page, one),
  };
  return mayChange ? [...columns, end] : columns;
}

/** One that runs, and does not end today anyway. */
const mayEnd = ({ from, to }: Competence, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(from, today) <= 0 && (to === null || Temporal.PlainDate.compare(to, today) > 0);

const endCompetenceForm = ({ lang, csrf, official, organisation }: OfficialPage, one: Competence): Content =>
  form({
    lang,
    csrf,
    action: `${personHref(official.id)}/kompetensi/akhiri`,
    children: [
      hiddenField('kompetensi', one.code),
      hiddenField('sejak', one.from.toString()),
      button({
        kind: 'quiet',
        label: html`${peopleWords[lang].endCompetence}<span class="unseen">: ${competenceTitle(organisation, one.code, lang)}</span>`,
      }),
    ],
  });

function competenceForm(page: OfficialPage): Content {
  const { lang, csrf, official, organisation, attempt } = page;
  const words = peopleWords[lang];
  if (organisation.competences.length === 0) return null;
  const tried = attempt?.form === 'competence' ? attempt : null;
  const posted = tried?.posted ?? {};
  const faults = tried?.faults ?? [];
  const common = (name: string, label: string) => ({ lang, name, label, error: errorOf(faults, name, lang) });
  return folded({
    summary: words.addCompetence,
    open: tried !== null,
    children: form({
      lang,
      csrf,
      action: `${personHref(official.id)}/kompetensi`,
      children: [
        selectField({
          ...common('kompetensi', words.competence),
          value: typedText(posted, 'kompetensi'),
          options: organisation.competences.map(({ id, title }) => ({ value: id, label: title[lang] })),
        }),
        textField({
          ...common('bukti', words.evidence),
          hint: words.evidenceHint,
          maxLength: 200,
          value: typedText(posted, 'bukti'),
        }),
        dateField({ ...common('sejak', words.from), value: readDateParts(posted, 'sejak') }),
        dateField({
          ...common('sampai', words.to),
          value: readDateParts(posted, 'sampai'),
          optional: true,
        }),
        buttonRow(button({ label: words.addCompetence })),
      ],
    }),
  });
}

function endPart({ lang, csrf, official, self }: OfficialPage): Content {
  const words = peopleWords[lang];
  const href = `${personHref(official.id)}/nonaktif`;
  if (self) return html`<p class="soft">${words.self}</p>`;
  if (!official.disabledAt) return html`<p>${linkButton({ label: words.disable, href, kind: 'quiet' })}</p>`;
  return form({
    lang,
    csrf,
    action: `${personHref(official.id)}/aktif`,
    children: buttonRow(button({ label: words.enable, kind: 'quiet' })),
  });
}

export interface NewOfficialPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly government: string;
  readonly posted: PostedForm;
  readonly faults: readonly FieldFault[];
}

/** The form for somebody new. */
export function newOfficialPage({ lang, csrf, government, posted, faults }: NewOfficialPage): Content {
  const words = peopleWords[lang];
  return narrow(
    pageHeading({ title: words.add }),
    errorSummary({ lang, faults }),
    form({
      lang,
      csrf,
      action: `${PEOPLE}/baru`,
      askBeforeLeaving: true,
      children: [
        factFields(lang, posted, faults),
        textField({
          lang,
          name: 'pengguna',
          label: words.username,
          hint: words.usernameHint(government),
          width: 'medium',
          maxLength: 200,
          autocomplete: 'off',
          spellcheck: false,
          value: typedText(posted, 'pengguna'),
          error: errorOf(faults, 'pengguna', lang),
        }),
        buttonRow(button({ label: words.save })),
      ],
    }),
  );
}
