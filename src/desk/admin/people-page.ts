import type { FieldFault } from '../../ground/index.ts';
import type { OfficialRow } from '../../people/index.ts';
import type { Organisation, Position } from '../../standard/index.ts';
import {
  adminWords,
  button,
  buttonRow,
  choiceField,
  dateField,
  errorOf,
  errorSummary,
  folded,
  form,
  html,
  notice,
  pageHeading,
  readDateParts,
  selectField,
  soft,
  table,
  textField,
} from '../../ui/index.ts';
import type { Column, Content, Html, Lang, PostedForm } from '../../ui/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { actingTitle } from '../request-words.ts';
import { valuesOf } from '../read-action.ts';
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
  readonly saved: boolean;
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
    pageHeading({ title: words.title, lead: kelolaWords[lang].people.lead }),
    errorSummary({ lang, faults: page.faults }),
    page.saved && notice({ lang, kind: 'success', title: kelolaWords[lang].people.saved, announced: true }),
    page.mayChange && addPanel(page),
    table({ caption: words.title, columns: columnsFor(page), groups: groupsOf(page) }),
  ];
}

/** Posts by agency, each with whoever holds it today or will; those of the past stay in the journal of the database. */
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

const isOver = ({ to }: HoldingRow, today: Temporal.PlainDate): boolean =>
  to !== null && Temporal.PlainDate.compare(to, today) < 0;

function columnsFor(page: PeoplePage): readonly Column<Line>[] {
  const { lang } = page;
  const words = adminWords[lang].people;
  const own = kelolaWords[lang].people;
  const columns: Column<Line>[] = [
    { label: own.position, cell: ({ position }) => position.title[lang], names: true },
    { label: words.name, cell: (line) => nameCell(line, lang) },
    { label: words.from, cell: ({ holding }) => (holding ? formatDate(holding.from, lang) : '–') },
    { label: words.to, cell: ({ holding }) => untilOf(holding, lang) },
    { label: own.basis, cell: ({ holding }) => soft(holding?.basis ?? '–') },
  ];
  const end: Column<Line> = { label: own.end, cell: (line) => endLink(line, lang) };
  return page.mayChange ? [...columns, end] : columns;
}

function nameCell({ official, holding }: Line, lang: Lang): Content {
  if (!official || !holding) return soft(kelolaWords[lang].people.vacant);
  return actingTitle(official.name, holding.as === 'definitive' ? null : holding.as);
}

function untilOf(holding: HoldingRow | null, lang: Lang): string {
  if (!holding) return '–';
  return holding.to ? formatDate(holding.to, lang) : adminWords[lang].people.untilFurther;
}

const endLink = ({ holding, position }: Line, lang: Lang): Content =>
  holding &&
  html`<a href="/meja/kelola/petugas/akhiri/${holding.id}">${kelolaWords[lang].people.end}<span class="unseen">: ${position.title[lang]}</span></a>`;

function addPanel(page: PeoplePage): Html {
  const { lang, csrf } = page;
  const words = kelolaWords[lang].people;
  return folded({
    summary: words.add,
    id: 'tambah',
    open: page.faults.length > 0,
    children: form({
      lang,
      csrf,
      action: '/meja/kelola/petugas',
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
    dateField(date('sejak', people.from)),
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
