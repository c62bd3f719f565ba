import type { OfficialRow } from '../../people/index.ts';
import type { Organisation, Position, Service } from '../../standard/index.ts';
import {
  bullets,
  emptyState,
  formatList,
  html,
  linkButton,
  notice,
  pageHeading,
  pairs,
  panel,
  section,
  soft,
  table,
  tag,
} from '../../ui/index.ts';
import type { Column, Content, Lang } from '../../ui/index.ts';
import { actingTitle } from '../request-words.ts';
import { dayWords } from './day-words.ts';
import { PEOPLE, personHref, postHref } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { besides, holdsOn, isFuture, isOver, termsOf, vacanciesFrom } from './post-terms.ts';
import type { Span, Term } from './post-terms.ts';
import { kelolaWords } from './words.ts';

export interface PostPage {
  readonly lang: Lang;
  readonly position: Position;
  readonly organisation: Organisation;
  readonly officials: readonly OfficialRow[];
  /** Services in force. */
  readonly services: readonly Service[];
  readonly today: Temporal.PlainDate;
  readonly mayChange: boolean;
}

/** One post: where it stands, which steps need it, and who held, holds and will hold it. */
export function postPage(page: PostPage): Content {
  const { lang, position, officials } = page;
  const words = peopleWords[lang];
  const terms = termsOf(position.id, officials);
  const history = terms.toReversed();
  return [
    pageHeading({ title: position.title[lang], above: agencyOf(page) }),
    vacancyNotice(page, terms),
    aboutPanel(page),
    section({
      title: words.history,
      children:
        history.length === 0
          ? emptyState({ title: words.noHistory })
          : table<Term>({
              caption: words.history,
              columns: termColumns(page, terms),
              groups: [{ rows: history }],
            }),
    }),
    page.mayChange &&
      html`<p>${linkButton({ label: words.give, href: `${PEOPLE}?jabatan=${position.id}#tambah`, kind: 'quiet' })}</p>`,
  ];
}

const agencyOf = ({ organisation, position }: PostPage): string | undefined =>
  organisation.agencies.find(({ id }) => id === position.agency)?.name;

/** "kosong", "kosong mulai 1 Januari 2027": days from today on at which nobody holds the post. */
export function vacancyWords(span: Span, today: Temporal.PlainDate, lang: Lang): string {
  const words = peopleWords[lang];
  const [from, to] = [dayWords(span.from, lang), span.to && dayWords(span.to, lang)];
  if (span.from.equals(today)) return to ? words.vacantBetween(from, to) : words.vacantNow;
  return to ? words.vacantBetween(from, to) : words.vacantFrom(from);
}

function vacancyNotice({ lang, today, position }: PostPage, terms: readonly Term[]): Content {
  const vacant = vacanciesFrom(today, terms);
  if (vacant.length === 0) return null;
  const lines = vacant.map((span) => `${position.title[lang]}: ${vacancyWords(span, today, lang)}`);
  return notice({ lang, kind: 'warning', children: bullets(lines) });
}

function aboutPanel({ lang, position, organisation, services }: PostPage): Content {
  const words = peopleWords[lang];
  const byId = (id: string): Position | undefined => organisation.positions.find((one) => one.id === id);
  const link = ({ id, title }: Position): Content => html`<a href="${postHref(id)}">${title[lang]}</a>`;
  const superior = position.superior === null ? undefined : byId(position.superior);
  const below = organisation.positions.filter((one) => one.superior === position.id);
  const steps = services.flatMap((service) =>
    service.steps
      .filter((step) => step.positions?.includes(position.id))
      .map((step) => `${service.title[lang]}: ${step.title[lang]}`),
  );
  return panel({
    children: pairs([
      { term: words.superior, value: superior ? link(superior) : soft(words.top) },
      ...(below.length > 0 ? [{ term: words.below, value: bullets(below.map(link)) }] : []),
      ...(position.roles.length > 0
        ? [
            {
              term: words.roles,
              value: formatList(
                position.roles.map((role) => words.role[role]),
                lang,
              ),
            },
          ]
        : []),
      ...(steps.length > 0 ? [{ term: words.steps, value: bullets(steps) }] : []),
    ]),
  });
}

function termColumns(page: PostPage, terms: readonly Term[]): readonly Column<Term>[] {
  const { lang, today, mayChange } = page;
  const words = peopleWords[lang];
  const columns: readonly Column<Term>[] = [
    {
      label: words.name,
      names: true,
      cell: ({ official, as }) =>
        html`<a href="${personHref(official.id)}">${actingTitle(official.name, as === 'definitive' ? null : as)}</a>`,
    },
    { label: words.from, cell: ({ from }) => dayWords(from, lang) },
    { label: words.to, cell: ({ to }) => (to ? dayWords(to, lang) : words.until) },
    { label: kelolaWords[lang].people.basis, cell: ({ basis }) => basis ?? '–' },
    { label: words.state, cell: (term) => termState(term, terms, { lang, today }) },
  ];
  const end: Column<Term> = {
    label: kelolaWords[lang].people.end,
    cell: (term) => !isOver(term, today) && termAction(term, today, lang),
  };
  return mayChange ? [...columns, end] : columns;
}

/** Ending what runs, taking back what has not begun. */
export function termAction(
  term: Pick<Term, 'id' | 'from' | 'to'>,
  today: Temporal.PlainDate,
  lang: Lang,
): Content {
  const label = isFuture(term, today) ? peopleWords[lang].undo : kelolaWords[lang].people.end;
  return html`<a href="${PEOPLE}/akhiri/${term.id}">${label}</a>`;
}

/** Whether a term is over, runs or is to come; and with whom it shares its days. */
function termState(
  term: Term,
  terms: readonly Term[],
  { lang, today }: { readonly lang: Lang; readonly today: Temporal.PlainDate },
): Content {
  const others = besides(term, terms).map(({ official, as }) =>
    actingTitle(official.name, as === 'definitive' ? null : as),
  );
  const note = others.length > 0 && html`<br>${soft(peopleWords[lang].alsoHeld(formatList(others, lang)))}`;
  return html`${timeTag(term, today, lang)}${note}`;
}

export function timeTag(span: Span, today: Temporal.PlainDate, lang: Lang): Content {
  const words = peopleWords[lang];
  if (holdsOn(span, today)) return tag({ kind: 'ok', label: words.now });
  return isFuture(span, today)
    ? tag({ kind: 'waiting', label: words.future })
    : tag({ kind: 'plain', label: words.past });
}
