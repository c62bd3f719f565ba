/** Standards as the annex of the decree that sets them, and one standard by itself. Findings are never printed into them. */
import type { Block, Paper } from '../../platform/index.ts';
import { formatDate } from '../../working-time/index.ts';
import type { Government, Organisation, Service } from '../model.ts';
import { componentTables } from './component-table.ts';
import { letterheadOf } from './letterhead.ts';

/** What is printed: standards of one government, and whose decree sets them. */
export interface Printing {
  readonly government: Government;
  readonly services: readonly Service[];
  /** The post that sets standards, e.g. "Kepala Dinas Komunikasi dan Informatika". */
  readonly issuer: string;
  /** Versions and whatever else tells this print from another one. */
  readonly id: string;
}

const PAGE_NUMBERS = 'halaman {n} dari {m}';
const caps = (text: string): string => text.toLocaleUpperCase('id');
/** "24 Mei 2024": the day of a decree, without its weekday. */
const dayOf = (date: string): string => formatDate(date, 'id').replace(/^[^,]*, /, '');

/**
 * The post that sets an office's standards: its head (PermenPANRB 15/2014: the standard is set by the head of the provider).
 * The top position of the office in the organisation, or the office itself where none is named.
 */
export function issuerOf({ office }: Government, { positions }: Organisation): string {
  const own = positions.filter(({ agency }) => agency === office.agency);
  const ids = new Set(own.map(({ id }) => id));
  const head = own.find(({ superior }) => superior === null || !ids.has(superior));
  return head?.title.id ?? `Kepala ${office.name}`;
}

const withRegion = (issuer: string, { name }: Government): string =>
  issuer.endsWith(name) ? issuer : `${issuer} ${name}`;

type Decree = Service['decree'];

/** "LAMPIRAN KEPUTUSAN … NOMOR … TANGGAL …": only of a decree whose number is known. */
function annexHead({ number, date, title }: Decree, { issuer, government }: Printing): Block[] {
  if (number === null) return [];
  const rows = [
    ['NOMOR', ':', caps(number)],
    ...(date === null ? [] : [['TANGGAL', ':', caps(dayOf(date))]]),
    ['TENTANG', ':', caps(title)],
  ];
  return [
    {
      kind: 'side-by-side',
      shares: [2, 3],
      left: [],
      right: [
        {
          kind: 'paragraph',
          text: `LAMPIRAN\nKEPUTUSAN ${caps(withRegion(issuer, government))}`,
          size: 'small',
          after: 1,
        },
        {
          kind: 'table',
          frame: 'none',
          size: 'small',
          columns: [{ share: 'fit' }, { share: 'fit' }, { share: 1 }],
          rows,
        },
      ],
    },
  ];
}

/** Where whoever sets the standard signs; dots for hand and name: who signed is no part of the standard. */
function signaturePlace(issuer: string): Block {
  return { kind: 'signatures', blocks: [{ post: [`${caps(issuer)},`], under: [`NIP ${'.'.repeat(34)}`] }] };
}

function paperOf({ government, services, id }: Printing, title: string, body: readonly Block[]): Paper {
  const [first] = services;
  return {
    title,
    author: government.office.name,
    subject: first?.decree.title ?? title,
    lang: 'id',
    createdAt: `${first?.validFrom ?? '1970-01-01'}T00:00:00Z`,
    id,
    page: { size: 'A4' },
    accent: government.accent,
    footer: title,
    pageNumbers: PAGE_NUMBERS,
    body,
  };
}

/** One standard, with the head of its decree where that is known. */
export function standardPaper(printing: Printing & { readonly services: readonly [Service] }): Paper {
  const [service] = printing.services;
  return paperOf(printing, `Standar Pelayanan ${service.title.id}`, [
    letterheadOf(printing.government),
    ...annexHead(service.decree, printing),
    {
      kind: 'heading',
      level: 1,
      align: 'centre',
      text: `STANDAR PELAYANAN\n${caps(service.title.id)}`,
      bookmark: service.title.id,
    },
    ...componentTables(service, 2),
    signaturePlace(printing.issuer),
  ]);
}

/** The decree that all of these standards rest on, or null where there are several. */
function commonDecree(services: readonly Service[]): Decree | null {
  const [first, ...others] = services.map(({ decree }) => decree);
  const isSame = (other: Decree): boolean =>
    other.number === first?.number && other.date === first.date && other.title === first.title;
  return first && others.every(isSame) ? first : null;
}

/** All standards of an office, each on a page of its own, with the head of their decree where they have one together. */
export function annexPaper(printing: Printing): Paper {
  const { government, services, issuer } = printing;
  const decree = commonDecree(services);
  const title = decree?.title ?? `Standar Pelayanan ${government.office.name}`;
  const bodies = services.flatMap((service, at): Block[] => [
    {
      kind: 'heading',
      level: 2,
      newPage: at > 0,
      align: 'centre',
      size: 'large',
      text: `${at + 1}. ${caps(service.title.id)}`,
      bookmark: `${at + 1}. ${service.title.id}`,
    },
    ...componentTables(service, 3),
  ]);
  return paperOf(printing, title, [
    letterheadOf(government),
    ...(decree ? annexHead(decree, printing) : []),
    {
      kind: 'heading',
      level: 1,
      align: 'centre',
      // The head has just named it.
      text: decree?.number ? 'STANDAR PELAYANAN' : caps(title),
      bookmark: title,
    },
    ...bodies,
    signaturePlace(issuer),
  ]);
}
