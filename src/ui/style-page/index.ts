import { html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { pageHeading, section } from '../components/layout.ts';
import { courseShown } from './course.ts';
import { deskListsShown, errorsShown, monthsShown } from './desk.ts';
import { cardsShown, promisesShown, statesShown, stepsShown, timelineShown } from './facts.ts';
import { askingShown, buttonsShown, emptyForm, wrongForm } from './forms.ts';
import { listsShown } from './lists.ts';
import { paperShown } from './paper.ts';
import { reviewShown } from './review.ts';

/**
 * Every component in every state, with long names, empty and full: to look at after a change, and for the
 * accessibility check. Put it into `page`.
 */
export function stylePage({ lang }: { readonly lang: Lang }): Html {
  const parts: readonly (readonly [title: string, content: Content])[] = [
    ['Janji waktu', promisesShown()],
    ['Tombol', buttonsShown()],
    ['Tahapan', stepsShown(lang)],
    ['Riwayat', timelineShown()],
    ['Keadaan dan keterangan', statesShown(lang)],
    ['Kartu, rincian, lipatan', cardsShown()],
    ['Daftar', listsShown(lang)],
    ['Formulir yang salah isi', wrongForm(lang)],
    ['Formulir kosong', emptyForm(lang)],
    ['Pencarian dan kepastian', askingShown(lang)],
    ['Kertas', paperShown()],
    ['Kalender', monthsShown(lang)],
    ['Perjalanan tenggat', courseShown(lang)],
    ['Bagan dan berkas', deskListsShown(lang)],
    ['Naskah dan pembacaannya', reviewShown(lang)],
    ['Halaman kesalahan', errorsShown(lang)],
  ];
  return html`${pageHeading({ title: 'Gaya Pendopo', lead: 'Semua komponen dalam semua keadaan.' })}${parts.map(
    ([title, children]) => section({ title, children }),
  )}`;
}
