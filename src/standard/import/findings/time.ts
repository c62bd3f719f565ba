/** The promised time, beside what the law says about it. */
import type { PromisedTime } from '../../../working-time/index.ts';
import { describePromise } from '../../../working-time/index.ts';
import type { TimeTrouble } from '../grammar/time.ts';
import type { ImportedTime, Severity } from '../model.ts';
import { COMPLAINT_DAYS, INFORMATION_DAYS, INFORMATION_EXTENSION, OBJECTION_DAYS } from './law-facts.ts';
import { subjectOf } from './subject.ts';
import { finding } from './rule.ts';
import type { Found, Rule } from './rule.ts';

type Sentence = (time: ImportedTime, unread: string | null) => readonly [Severity, string, string];

const SENTENCES: Readonly<Record<TimeTrouble, Sentence>> = {
  'opening-hours': ({ text }) => [
    'error',
    `“${text}” adalah jam buka, bukan janji waktu penyelesaian. Tetapkan janjinya.`,
    `“${text}” are hours of opening, no promised time. Decide what is promised.`,
  ],
  'always-open': ({ text }) => [
    'error',
    `“${text}”: “7 x 24 jam” biasanya berarti buka terus-menerus, bukan janji tujuh hari. Tetapkan janjinya.`,
    `“${text}”: “7 x 24 jam” mostly means always open, and no promise of seven days. Decide what is promised.`,
  ],
  each: ({ text, promise }) => [
    promise === null ? 'error' : 'warning',
    `“${text}”: waktu untuk tiap satuan, bukan untuk seluruh permohonan. ${promise === null ? 'Tetapkan janjinya.' : 'Diambil untuk satu satuan; pastikan.'}`,
    `“${text}”: a time for each of them, and not for the whole request. ${promise === null ? 'Decide what is promised.' : 'It is taken for one; make sure.'}`,
  ],
  'left-out': ({ text }) => [
    'error',
    `“${text}”: waktu pihak lain tidak ikut dihitung, dan lamanya tidak disebut. Tetapkan janji seluruhnya.`,
    `“${text}”: the time of others is left out, and how long it is, is not said. Decide what is promised in all.`,
  ],
  unread: ({ text }, unread) => [
    'error',
    `Jangka waktu “${text}” tidak terbaca pasti${unread === null || unread === text ? '' : ` (terhenti pada “${unread}”)`}. Tetapkan janjinya.`,
    `The promised time “${text}” could not be read for certain${unread === null || unread === text ? '' : ` (stopped at “${unread}”)`}. Decide what is promised.`,
  ],
  several: ({ text, promise, entries }) => [
    'warning',
    `Ada ${entries.length} waktu dalam “${text}”; yang terlama diambil sebagai janji${promise ? ` (${describePromise(promise, 'id')})` : ''}. Pisahkan menurut jenis bila perlu.`,
    `“${text}” names ${entries.length} times; the longest is taken as the promise${promise ? ` (${describePromise(promise, 'en')})` : ''}. Split by case where needed.`,
  ],
  'open-basis': ({ text }) => [
    'warning',
    `“${text}”: tidak disebut hari kerja atau hari kalender. Sampai ditetapkan, dihitung hari kalender.`,
    `“${text}”: working or calendar days is not said. Until it is decided, calendar days are counted.`,
  ],
  'open-hours': ({ text }) => [
    'warning',
    `“${text}”: tidak disebut jam kerja atau siang dan malam (“1 x 24 jam”). Sampai ditetapkan, dihitung jam kerja.`,
    `“${text}”: hours of the office, or day and night, is not said. Until it is decided, hours of the office are counted.`,
  ],
  about: ({ text }) => [
    'warning',
    `“${text}” hanya perkiraan; janji layanan harus pasti.`,
    `“${text}” is only an estimate; a promise must be certain.`,
  ],
  'within-sentence': ({ text, promise }) => [
    'warning',
    `Janji${promise ? ` ${describePromise(promise, 'id')}` : ''} diambil dari kalimat “${text}”; kata-kata lainnya (keadaan, syarat, saat mulai) tidak ikut terbaca. Periksa.`,
    `The promise${promise ? ` of ${describePromise(promise, 'en')}` : ''} was taken out of “${text}”; its other words (cases, conditions, the start) were not read. Check it.`,
  ],
  'scanned-figure': ({ text, promise }) => [
    'warning',
    `“${text}”: ada huruf di tempat angka (hasil pindai?); dibaca${promise ? ` ${describePromise(promise, 'id')}` : ''} menurut kata dalam kurung. Cocokkan.`,
    `“${text}”: letters stand where figures should (a scan?); read as${promise ? ` ${describePromise(promise, 'en')}` : ''} by the words in brackets. Compare it.`,
  ],
  abbreviated: ({ text }) => [
    'warning',
    `“${text}”: “HK” dibaca sebagai hari kerja; hari kalender pun kadang disingkat demikian. Cocokkan.`,
    `“${text}”: “HK” was read as “hari kerja” (working days); it sometimes stands for calendar days. Compare it.`,
  ],
  'languages-differ': ({ text }) => [
    'error',
    `“${text}”: bahasa Indonesia dan bahasa Inggrisnya tidak terbaca sebagai waktu yang sama. Tetapkan janjinya.`,
    `“${text}”: Indonesian and English could not be read as the same time. Decide what is promised.`,
  ],
};

export const timeAsWritten: Rule = ({ service }) => {
  const { time } = service.components;
  if (time.text === '') return [];
  return service.time.trouble.map((trouble) => {
    const [severity, id, en] = SENTENCES[trouble](time, service.time.unread);
    return finding(severity, 'time', time.place, id, en);
  });
};

export const hoursBeside: Rule = ({ service }) =>
  service.hoursAside.map(({ text, place }) =>
    finding(
      'warning',
      'time',
      place,
      `Bagian “${text}” memuat jam buka, bukan janji; janji diambil dari bagian waktu yang lain.`,
      `The part “${text}” holds opening hours and is no promise; the promise was taken from the other part about time.`,
    ),
  );

/** Days of a promise; months count thirty. */
const daysOf = ({ months, days, hours, minutes }: PromisedTime): number =>
  months * 30 + days + (hours * 60 + minutes > 0 ? 1 : 0);

const longestOf = (times: readonly PromisedTime[]): PromisedTime | undefined =>
  times.toSorted((a, b) => daysOf(b) - daysOf(a))[0];

type ByLaw = (text: string, promise: PromisedTime) => readonly [Severity, string, string] | null;

const complaintByLaw: ByLaw = (text, promise) => {
  const isAtCeiling = daysOf(promise) === COMPLAINT_DAYS && promise.basis === 'working';
  if (daysOf(promise) <= COMPLAINT_DAYS && !isAtCeiling) return null;
  return [
    isAtCeiling ? 'warning' : 'error',
    `Janji “${text}” melampaui batas ${COMPLAINT_DAYS} hari sejak berkas lengkap (Peraturan Presiden 76/2013).`,
    `The promise “${text}” is longer than the ceiling of ${COMPLAINT_DAYS} days from a complete file (Peraturan Presiden 76/2013).`,
  ];
};

const informationByLaw: ByLaw = (text, promise) =>
  daysOf(promise) <= INFORMATION_DAYS
    ? null
    : [
        'error',
        `Menurut Undang-Undang 14/2008 Pasal 22 ayat (7) dan (8): ${INFORMATION_DAYS} hari kerja, dan satu perpanjangan ${INFORMATION_EXTENSION} hari kerja dengan alasan tertulis; bukan “${text}” sekaligus.`,
        `Against Undang-Undang 14/2008 art. 22(7), (8): ${INFORMATION_DAYS} working days and one extension of ${INFORMATION_EXTENSION} with a written reason, not “${text}” at once.`,
      ];

const objectionByLaw: ByLaw = (text, promise) => {
  if (daysOf(promise) === OBJECTION_DAYS && promise.basis === 'working') return null;
  const isLonger = daysOf(promise) > OBJECTION_DAYS;
  return [
    isLonger ? 'error' : 'info',
    `Undang-Undang 14/2008 Pasal 36 ayat (2) memberi ${OBJECTION_DAYS} hari kerja; naskah: “${text}”${isLonger ? ', lebih lama dari yang diperbolehkan' : ' (lebih ketat: boleh)'}.`,
    `Undang-Undang 14/2008 art. 36(2) gives ${OBJECTION_DAYS} working days; the text says “${text}”${isLonger ? ', longer than allowed' : ' (stricter: allowed)'}.`,
  ];
};

const laws = new Map<ReturnType<typeof subjectOf>, ByLaw>([
  ['complaint', complaintByLaw],
  ['information', informationByLaw],
  ['objection', objectionByLaw],
]);

/** Longer than the law allows, or other than it says. Of several times the longest, whichever will be the promise. */
export const timeByLaw: Rule = ({ service }) => {
  const { time } = service.components;
  const promise = time.promise ?? longestOf(time.entries);
  const said = promise && laws.get(subjectOf(service))?.(time.text, promise);
  if (!said) return [];
  const [severity, id, en] = said;
  return [finding(severity, 'time', time.place, id, en)];
};

/** Deadlines for complaints that stand among the ways to complain. */
export const complaintTimes: Rule = ({ service }) =>
  service.components.complaints.items.flatMap(({ text, place }) =>
    [...text.matchAll(/(\d{1,3})\s*(?:\([^)]*\)\s*)?hari(\s+kerja)?/gi)].flatMap(
      ([said, days, working]): readonly Found[] => {
        const count = Number(days);
        if (count < COMPLAINT_DAYS || (count === COMPLAINT_DAYS && working === undefined)) return [];
        return [
          finding(
            'warning',
            'complaints',
            place,
            `${said} untuk pengaduan lebih lama dari ${COMPLAINT_DAYS} hari menurut Peraturan Presiden 76/2013.`,
            `${said} for a complaint is longer than the ${COMPLAINT_DAYS} days of Peraturan Presiden 76/2013.`,
          ),
        ];
      },
    ),
  );
