/** The service pledge (maklumat pelayanan, UU 25/2009 art. 22) as a poster: it must be published where people see it. */
import type { Block, Paper } from '../../platform/index.ts';
import { describePromise } from '../../working-time/index.ts';
import { chargeOf } from '../model.ts';
import type { Channel, Government, Service } from '../model.ts';
import { letterheadOf } from './letterhead.ts';

export interface PledgePrinting {
  readonly government: Government;
  readonly services: readonly Service[];
  /** The post that gives the pledge. */
  readonly issuer: string;
  /** Versions and whatever else tells this print from another one. */
  readonly id: string;
  /** Where the promises stand on the web, for the code; no code without it. */
  readonly address: string | null;
  readonly size: 'A4' | 'A3';
}

const LAW = 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, Pasal 22';
/** Ways to complain that fit on a wall. */
const ON_POSTERS: readonly Channel['kind'][] = ['whatsapp', 'phone', 'email', 'lapor', 'website'];
const MOST_CHANNELS = 4;
const CODE_SIDE = 28;
const rupiah = new Intl.NumberFormat('id-ID');

function feeOf({ fee }: Service): string {
  if (fee.free) return 'Gratis';
  const { least, most } = chargeOf(fee);
  const up = most > least ? ` – Rp${rupiah.format(most)}` : '';
  return `Rp${rupiah.format(least)}${up}`;
}

/** What runs: the lawful time where the law differs from what was printed. */
const timeOf = ({ clock, promise }: Service): string =>
  describePromise(clock.lawful?.promise ?? promise, 'id');

const promises = (services: readonly Service[]): Block => ({
  kind: 'table',
  columns: [{ share: 56, names: true }, { share: 27 }, { share: 17 }],
  head: ['Layanan', 'Selesai paling lama', 'Biaya'],
  rows: services.map((service) => [service.title.id, timeOf(service), feeOf(service)]),
  summary: 'Waktu dan biaya setiap layanan',
});

function channelsOf({ contacts }: Government): string[] {
  return ON_POSTERS.flatMap(
    (kind) => contacts.find((contact) => contact.kind === kind && contact.value) ?? [],
  )
    .slice(0, MOST_CHANNELS)
    .map(({ label, value = '' }) => `${label.id}: ${value.replace(/^https?:\/\//, '')}`);
}

/** What to do when it is not kept, beside the one who signs for it. */
function closing({ government, address, issuer }: PledgePrinting): Block {
  const words = address?.replace(/^https?:\/\//, '') ?? '';
  return {
    kind: 'side-by-side',
    left: [
      { kind: 'paragraph', text: [{ text: 'Bila kami tidak menepatinya', bold: true }] },
      { kind: 'list', numbers: 'bullet', items: channelsOf(government), size: 'small' },
      ...(address === null
        ? []
        : [
            { kind: 'qr', address, side: CODE_SIDE, alt: `Kode QR ke ${words}` } as const,
            { kind: 'paragraph', text: words, size: 'tiny' } as const,
          ]),
    ],
    right: [
      {
        kind: 'signatures',
        across: true,
        blocks: [{ post: [`${issuer.toLocaleUpperCase('id')},`], under: [`NIP ${'.'.repeat(34)}`] }],
      },
    ],
  };
}

export function pledgePaper(printing: PledgePrinting): Paper {
  const { government, services, id, size } = printing;
  return {
    title: `Maklumat Pelayanan ${government.office.name}`,
    author: government.office.name,
    lang: 'id',
    createdAt: `${services[0]?.validFrom ?? '1970-01-01'}T00:00:00Z`,
    id,
    page: { size: 'A4', enlargedTo: size === 'A3' ? 'A3' : undefined },
    accent: government.accent,
    footer: LAW,
    body: [
      letterheadOf(government),
      { kind: 'heading', level: 1, text: 'MAKLUMAT PELAYANAN', align: 'centre', size: 'poster', after: 5 },
      { kind: 'paragraph', text: `“${government.pledge.id}”`, align: 'centre', size: 'title', after: 7 },
      promises(services),
      { kind: 'space', height: 3 },
      closing(printing),
    ],
  };
}
