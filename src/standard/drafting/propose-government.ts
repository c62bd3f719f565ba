/** A new government out of its decree: what the public sees of it, its office and posts, its working calendar. */
import type { WorkingCalendarFile } from '../../working-time/index.ts';
import type { Government, Organisation, Position } from '../model/government.ts';
import { readChannels } from './channels.ts';
import { addressIn, governmentLine } from './letterhead.ts';
import { headOf, officeOf } from './office-of-decree.ts';
import type { DraftComponents, DraftDecree, DraftPosition } from './model.ts';
import { asTitle, distinct, idFrom, inBoth } from './wording.ts';

export interface NewGovernment {
  /** Its name in addresses, as the reviewer wants it. */
  readonly id: string;
  readonly decree: DraftDecree | null;
  /** The first lines of the document, for its letterhead. */
  readonly head?: readonly string[];
  /** The readings of all its services, for contacts. */
  readonly services: readonly DraftComponents[];
  /** Posts that the services need. */
  readonly positions: readonly DraftPosition[];
  /** ISO date from which the first holders are in post. */
  readonly from: string;
}

/** Days and hours of the counter, until somebody enters the real ones. */
const COUNTER = ['08:00-12:00', '13:00-15:00'];

const KINDS: readonly (readonly [kind: Government['kind'], words: RegExp, name: string])[] = [
  ['kota', /\bkota\s+([a-z][a-z ]*)/i, 'Kota'],
  ['kabupaten', /\bkabupaten\s+([a-z][a-z ]*)/i, 'Kabupaten'],
  ['provinsi', /\bprovinsi\s+([a-z][a-z ]*)/i, 'Provinsi'],
];

/** Which government it is: by the decree's words, else by the id with the kind left to the reviewer. */
function nameOf({ id, decree, head = [] }: NewGovernment): Pick<Government, 'kind' | 'name'> {
  const words = [decree?.office, decree?.title, governmentLine(head)].map((text) => text ?? '').join('\n');
  for (const [kind, pattern, prefix] of KINDS) {
    const found = pattern.exec(words)?.[1]?.split('\n')[0];
    if (found !== undefined) return { kind, name: `${prefix} ${asTitle(found.trim().toUpperCase())}` };
  }
  return { kind: 'kabupaten', name: asTitle(`KABUPATEN ${id.replaceAll('-', ' ').toUpperCase()}`) };
}

/** Three letters of the name: consonants first, since vowels tell names apart less. Unique is for the check to say. */
function prefixOf(id: string): string {
  const letters = id.toUpperCase().replaceAll(/[^A-Z]/g, '');
  const consonants = letters.slice(1).replaceAll(/[AIUEO]/g, '');
  return `${letters.slice(0, 1)}${consonants}${letters.slice(1)}XX`.slice(0, 3);
}

const assumed = (at: string, id: string, en: string): Government['assumptions'][number] => ({
  at,
  text: { id, en },
});

const OFFICE = 'kantor';
const UNKNOWN_ADDRESS = 'Alamat kantor belum diisi';

/** What of `government.yaml` no decree says: each for somebody to confirm. */
const assumedOf = (address: string | null): Government['assumptions'] => [
  assumed(
    'prefix',
    'Awalan nomor permohonan dibuat dari nama.',
    'The prefix of request numbers was made from the name.',
  ),
  address === null
    ? assumed('office.address', 'Alamat kantor belum diketahui.', 'The address of the office is not known.')
    : assumed(
        'office.address',
        'Alamat kantor dibaca dari kop keputusan.',
        'The address of the office was read off the letterhead of the decree.',
      ),
  assumed(
    'counter.week',
    'Jam loket tidak disebut dalam keputusan.',
    'The decree does not give counter hours.',
  ),
  assumed(
    'pledge',
    'Kata-kata maklumat mengikuti UU 25/2009 Pasal 22.',
    'The pledge follows Law 25/2009 art. 22.',
  ),
  assumed(
    'privacy',
    'Pejabat Pelindungan Data Pribadi dan jadwal retensi belum diketahui.',
    'Data-protection officer and records schedule are not known.',
  ),
  assumed('accent', 'Warna bukan warna resmi.', 'The colour is not official.'),
];

/** `government.yaml`. What the decree does not say is marked as assumed and reads as such. */
export function proposeGovernment(draft: NewGovernment): Government {
  const { kind, name } = nameOf(draft);
  const office = officeOf(draft.decree);
  const contacts = readChannels(draft.services.flatMap(({ complaints }) => complaints.items));
  const address = addressIn(draft.head ?? []);
  return {
    id: draft.id,
    prefix: prefixOf(draft.id),
    kind,
    name,
    office: { agency: OFFICE, name: office, shortName: inBoth(office), address: address ?? UNKNOWN_ADDRESS },
    accent: '#1f5f8b',
    contacts: contacts.length > 0 ? contacts : [{ kind: 'in-person', label: inBoth(office) }],
    counter: { week: { mon: COUNTER, tue: COUNTER, wed: COUNTER, thu: COUNTER, fri: COUNTER } },
    pledge: {
      id: 'Kami sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan dan siap menerima sanksi bila tidak menepatinya.',
      en: 'We undertake to serve by the published service standards, and accept the sanctions of the law where we do not.',
    },
    privacy: {
      controller: `Pemerintah ${name} melalui ${office}`,
      officer: `Pejabat Pelindungan Data Pribadi ${name}`,
      retention: {
        id: 'Data disimpan selama permohonan berjalan dan sesudahnya menurut jadwal retensi arsip, lalu dihapus.',
        en: 'Data are kept while the request runs and afterwards by the records schedule, then erased.',
      },
    },
    products: {},
    assumptions: assumedOf(address),
  };
}

const post = (id: string, title: Position['title'], rest: Partial<Position> = {}): Position => ({
  id,
  title,
  agency: OFFICE,
  superior: HEAD,
  roles: [],
  ...rest,
});

const HEAD = 'kepala-kantor';

/** The head and the posts that every government needs, then those of its services; each is held by a placeholder. */
function positionsOf(draft: NewGovernment): Position[] {
  const head = inBoth(headOf(officeOf(draft.decree)));
  const own = [
    post(HEAD, head, { superior: null }),
    post(
      'administrator',
      { id: 'Administrator Sistem', en: 'System administrator' },
      { roles: ['administrator'] },
    ),
    post('petugas-loket', { id: 'Petugas Loket', en: 'Counter officer' }, { roles: ['counter'] }),
    post(
      'petugas-pengaduan',
      { id: 'Petugas Pengaduan', en: 'Complaints officer' },
      { roles: ['complaints'] },
    ),
  ];
  const taken = new Set(own.map(({ id }) => id));
  const needed = new Map(draft.positions.filter(({ id }) => !taken.has(id)).map((one) => [one.id, one]));
  return [...own, ...[...needed.values()].map(({ id, title }) => post(id, title))];
}

/** `organisation.yaml`: one office, its posts, and a placeholder in each until real people are entered. */
export function proposeOrganisation(draft: NewGovernment): Organisation {
  const positions = positionsOf(draft);
  const people = distinct(positions.map(({ id }) => idFrom(id, 'petugas')));
  return {
    agencies: [{ id: OFFICE, name: officeOf(draft.decree), kind: 'agency', contact: HEAD }],
    competences: [],
    positions,
    officials: positions.map(({ title }, index) => ({
      id: people[index] ?? 'petugas',
      name: `Contoh ${title.id}`,
      nip: null,
      rank: null,
      username: `${(people[index] ?? 'petugas').replaceAll('-', '.')}@${draft.id}`,
      email: `${people[index] ?? 'petugas'}@${draft.id}.example`,
      competences: [],
    })),
    holdings: positions.map(({ id }, index) => ({
      position: id,
      official: people[index] ?? 'petugas',
      as: 'definitive',
      from: draft.from,
      to: null,
    })),
    instructions: [
      { id: 'Tindak lanjuti sesuai ketentuan', en: 'Act on it by the rules' },
      { id: 'Telaah dan beri saran', en: 'Examine and advise' },
      { id: 'Untuk diketahui', en: 'For information' },
    ],
    assumptions: [
      {
        at: 'officials',
        text: {
          id: 'Nama pejabat belum diisi; setiap jabatan dipegang oleh nama contoh.',
          en: 'Names of officials are not entered yet; every post is held by an example.',
        },
      },
    ],
  };
}

const NATIONAL = new Set(['national-holiday', 'joint-leave']);

/** `calendar.json`: the nation's days off and the usual week of a calendar that exists, in another time zone. */
export function proposeCalendar(
  template: WorkingCalendarFile,
  timeZone: WorkingCalendarFile['timeZone'],
): WorkingCalendarFile {
  const closed = (template.closed ?? []).filter(({ kind }) => NATIONAL.has(kind));
  return { ...template, timeZone, closed };
}
