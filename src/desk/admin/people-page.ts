import type { FieldFault } from '../../ground/index.ts';
import type { OfficialRow } from '../../people/index.ts';
import type { Organisation, Position } from '../../standard/index.ts';
import {
  adminWords,
  bullets,
  button,
  buttonRow,
  choiceField,
  dateField,
  errorOf,
  errorSummary,
  folded,
  form,
  formatList,
  html,
  notice,
  pageHeading,
  readDateParts,
  selectField,
  soft,
  table,
  tag,
  textField,
} from '../../ui/index.ts';
import type { Column, Content, Html, Lang, PostedForm } from '../../ui/index.ts';
import { actingTitle } from '../request-words.ts';
import { dayWords } from './day-words.ts';
import { valuesOf } from '../read-action.ts';
import { PEOPLE, peopleTabs, personHref, postHref } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { termAction, vacancyWords } from './post-page.ts';
import { besides, holdsOn, isOver, termsOf, vacanciesFrom } from './post-terms.ts';
import type { Term } from './post-terms.ts';
import { kelolaWords } from './words.ts';

export interface PeoplePage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly organisation: Organisation;
  readonly officials: readonly OfficialRow[];
  readonly today: Temporal.PlainDate;
  readonly mayChange: boolean;
  readonly posted: PostedForm;
  readonly faults: readonly FieldFault[];
  /** The first day that stands in the form before anybody types one. */
  readonly proposed?: Temporal.PlainDate;
  /** Id of the holding that was saved just now; empty for something else that was. */
  readonly saved: string | null;
  /** Posts that steps of services in force wait at. */
  readonly needed: ReadonlySet<string>;
}

type HoldingRow = OfficialRow['holdings'][number];

/** One line of the table: a post with one of its holders, or with nobody. */
interface Line {
  readonly position: Position;
  readonly official: OfficialRow | null;
  readonly holding: HoldingRow | null;
}

export function peoplePage(page: PeoplePage): Content {
  const { lang } = page;
  const words = adminWords[lang].people;
  return [
    pageHeading({ title: peopleWords[lang].views, lead: kelolaWords[lang].people.lead }),
    errorSummary({ lang, faults: page.faults }),
    savedNotice(page),
    peopleTabs(lang, PEOPLE),
    vacancyNotice(page),
    page.mayChange && addPanel(page),
    table({ caption: words.title, columns: columnsFor(page), groups: groupsOf(page) }),
  ];
}

/** What was saved, and with whom it shares its days: allowed, but never unseen. */
function savedNotice({ lang, saved, officials }: PeoplePage): Content {
  if (saved === null) return null;
  const words = kelolaWords[lang].people;
  const holding = officials.flatMap((one) => one.holdings).find(({ id }) => id === saved);
  const terms = holding ? termsOf(holding.position, officials) : [];
  const own = terms.find(({ id }) => id === saved);
  const others = own ? besides(own, terms).map(holderName) : [];
  const note = others.length > 0 && html`<p>${peopleWords[lang].alsoHeld(formatList(others, lang))}</p>`;
  return notice({ lang, kind: 'success', title: words.saved, children: note, announced: true });
}

const holderName = ({ official, as }: Pick<Term, 'official' | 'as'>): string =>
  actingTitle(official.name, as === 'definitive' ? null : as);

/** Posts without which requests stand still, each leading to where somebody can be named. */
function vacancyNotice({ lang, organisation, officials, today, needed }: PeoplePage): Content {
  const words = peopleWords[lang];
  // Who was ended today holds their posts until tonight, but nobody is at work in them any more.
  const atWork = officials.filter(({ disabled }) => !disabled);
  const vacant = organisation.positions.filter(
    ({ id }) => needed.has(id) && !termsOf(id, atWork).some((term) => holdsOn(term, today)),
  );
  if (vacant.length === 0) return null;
  const links = vacant.map(({ id, title }) => html`<a href="${postHref(id)}">${title[lang]}</a>`);
  return notice({
    lang,
    kind: 'warning',
    title: words.vacancies(vacant.length),
    children: html`<p>${words.vacanciesText}</p>${bullets(links)}`,
  });
}

/** Posts by agency, each with whoever holds it today or will; those of the past stand on the post's own page. */
function groupsOf(page: PeoplePage): readonly { readonly label: string; readonly rows: readonly Line[] }[] {
  const { organisation } = page;
  return organisation.agencies
    .map((agency) => ({
      label: agency.name,
      rows: organisation.positions
        .filter((position) => position.agency === agency.id)
        .flatMap((position) => linesOf(page, position)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function linesOf({ officials, today }: PeoplePage, position: Position): readonly Line[] {
  const held = officials.flatMap((official) =>
    official.holdings
      .filter((holding) => holding.position === position.id && !isOver(holding, today))
      .map((holding) => ({ position, official, holding })),
  );
  const now = held.some(({ holding }) => Temporal.PlainDate.compare(holding.from, today) <= 0);
  return now ? held : [{ position, official: null, holding: null }, ...held];
}

function columnsFor(page: PeoplePage): readonly Column<Line>[] {
  const { lang } = page;
  const words = adminWords[lang].people;
  const own = kelolaWords[lang].people;
  const columns: Column<Line>[] = [
    {
      label: own.position,
      cell: ({ position }) => html`<a href="${postHref(position.id)}">${position.title[lang]}</a>`,
      names: true,
    },
    { label: words.name, cell: (line) => nameCell(line, lang) },
    { label: words.from, cell: ({ holding }) => (holding ? dayWords(holding.from, lang) : '–') },
    { label: words.to, cell: (line) => untilOf(line, page) },
    { label: own.basis, cell: ({ holding }) => soft(holding?.basis ?? '–') },
  ];
  const end: Column<Line> = { label: own.end, cell: (line) => endLink(line, page) };
  return page.mayChange ? [...columns, end] : columns;
}

function nameCell({ official, holding }: Line, lang: Lang): Content {
  if (!official || !holding) return tag({ kind: 'soon', label: kelolaWords[lang].people.vacant });
  return html`<a href="${personHref(official.id)}">${holderName({ official, as: holding.as })}</a>`;
}

/** The last day; and where nobody follows, from when the post is vacant. */
function untilOf({ holding, position }: Line, { lang, officials, today }: PeoplePage): Content {
  if (!holding) return '–';
  if (!holding.to) return adminWords[lang].people.untilFurther;
  const next = holding.to.add({ days: 1 });
  const vacant = vacanciesFrom(today, termsOf(position.id, officials)).find(({ from }) => from.equals(next));
  const note = vacant && html`<br>${tag({ kind: 'soon', label: vacancyWords(vacant, today, lang) })}`;
  return html`${dayWords(holding.to, lang)}${note}`;
}

const endLink = ({ holding, position }: Line, { lang, today }: PeoplePage): Content =>
  holding && html`${termAction(holding, today, lang)}<span class="unseen">: ${position.title[lang]}</span>`;

function addPanel(page: PeoplePage): Html {
  const { lang, csrf } = page;
  const words = kelolaWords[lang].people;
  return folded({
    summary: words.add,
    id: 'tambah',
    open: page.faults.length > 0 || typedIn(page, 'jabatan') !== '' || typedIn(page, 'petugas') !== '',
    children: form({
      lang,
      csrf,
      action: PEOPLE,
      children: [whoFields(page), termFields(page), buttonRow(button({ label: words.addButton }))],
    }),
  });
}

const typedIn = ({ posted }: PeoplePage, name: string): string => valuesOf(posted, name)[0] ?? '';
const errorIn = ({ faults, lang }: PeoplePage, name: string): string | null => errorOf(faults, name, lang);

/** Which post, who, and as what. */
function whoFields(page: PeoplePage): Content {
  const { lang, organisation, officials } = page;
  const words = kelolaWords[lang].people;
  const { acting } = adminWords[lang].people;
  return [
    selectField({
      lang,
      name: 'jabatan',
      label: words.position,
      value: typedIn(page, 'jabatan'),
      error: errorIn(page, 'jabatan'),
      options: organisation.positions.map(({ id, title }) => ({ value: id, label: title[lang] })),
    }),
    selectField({
      lang,
      name: 'petugas',
      label: words.official,
      value: typedIn(page, 'petugas'),
      error: errorIn(page, 'petugas'),
      options: officials
        .filter(({ disabled }) => !disabled)
        .map(({ id, name }) => ({ value: id, label: name })),
    }),
    choiceField({
      lang,
      name: 'sebagai',
      label: words.as,
      value: typedIn(page, 'sebagai') || 'definitive',
      error: errorIn(page, 'sebagai'),
      options: [
        { value: 'definitive', label: words.definitive },
        { value: 'plt', label: acting.plt },
        { value: 'plh', label: acting.plh },
      ],
    }),
  ];
}

/** Why a first day stands there already. */
function startHint({ lang, proposed, today }: PeoplePage): { readonly hint?: string } {
  if (!proposed) return {};
  const words = kelolaWords[lang].people;
  return { hint: proposed.equals(today) ? words.fromToday : words.fromVacancy };
}

/** From when to when, and by which order. */
function termFields(page: PeoplePage): Content {
  const { lang, posted } = page;
  const words = kelolaWords[lang].people;
  const { people } = adminWords[lang];
  const date = (name: string, label: string): Parameters<typeof dateField>[0] => ({
    lang,
    name,
    label,
    value: readDateParts(posted, name),
    error: errorIn(page, name),
  });
  return [
    dateField({ ...date('sejak', people.from), ...startHint(page) }),
    dateField({ ...date('sampai', people.to), hint: words.untilOptional, optional: true }),
    textField({
      lang,
      name: 'dasar',
      label: words.basis,
      hint: words.basisHint,
      optional: true,
      maxLength: 300,
      value: typedIn(page, 'dasar'),
      error: errorIn(page, 'dasar'),
    }),
  ];
}
