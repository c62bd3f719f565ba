import { html, type Content } from '../html.ts';
import type { Lang } from '../language.ts';
import { fileLine } from '../components/file-field.ts';
import { previewLink } from '../components/file-preview.ts';
import { button, buttonRow } from '../components/button.ts';
import { queryForm } from '../components/form.ts';
import { months, monthTable, type MonthDay } from '../components/month.ts';
import { tag } from '../components/tag.ts';
import { textField } from '../components/text-fields.ts';
import { tree } from '../components/tree.ts';
import { errorPage, type ErrorKind } from '../frame/error-page.ts';

const plain = (count: number): MonthDay[] => Array.from({ length: count }, (_, at) => ({ day: at + 1 }));

/** Two months: one with every mark, one that begins on a Sunday and has nothing in it. */
export const monthsShown = (lang: Lang): Content =>
  months(
    monthTable({
      lang,
      year: 2026,
      month: 12,
      sum: '20 hari kerja',
      days: plain(31).map((day): MonthDay => {
        if (day.day === 25) return { ...day, off: true, mark: 'N', words: 'Libur nasional: Hari Raya Natal' };
        if (day.day === 24) return { ...day, off: true, mark: 'B?', words: 'Cuti bersama, belum dicocokkan' };
        if (day.day === 1) return { ...day, today: true };
        if (day.day > 27) return { ...day, mark: 'K', words: 'Jam kerja khusus' };
        return day.day % 7 === 5 || day.day % 7 === 6 ? { ...day, off: true } : day;
      }),
    }),
    monthTable({ lang, year: 2026, month: 11, days: plain(30) }),
  );

/** Posts below posts, one of them vacant; a file to be looked at; a question with an address. */
export const deskListsShown = (lang: Lang): Content => [
  tree([
    {
      content: html`<a href="#">Sekretaris Daerah</a><br>H. Contoh, S.H., M.Si.`,
      below: [
        {
          content: html`<a href="#">Kepala Dinas Komunikasi, Informatika, Statistik, dan Persandian</a><br>Plh. B. Contoh`,
          below: [
            {
              content: html`<a href="#">Kepala Bidang</a><br>${tag({ kind: 'soon', label: 'kosong' })}`,
              below: [],
            },
          ],
        },
        { content: html`<a href="#">Kepala Bagian Hukum</a>`, below: [] },
      ],
    },
  ]),
  fileLine({
    name: 'surat.pdf',
    size: 217_342,
    href: '#',
    actions: previewLink({ lang, name: 'surat.pdf', href: '#', kind: 'pdf' }),
  }),
  queryForm({
    action: '#',
    children: [
      textField({ lang, name: 'tanya.janji', label: 'Waktu yang dijanjikan', value: '10 hari kerja' }),
      buttonRow(button({ label: 'Hitung tenggat', kind: 'quiet' })),
    ],
  }),
];

const KINDS: readonly ErrorKind[] = [
  'not-found',
  'forbidden',
  'conflict',
  'too-large',
  'too-many',
  'unavailable',
];

/** What a fault looks like: short, and with everything that can stand on it. */
export const errorsShown = (lang: Lang): Content => [
  ...KINDS.map((kind) => errorPage({ lang, kind, homeHref: '#', level: 3 })),
  errorPage({
    lang,
    kind: 'broken',
    explained: 'Apa tepatnya yang terjadi, bila diketahui.',
    kept: 'Kiriman terakhir ini mungkin belum tersimpan.',
    reference: 'a1b2c3',
    actions: button({ label: 'Coba lagi' }),
    homeHref: '#',
    level: 3,
  }),
];
