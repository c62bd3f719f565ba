import { html, type Content } from '../html.ts';
import type { Lang } from '../language.ts';
import { fileLine } from '../components/file-field.ts';
import { bullets, columns, folded, pairs, panel, paragraphs } from '../components/layout.ts';
import { cards } from '../components/lists.ts';
import { copyable, notice } from '../components/notice.ts';
import { buttonRow } from '../components/button.ts';
import { live, returnLink } from '../components/live.ts';
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
  live({
    id: 'contoh-antrean',
    seconds: 3600,
    children: promiseBox({
      label: '2 orang sebelum Anda',
      time: 'D-005',
      meaning: 'Tunggu di dekat loket. Nomor Anda akan dipanggil.',
      large: true,
    }),
  }),
  buttonRow(returnLink({ label: 'Selesai', href: '#' })),
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
