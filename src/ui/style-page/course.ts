import type { Content } from '../html.ts';
import type { Lang } from '../language.ts';
import {
  course,
  courseMonth,
  courseSteps,
  courseTitle,
  type CourseMonthDay,
} from '../components/month-course.ts';
import { months } from '../components/month.ts';

const OFF = [5, 6, 12, 13, 19, 20, 26, 27];

/** December 2026 with every kind of day: received on the 11th, ten days with a pause, holidays and special hours. */
function december(day: number): CourseMonthDay {
  const words = `${day} Desember`;
  if (day < 11) return { day, words, ground: 'outside' };
  if (day === 11)
    return { day, words: `${words}: diterima`, ground: 'plain', shape: 'received', labels: ['terima'] };
  if (OFF.includes(day)) return { day, words: `${words}: bukan hari kerja`, ground: 'off' };
  if (day === 24) return { day, words: `${words}: cuti bersama`, ground: 'off', labels: ['cuti'] };
  if (day === 25) return { day, words: `${words}: libur nasional`, ground: 'off', labels: ['libur'] };
  if (day === 16)
    return { day, words: `${words}: jeda; hari ini`, ground: 'paused', labels: ['jeda'], today: true };
  if (day === 17) return { day, words: `${words}: jeda`, ground: 'paused', labels: ['jeda'] };
  if (day === 31)
    return {
      day,
      words: `${words}: hari kerja ke-10; 7 jam 30 menit; tenggat`,
      ground: 'counted',
      shape: 'due',
      labels: ['ke-10', '7j 30m', 'batas'],
    };
  const special = day > 27;
  return {
    day,
    words: `${words}: dihitung`,
    ground: 'counted',
    sign: special ? 'K' : undefined,
    labels: ['ke-9'],
  };
}

/** A course on a wall calendar with its key, and the steps in words. */
export const courseShown = (lang: Lang): Content => [
  courseSteps(['Diterima Jumat, 11 Desember 2026, 10.15 WIB.', 'Waktu yang dijanjikan: 10 hari kerja.']),
  courseTitle('Pada kalender dinding'),
  course({
    isSingle: true,
    months: months(
      courseMonth({
        lang,
        year: 2026,
        month: 12,
        sum: 'hari ke-1 sampai ke-10',
        days: Array.from({ length: 31 }, (_, at) => december(at + 1)),
      }),
    ),
    key: [
      {
        sample: { ground: 'plain', shape: 'received', number: '11', labels: ['terima'] },
        words: 'Diterima: Jumat, 11 Desember 2026, 10.15 WIB',
      },
      {
        sample: { ground: 'off', number: '24', labels: ['cuti'] },
        words: 'Kamis, 24 Desember 2026: Cuti Bersama Hari Raya Natal (cuti bersama; SKB 3 Menteri)',
      },
      {
        sample: { ground: 'counted', shape: 'due', number: '31', labels: ['batas'] },
        words: 'Tenggat (batas waktu): Kamis, 31 Desember 2026, 16.00 WIB',
      },
      { words: 'Tenggat ini sementara: hari libur baru ditetapkan sampai Kamis, 31 Desember 2026.' },
    ],
  }),
];
