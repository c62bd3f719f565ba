import type { FieldFault } from '../../ground/index.ts';
import { html, type Content } from '../html.ts';
import type { Lang } from '../language.ts';
import { button, buttonRow, linkButton } from '../components/button.ts';
import { agencyField, checkbox, checkboxesField, choiceField } from '../components/choice-fields.ts';
import { dateField, timeRangeField } from '../components/date-fields.ts';
import { fileField } from '../components/file-field.ts';
import {
  confirmBlock,
  errorOf,
  errorSummary,
  form,
  formProgress,
  hiddenField,
  searchForm,
} from '../components/form.ts';
import { narrow } from '../components/layout.ts';
import {
  codeField,
  emailField,
  nikField,
  numberField,
  passwordField,
  phoneField,
  textArea,
  textField,
} from '../components/text-fields.ts';

const LONG =
  'Pembangunan dan pemeliharaan jaringan intra pemerintah daerah termasuk penyediaan kapasitas internet bagi perangkat daerah, kecamatan, kelurahan dan unit pelaksana teknis';

const AGENCIES = [
  {
    label: 'Dinas',
    agencies: [{ id: 'perikanan', name: 'Dinas Ketahanan Pangan, Pertanian dan Perikanan' }],
  },
  { label: 'Kecamatan', agencies: [{ id: 'trucuk', name: 'Kecamatan Trucuk' }] },
];

const FILE = {
  accept: ['application/pdf', 'image/jpeg', 'image/png'],
  kinds: 'PDF, JPG atau PNG',
  maxSize: 10 * 1024 * 1024,
};

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `pilihan-${at + 1}`, label: `Pilihan ${at + 1}` }));

/** Buttons and links that look like them. */
export const buttonsShown = (): Content => [
  buttonRow(
    button({ label: 'Ajukan permohonan' }),
    button({ label: 'Simpan, lanjutkan nanti', kind: 'quiet' }),
    button({ label: 'Tarik permohonan', kind: 'danger' }),
    linkButton({ label: 'Lihat standar pelayanan', href: '#', kind: 'quiet' }),
  ),
  narrow(button({ label: LONG, wide: true })),
];

/** Every question type, unanswered. */
export function emptyForm(lang: Lang): Content {
  const at = (name: string, label: string) => ({ lang, name: `kosong.${name}`, label });
  return form({
    lang,
    action: '#',
    csrf: 'contoh',
    multipart: true,
    askBeforeLeaving: true,
    children: [
      formProgress({ lang, at: 2, all: 4, savedAt: '10.12' }),
      textField({ ...at('nama', 'Nama aplikasi'), autocomplete: 'off' }),
      textArea({
        ...at('uraian', 'Uraian kebutuhan'),
        optional: true,
        hint: 'Tulis dengan kata-kata Anda sendiri.',
      }),
      nikField(at('nik', 'NIK')),
      phoneField(at('telepon', 'Nomor telepon')),
      emailField(at('email', 'Alamat email')),
      passwordField({ ...at('sandi', 'Kata sandi'), name: 'sandi' }),
      codeField({ ...at('kode', 'Kode enam angka'), name: 'kode' }),
      dateField(at('tanggal', 'Tanggal surat')),
      timeRangeField(at('waktu', 'Kapan ruang dipakai?')),
      numberField({
        ...at('memori', 'Memori'),
        unit: 'GB',
        hint: 'Biasanya 2 sampai 8. Tersedia sekarang: 46.',
      }),
      choiceField({ ...at('sifat', 'Sifat permohonan'), options: options(3) }),
      choiceField({ ...at('daftar', 'Jenis layanan'), options: options(9) }),
      checkboxesField({ ...at('alat', 'Perlengkapan'), options: options(3), optional: true }),
      agencyField({ ...at('instansi', 'Instansi Anda'), groups: AGENCIES }),
      fileField({ ...at('surat', 'Surat permohonan'), ...FILE }),
      checkbox({
        lang,
        name: 'kosong.setuju',
        label: 'Saya sudah membaca untuk apa data ini dipakai',
        hint: 'Wajib sebelum mengirim.',
      }),
      hiddenField('versi', 7),
      buttonRow(button({ label: 'Lanjutkan' }), button({ label: 'Simpan, lanjutkan nanti', kind: 'quiet' })),
    ],
  });
}

const FAULTS: readonly FieldFault[] = [
  ['nama', 'Isi nama aplikasi', 'Enter the name of the application'],
  [
    'nik',
    'NIK terdiri atas 16 angka. Periksa lagi di KTP Anda',
    'A NIK has 16 digits. Check your identity card again',
  ],
  [
    'tanggal',
    'Tanggal ini tidak ada dalam kalender. Periksa lagi',
    'This date is not in the calendar. Check it again',
  ],
  ['memori', 'Tulis angka saja, misalnya 8 atau 2,5', 'Write digits only, for example 8 or 2.5'],
  ['sifat', 'Pilih sifat permohonan', 'Choose the nature of the request'],
  ['ktp', 'Berkas ini kosong', 'This file is empty'],
  ['setuju', 'Centang bila Anda sudah membacanya', 'Tick when you have read it'],
  [
    'surat',
    'Jenis berkas ini tidak diterima. Unggah PDF, JPG atau PNG',
    'This kind of file is not accepted. Upload PDF, JPG or PNG',
  ],
].map(([name, id = '', en = '']) => ({ path: `salah.${name}`, words: { id, en } }));

/** Questions with wrong answers, kept as typed, and the summary that leads to them. */
export function wrongForm(lang: Lang): Content {
  const at = (name: string, label: string) => {
    const path = `salah.${name}`;
    return { lang, name: path, label, error: errorOf(FAULTS, path, lang) };
  };
  const children = [
    textField({ ...at('nama', 'Nama aplikasi') }),
    textArea({ ...at('uraian', 'Uraian kebutuhan'), value: `${LONG}\n"<kutipan> & lainnya"`, rows: 4 }),
    nikField({ ...at('nik', 'NIK'), value: '3310 1234' }),
    dateField({ ...at('tanggal', 'Tanggal surat'), value: { day: '31', month: '2', year: '2026' } }),
    numberField({ ...at('memori', 'Memori'), unit: 'GB', value: 'delapan' }),
    choiceField({ ...at('sifat', LONG), options: [{ value: 'a', label: LONG, hint: LONG }, ...options(2)] }),
    agencyField({ ...at('instansi', 'Instansi Anda'), groups: AGENCIES, value: 'trucuk' }),
    fileField({ ...at('surat', 'Surat permohonan'), ...FILE }),
    fileField({
      ...at('ktp', 'KTP'),
      ...FILE,
      kept: { name: `${LONG.replaceAll(' ', '-')}.pdf`, size: 217_342, href: '#' },
    }),
    checkbox({ ...at('setuju', 'Saya sudah membaca untuk apa data ini dipakai') }),
    buttonRow(button({ label: 'Lanjutkan' })),
  ];
  return [
    errorSummary({ lang, faults: FAULTS }),
    form({ lang, action: '#', csrf: 'contoh', multipart: true, children }),
  ];
}

/** Searches and the second look before something final. */
export const askingShown = (lang: Lang): Content => [
  searchForm({
    lang,
    action: '#',
    name: 'q',
    label: 'Cari layanan',
    placeholder: 'email, wifi, tanda tangan …',
  }),
  searchForm({
    lang,
    action: '#',
    name: 'nomor',
    label: 'Nomor permohonan',
    value: 'KLT-2026-7F3K9Q',
    clearHref: '#',
    kind: 'quiet',
    button: 'Lacak',
  }),
  confirmBlock({
    lang,
    title: 'Tarik permohonan ini?',
    explained: html`<p>Permohonan KLT-2026-7F3K9Q berhenti diproses. Anda dapat mengajukan lagi kapan saja.</p>`,
    action: '#',
    csrf: 'contoh',
    confirmLabel: 'Tarik permohonan',
    cancelHref: '#',
    children: textArea({ lang, name: 'alasan', label: 'Alasan', optional: true, rows: 2 }),
  }),
];
