import { html, type Content } from '../html.ts';
import type { Lang } from '../language.ts';
import { linkButton } from '../components/button.ts';
import { filters } from '../components/filters.ts';
import { directory } from '../components/directory.ts';
import { figures, soft } from '../components/layout.ts';
import { breadcrumbs, emptyState, pagination, table, tabs, type Column } from '../components/lists.ts';
import { tag, type TagKind } from '../components/tag.ts';

interface Row {
  readonly number: string;
  readonly service: string;
  readonly detail: string;
  readonly applicant: string;
  readonly step: string;
  readonly left: readonly [TagKind, string];
  readonly holder: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { label: 'Nomor', cell: (row) => soft(figures(row.number)) },
  { label: 'Permohonan', cell: (row) => html`<a href="#">${row.service}</a>`, names: true },
  { label: 'Rincian', cell: (row) => soft(row.detail) },
  { label: 'Pemohon', cell: (row) => row.applicant },
  { label: 'Langkah', cell: (row) => row.step },
  { label: 'Sisa waktu', cell: (row) => tag({ kind: row.left[0], label: row.left[1] }) },
  { label: 'Pada', cell: (row) => soft(row.holder) },
];

const row = (
  number: string,
  service: string,
  detail: string,
  left: Row['left'],
  applicant = 'Kecamatan Trucuk',
): Row => ({
  number,
  service,
  detail,
  applicant,
  step: 'Peninjauan',
  left,
  holder: 'Saya',
});

/** Figures under each other. */
const capacityTable = (): Content =>
  table({
    caption: 'Kapasitas pusat data',
    captionSeen: true,
    columns: [
      { label: 'Sumber', cell: ([name]: readonly string[]) => name, names: true },
      { label: 'Diminta', cell: ([, asked]) => asked, figures: true },
      { label: 'Sisa', cell: ([, , left]) => left, figures: true },
    ],
    groups: [
      {
        rows: [
          ['vCPU', '4', '46'],
          ['Memori', '8 GB', '118 GB'],
          ['Penyimpanan', '100 GB', '2,1 TB'],
        ],
      },
    ],
  });

/** What a list is narrowed by: set, in sight, and folded. */
const filtersShown = (lang: Lang): Content =>
  filters({
    lang,
    label: 'Saringan',
    set: [
      { label: 'Layanan: Permohonan informasi publik', removeHref: '#' },
      { label: 'Terlambat', removeHref: '#' },
    ],
    clearHref: '#',
    quick: [
      { label: 'Saya', href: '#', count: 3 },
      { label: 'Belum diambil', href: '#', count: '999+' },
    ],
    more: [
      {
        title: 'Masuk melalui',
        choices: [
          { label: 'Loket', href: '#', count: 14 },
          { label: 'Surat', href: '#', count: 2 },
        ],
      },
    ],
    moreLabel: 'Saringan lain',
  });

/** A queue, its views, and lists with nothing in them. */
export const listsShown = (lang: Lang): Content => [
  breadcrumbs({
    lang,
    items: [
      { label: 'Klaten', href: '#' },
      { label: 'Semua layanan', href: '#' },
    ],
  }),
  tabs({
    label: 'Antrean',
    items: [
      { label: 'Semua', href: '#', count: 23, current: true },
      { label: 'Perlu saya', href: '#', count: 9 },
      { label: 'Menunggu pemohon', href: '#', count: 0 },
      { label: 'Selesai', href: '#' },
    ],
  }),
  filtersShown(lang),
  queueShown(lang),
  capacityTable(),
  directory([
    {
      title: 'Peminjaman ruang rapat',
      href: '#',
      fact: '19 menit pada jam kerja',
      text: 'Untuk perangkat daerah · Gratis',
    },
    {
      title: 'Pembangunan dan/atau pengembangan aplikasi untuk perangkat daerah beserta pemeliharaannya',
      href: '#',
      fact: '4 bulan 21 hari kerja 16 jam',
    },
    { title: 'Surat berita kehilangan STNK', href: '#' },
  ]),
  emptyState({
    title: 'Belum ada permohonan untuk Anda',
    text: 'Permohonan baru muncul di sini begitu langkahnya sampai pada jabatan Anda.',
    action: linkButton({ label: 'Lihat antrean bidang', href: '#', kind: 'quiet' }),
  }),
  emptyState({ title: 'Tidak ada layanan yang cocok' }),
];

/** A queue in its groups, one of them empty, with a name that is too long. */
const queueShown = (lang: Lang): Content => [
  table({
    caption: 'Permohonan menurut sisa waktu',
    columns: COLUMNS,
    groups: [
      {
        label: 'Terlambat',
        rows: [
          row('KLT-2026-7F3K9Q', 'Penambahan bandwidth', 'dari 50 ke 100 Mbps', ['late', 'lewat 2 jam']),
        ],
      },
      { label: 'Besok', rows: [] },
      {
        label: 'Minggu ini',
        rows: [
          row('KLT-2026-81MZ4A', 'Server dan hosting di pusat data', '4 vCPU · 8 GB · 100 GB', [
            'plain',
            '1 hari 4 jam',
          ]),
          row(
            'KLT-2026-X0P2TR',
            'Permohonan informasi publik',
            'Daftar aset teknologi informasi tahun 2025 beserta nilai perolehannya',
            ['waiting', 'menunggu pemohon'],
            'Perkumpulan Masyarakat Peduli Keterbukaan Informasi Kabupaten Klaten dan Sekitarnya',
          ),
        ],
      },
    ],
  }),
  pagination({ lang, previousHref: '#', nextHref: '#', summary: '51–100 dari 431' }),
];
