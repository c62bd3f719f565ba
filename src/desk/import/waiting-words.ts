import { catalogue } from '../../ui/index.ts';

/** Words of the page of a decree that is not read yet. */
export const waitingWords = catalogue({
  id: {
    title: 'Keputusan ini belum terbaca',
    stopped:
      'Pembacaan terhenti dan tidak dicoba lagi dengan sendirinya. Berkasnya masih ada: coba baca lagi. Bila terhenti lagi, unggah bentuk lain dari keputusan ini (misalnya DOCX alih-alih PDF) atau bagian lampirannya saja.',
    brokenOff: (attempts: number, next: string) =>
      `Pembacaan terputus (${attempts} kali dimulai). Dicoba lagi dengan sendirinya pada ${next}, atau sekarang dengan tombol di bawah.`,
    notBegun:
      'Pembacaan belum dimulai: pekerja latar belakang sedang sibuk atau mati. Lihat Kelola · Keadaan sistem; keputusan ini dibaca begitu pekerja itu berjalan.',
    readAgain: 'Baca lagi',
  },
  en: {
    title: 'This decree has not been read',
    stopped:
      'Reading stopped and will not be tried again by itself. The file is still there: have it read again. If it stops again, upload the decree in another form (such as DOCX instead of PDF) or its annex alone.',
    brokenOff: (attempts: number, next: string) =>
      `Reading was cut off (begun ${attempts} times). It is tried again by itself at ${next}, or now with the button below.`,
    notBegun:
      'Reading has not begun: the background worker is busy or not running. See Administration · State of the system; this decree is read as soon as that worker runs.',
    readAgain: 'Read again',
  },
});
