import type { Content } from '../html.ts';
import type { Lang } from '../language.ts';
import { codeBlock } from '../components/code-block.ts';
import { fieldRow } from '../components/field-row.ts';
import { halves, sourceText, type SourceLine } from '../components/source-text.ts';
import { selectField } from '../components/choice-fields.ts';
import { numberField, textArea, textField } from '../components/text-fields.ts';

const line = (n: number, text: string, ...marks: readonly string[]): SourceLine => ({
  id: `baris-${n}`,
  place: `2 · ${n}`,
  text,
  marks,
});

const lines: readonly SourceLine[] = [
  line(118, 'STANDAR PELAYANAN'),
  line(119, 'PENERBITAN SURAT KETERANGAN DOMISILI LEMBAGA KEMASYARAKATAN', 'Nama layanan'),
  line(120, '1. Persyaratan'),
  line(121, 'a. Surat permohonan bermaterai yang ditandatangani pimpinan lembaga;', 'Persyaratan'),
  line(122, '3. Jangka waktu: 3 (tiga) hari kerja, gratis', 'Jangka waktu pelayanan', 'Biaya/tarif'),
  ...Array.from({ length: 12 }, (_, at) => line(123 + at, 'Baris yang tidak menjadi dasar apa pun.')),
];

const units = (lang: Lang): Content =>
  ['Bulan', 'Hari', 'Jam', 'Menit'].map((label) =>
    numberField({ lang, name: `tinjau.${label}`, label, value: label === 'Hari' ? '3' : '' }),
  );

const kinds = [
  { value: 'check', label: 'Periksa kelengkapan' },
  { value: 'decide', label: 'Putuskan: setuju atau tolak' },
];

/** Fields beside the document that they were read from; a file as it is written. */
export const reviewShown = (lang: Lang): Content => [
  halves({
    main: [
      textArea({
        lang,
        name: 'tinjau.syarat',
        label: 'Persyaratan',
        value: 'Surat permohonan bermaterai yang ditandatangani pimpinan lembaga',
        rows: 3,
      }),
      fieldRow(units(lang)),
      fieldRow(
        textField({ lang, name: 'tinjau.judul', label: 'Tahapan', value: 'Memeriksa berkas' }),
        selectField({
          lang,
          name: 'tinjau.jenis',
          label: 'Jenis tahapan',
          options: kinds,
          value: 'check',
        }),
      ),
    ],
    beside: sourceText({ label: 'Naskah keputusan', lines }),
    besideLabel: 'Naskah keputusan',
  }),
  codeBlock('id: domisili-lembaga\ntitle:\n  id: Surat keterangan domisili lembaga'),
];
