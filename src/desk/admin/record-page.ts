import type { AccessLine } from '../../people/index.ts';
import { emptyState, html, pageHeading, pagination, soft, table, tabs } from '../../ui/index.ts';
import type { Column, Content, Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { actWords, partWords, reasonWords } from './record-acts.ts';
import type { ActGroup } from './record-acts.ts';
import { recordWords } from './record-words.ts';

export const RECORD = '/meja/kelola/catatan';

export interface RecordPage {
  readonly lang: Lang;
  readonly timeZone: string;
  readonly lines: readonly AccessLine[];
  readonly group: ActGroup | null;
  /** The one official whose acts are shown. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** Ids in words: officials, posts, requests, services; null for what needs none. */
  readonly naming: (id: string) => string | null;
  /** Of the line after which the next page begins; null on the last one. */
  readonly next: AccessLine | null;
  readonly first: boolean;
}

const GROUPS: readonly ActGroup[] = ['change', 'reading', 'account'];

/** The address of the record with its filters, so that it can be kept and sent. */
function addressOf(values: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(given).toString();
  return query === '' ? RECORD : `${RECORD}?${query}`;
}

/** Who did what, newest first; for auditors. */
export function recordPage(page: RecordPage): Content {
  const { lang, lines, group, actor, next, first } = page;
  const words = recordWords[lang];
  const oleh = actor?.id;
  const only =
    actor &&
    html`<p>${words.only(actor.name)} <a href="${addressOf({ jenis: group })}">${words.everyone}</a></p>`;
  return [
    pageHeading({ title: words.title, lead: words.lead }),
    tabs({
      label: words.views,
      items: [
        { label: words.all, href: addressOf({ oleh }), current: group === null },
        ...GROUPS.map((one) => ({
          label: words[one],
          href: addressOf({ jenis: one, oleh }),
          current: group === one,
        })),
      ],
    }),
    only,
    lines.length === 0
      ? emptyState({ title: words.none, text: words.noneText })
      : table<AccessLine>({
          caption: words.title,
          columns: columnsFor(page),
          groups: [{ rows: lines }],
        }),
    pagination({
      lang,
      previousHref: first ? null : addressOf({ jenis: group, oleh }),
      nextHref: next && addressOf({ jenis: group, oleh, sebelum: `${next.at.toString()}_${next.id}` }),
    }),
  ];
}

function columnsFor({ lang, timeZone, naming, group }: RecordPage): readonly Column<AccessLine>[] {
  const words = recordWords[lang];
  return [
    { label: words.at, cell: ({ at }) => formatInstant(at, timeZone, lang) },
    { label: words.what, cell: (line) => actWords(line)[lang], names: true },
    { label: words.about, cell: (line) => aboutWords(line, naming, lang) },
    { label: words.why, cell: ({ act, reason }) => (reason === null ? '–' : reasonWords(act, reason)[lang]) },
    { label: words.who, cell: ({ actor }) => whoCell(actor, { lang, naming, group }) },
  ];
}

/** Parts of a subject stand beside each other with slashes; each is named as far as it can be. */
const aboutWords = ({ act, subject }: AccessLine, naming: RecordPage['naming'], lang: Lang): string =>
  subject === null
    ? '–'
    : subject
        .split('/')
        .map((part) => naming(part) ?? partWords(act, part)?.[lang] ?? part)
        .join(' · ');

function whoCell(
  actor: string,
  { lang, naming, group }: Pick<RecordPage, 'lang' | 'naming' | 'group'>,
): Content {
  const words = recordWords[lang];
  if (actor.startsWith('cli')) return html`${words.commandLine} ${soft(actor)}`;
  const name = naming(actor);
  return name === null
    ? words.system
    : html`<a href="${addressOf({ jenis: group, oleh: actor })}">${name}</a>`;
}
