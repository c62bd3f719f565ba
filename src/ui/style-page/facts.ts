import { html, type Content } from '../html.ts';
import type { Lang } from '../language.ts';
import { linkButton } from '../components/button.ts';
import { fileLine } from '../components/file-field.ts';
import { bullets, columns, figures, folded, pairs, panel, paragraphs, soft } from '../components/layout.ts';
import { breadcrumbs, cards, emptyState, pagination, table, tabs, type Column } from '../components/lists.ts';
import { copyable, notice } from '../components/notice.ts';
import { letterhead, printButton, printOnly, screenOnly, sheet, signatures } from '../components/paper.ts';
import { promiseBox } from '../components/promise.ts';
import { steps, timeline } from '../components/steps.ts';
import { tag, type TagKind } from '../components/tag.ts';

/** The promise in its four states. */
export const promisesShown = (): Content => [
  promiseBox({
    label: 'Waktu yang dijanjikan',
    time: '4 bulan 21 hari 16 jam kerja',
    meaning: html`Diajukan sekarang, selesai paling lambat <strong>Kamis, 15 April 2027, 16.00 WIB</strong>.`,
    explain: { href: '#', label: 'Bagaimana dihitung?' },
  }),
  promiseBox({
    label: 'Waktu berhenti, menunggu Anda',
    time: 'Sisa 3 hari kerja',
    meaning: 'Lengkapi berkas, lalu waktu berjalan lagi.',
    state: 'paused',
  }),
  promiseBox({
    label: 'Janji kami terlewati',
    time: 'Lewat 2 jam kerja',
    meaning: 'Kami mohon maaf. Atasan langsung sudah diberi tahu.',
    state: 'late',
  }),
  promiseBox({
    label: 'Selesai tepat waktu',
    time: '2 hari 3 jam kerja',
    meaning: 'Dijanjikan 3 hari 1 jam 15 menit kerja.',
    state: 'kept',
  }),
];

/** A procedure before, during and after; what happened. */
export const stepsShown = (lang: Lang): Content =>
  columns({
    main: steps({
      lang,
      items: [
        { title: 'Diterima', detail: 'Senin, 23 November, 10.15 WIB · daring', state: 'done' },
        { title: 'Berkas lengkap', detail: 'Kepala Bidang Informatika dan Persandian', state: 'done' },
        { title: 'Kapasitas dicek', detail: 'Staf teknis, sejak Selasa, 24 November, 08.05', state: 'now' },
        { title: 'Keputusan', state: 'todo' },
        { title: 'Server diserahkan', state: 'todo' },
      ],
    }),
    side: [
      panel({
        title: 'Jalannya permohonan',
        level: 3,
        children: steps({
          lang,
          items: [
            { title: 'Anda mengajukan', detail: 'Daring, sekitar 5 menit' },
            {
              title: 'Kepala Bidang memeriksa',
              detail: 'Berkas kurang? Anda diberi tahu, dan waktu berhenti dihitung.',
            },
          ],
        }),
      }),
    ],
    sideLabel: 'Contoh di samping',
  });

/** What happened to a request. */
export const timelineShown = (): Content =>
  timeline([
    {
      at: { iso: '2026-11-23T10:15:00+07:00', words: 'Senin, 23 November 2026, 10.15 WIB' },
      title: 'Diterima',
      by: 'daring',
      kind: 'ok',
    },
    {
      at: { iso: '2026-11-23T13:40:00+07:00', words: 'Senin, 23 November 2026, 13.40 WIB' },
      title: 'Dikembalikan untuk dilengkapi',
      by: 'Kepala Bidang Informatika dan Persandian',
      detail: bullets(['Surat belum ditandatangani', 'Halaman kedua tidak terbaca']),
      kind: 'paused',
    },
    {
      at: { iso: '2026-11-25T09:00:00+07:00', words: 'Rabu, 25 November 2026, 09.00 WIB' },
      title: 'Janji waktu terlewati',
      kind: 'warning',
    },
    {
      at: { iso: '2026-11-25T09:05:00+07:00', words: 'Rabu, 25 November 2026, 09.05 WIB' },
      title: 'Dicatat',
      detail: paragraphs('Catatan petugas.\nBaris kedua.\n\nParagraf kedua.'),
    },
  ]);

const TAGS: readonly (readonly [TagKind, string])[] = [
  ['late', 'lewat 2 jam'],
  ['soon', '11 menit lagi'],
  ['ok', 'selesai'],
  ['waiting', 'menunggu pemohon'],
  ['plain', '1 hari 4 jam'],
];

/** States in a word, and things to know. */
export const statesShown = (lang: Lang): Content => [
  html`<p>${TAGS.map(([kind, label]) => [tag({ kind, label }), ' '])}</p>`,
  notice({
    lang,
    kind: 'info',
    title: 'Gratis. Dimintai uang?',
    children: html`<p><a href="#">Laporkan</a>. Identitas Anda dilindungi.</p>`,
  }),
  notice({
    lang,
    kind: 'warning',
    children: html`<p>Tenggat ini sementara: hari libur tahun 2028 belum ditetapkan.</p>`,
  }),
  notice({ lang, kind: 'success', title: 'Permohonan Anda sudah diterima', announced: true }),
  notice({
    lang,
    kind: 'error',
    title: 'Berkas tidak dapat dibaca',
    children: paragraphs('Unggah lagi sebagai PDF, JPG atau PNG.'),
  }),
  copyable({
    lang,
    label: 'Nomor permohonan',
    value: 'KLT-2026-7F3K9Q',
    hint: 'Simpan nomor ini untuk melacak permohonan Anda.',
  }),
  copyable({ lang, label: 'Kunci pelacakan', value: 'b7kq-2m4x-9fzt-0hwc-5rdn-8vsp-1jge-6ya3' }),
];

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
  capacityTable(),
  emptyState({
    title: 'Belum ada permohonan untuk Anda',
    text: 'Permohonan baru muncul di sini begitu langkahnya sampai pada jabatan Anda.',
    action: linkButton({ label: 'Lihat antrean bidang', href: '#', kind: 'quiet' }),
  }),
  emptyState({ title: 'Tidak ada layanan yang cocok' }),
];

/** Services to choose from, and everything about one. */
export const cardsShown = (): Content => [
  cards({
    level: 3,
    items: [
      {
        title: 'Peminjaman ruang rapat',
        href: '#',
        text: 'Ruang rapat untuk instansi, lengkap dengan proyektor dan konferensi video.',
        fact: '19 menit',
        meaning: 'Diajukan sekarang: hari ini, 10.34 WIB',
      },
      {
        title:
          'Pembangunan, pengembangan dan pembaruan aplikasi informatika bagi perangkat daerah dan unit pelaksana teknis',
        href: '#',
        text: 'Tim teknis menyusun kebutuhan bersama Anda.',
        fact: '4 bulan 21 hari 16 jam kerja',
        meaning: 'Diajukan sekarang: Kamis, 15 April 2027',
      },
      { title: 'Lapor insiden siber', href: '#' },
    ],
  }),
  columns({
    main: panel({
      title: 'Yang diminta',
      level: 3,
      children: pairs([
        {
          term: 'Aplikasi',
          value: 'SIMPEG Kecamatan',
          action: html`<a href="#">Ubah<span class="unseen"> aplikasi</span></a>`,
        },
        {
          term: 'Surat',
          value: fileLine({ name: 'surat-permohonan.pdf', size: 217_342, href: '#' }),
          action: html`<a href="#">Ubah<span class="unseen"> surat</span></a>`,
        },
      ]),
    }),
    side: [
      panel({
        children: pairs([
          { term: 'Biaya', value: html`<strong>Gratis</strong>` },
          { term: 'Tepat waktu', value: '96% dari 212 permohonan tahun ini' },
        ]),
      }),
    ],
    sideLabel: 'Sekilas',
  }),
  folded({
    summary: 'Dasar hukum (2)',
    children: bullets(['Undang-Undang Nomor 25 Tahun 2009', 'Peraturan Menteri PANRB Nomor 15 Tahun 2014']),
  }),
  folded({
    summary: 'Sarana dan prasarana',
    open: true,
    children: paragraphs('Ruang layanan, komputer dan jaringan.'),
  }),
];

/** Paper, as it looks on the screen. */
export const paperShown = (): Content => [
  printButton('Cetak tanda terima'),
  screenOnly(html`<p class="soft">Hanya di layar.</p>`),
  printOnly(html`<p>Hanya di kertas.</p>`),
  sheet({
    level: 3,
    head: letterhead({
      initial: 'K',
      government: 'Pemerintah Kabupaten Klaten',
      office: 'Dinas Komunikasi dan Informatika',
      contact: 'Jalan Contoh 1, Klaten · telepon (0272) 000000',
    }),
    title: 'Tanda terima berkas',
    number: 'KLT-2026-7F3K9Q',
    children: [
      pairs([
        { term: 'Pemohon', value: 'Kecamatan Trucuk' },
        { term: 'Layanan', value: 'Server dan hosting di pusat data' },
        { term: 'Diterima', value: 'Senin, 23 November 2026, 10.15 WIB' },
      ]),
      signatures([
        { post: 'Yang menyerahkan', name: '' },
        {
          placeAndDate: 'Klaten, 23 November 2026',
          post: 'Petugas loket',
          name: 'B. Contoh',
          detail: 'NIP 19800101 200001 1 001',
        },
      ]),
    ],
  }),
];
