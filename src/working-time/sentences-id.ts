import { count, describeLeftAmount, describePromise, describeSeconds } from './describe-promise.ts';
import { formatDate, formatOwnInstant, formatOwnTime, formatRunDates } from './format.ts';
import { groupRuns, tellPortions } from './sentences.ts';
import type { RunGroup, Sentences, StepOf } from './sentences.ts';
import type { ClosedKind, OutsideHours } from './types.ts';

const at = (instant: string): string => formatOwnInstant(instant, 'id');
const on = (date: string): string => formatDate(date, 'id');

const WHY_MOVED: Readonly<Record<OutsideHours, string>> = {
  'closed-day': 'Hari itu kantor tutup, jadi hitungan mulai saat kantor buka',
  'before-hours': 'Kantor belum buka, jadi hitungan mulai saat kantor buka',
  break: 'Saat itu jam istirahat, jadi hitungan mulai sesudahnya',
  'after-hours': 'Jam kerja hari itu sudah selesai, jadi hitungan mulai saat kantor buka lagi',
};

const KINDS: Readonly<Record<ClosedKind, string>> = {
  'national-holiday': 'libur nasional',
  'joint-leave': 'cuti bersama',
  'regional-holiday': 'libur daerah',
};

function tellClosed({ day: { date, name, kind, decree, confirmed } }: StepOf<'closed'>): string {
  const notes = [KINDS[kind], decree, confirmed ? null : 'belum dipastikan'].filter((note) => note !== null);
  return `${on(date)}, tidak dihitung: ${name} (${notes.join('; ')}).`;
}

function tellRuns({ weekdays, dates, isLong }: RunGroup): string {
  const [first = ''] = dates;
  if (dates.length === 1) return `${weekdays}, ${first}, tidak dihitung.`;
  if (!isLong) return `${weekdays} tidak dihitung: ${dates.join(', ')}.`;
  return `${weekdays} tidak dihitung: ${dates.length} kali, dari ${first} sampai ${dates.at(-1)}.`;
}

function tellPause({ from, to, countedFrom, countedTo, left, movedDays, moves }: StepOf<'pause'>): string {
  const waiting = `Kantor menunggu pemohon dari ${at(from)} sampai ${at(to)}; waktu ini tidak dihitung.`;
  const isMoved = countedFrom !== from || countedTo !== to;
  const counted = isMoved ? ` Dalam jam kerja: dari ${at(countedFrom)} sampai ${at(countedTo)}.` : '';
  if (!moves) return `${waiting}${counted} Tenggat tidak bergeser.`;
  if (left === null)
    return `${waiting}${counted} Hari terakhir bergeser ${count(movedDays ?? 0, 'day', 'id')}.`;
  if (left.unit === 'working-days' && left.amount === 0)
    return `${waiting}${counted} Jeda mulai pada hari terakhir, jadi tenggat jatuh pada hari jeda berakhir.`;
  return `${waiting}${counted} Sisanya, ${describeLeftAmount(left, 'id')}, dihitung lagi sejak ${at(countedTo)}.`;
}

/** The derivation in Indonesian. */
export const INDONESIAN: Sentences = {
  received: (step) => `Diterima ${at(step.at)}.`,
  promise: ({ promise }) => `Waktu yang dijanjikan: ${describePromise(promise, 'id')}.`,
  extension: ({ added, ground }) =>
    `Diperpanjang ${describePromise(added, 'id')}${ground === null ? '' : ` (${ground})`}.`,
  extended: ({ promise }) => `Seluruhnya menjadi ${describePromise(promise, 'id')}.`,
  unspecified: () => 'Standar tidak menyebut hari kerja atau hari kalender; dihitung sebagai hari kalender.',
  start: ({ because, at: start }) => `${WHY_MOVED[because]}: ${at(start)}.`,
  regime: ({ name, ...run }) => `Selama ${formatRunDates(run, 'id')} berlaku jam kerja khusus: ${name}.`,
  closed: tellClosed,
  'days-off': ({ runs }) => groupRuns(runs, 'id').map(tellRuns).join(' '),
  months: ({ from, months, to }) => `${count(months, 'month', 'id')} sejak ${on(from)} jatuh pada ${on(to)}.`,
  'working-days': ({ from, days, to }) => `Hari kerja ke-${days} sesudah ${on(from)}: ${on(to)}.`,
  'calendar-days': ({ from, days, to }) =>
    `${count(days, 'calendar day', 'id')} sesudah ${on(from)}: ${on(to)}.`,
  rolled: ({ from, to }) => `${on(from)} bukan hari kerja, jadi digeser ke hari kerja berikutnya: ${on(to)}.`,
  'time-of-day': ({ asked, at: base }) =>
    asked === base
      ? `Jam dan menit dihitung mulai jam yang sama dengan awal hitungan: ${at(base)}.`
      : `Jam awal hitungan, ${formatOwnTime(asked, 'id')}, di luar jam kerja hari itu, jadi jam dan menit dihitung mulai ${at(base)}.`,
  close: (step) => `Tenggat jatuh saat kantor tutup hari itu: ${at(step.at)}.`,
  'working-minutes': ({ from, seconds, to, portions }) =>
    `${describeSeconds(seconds, 'id')} waktu kerja dihitung dari ${at(from)} sampai ${at(to)}${tellPortions(portions, 'id')}.`,
  elapsed: ({ from, to }) => `Dihitung terus, juga di luar jam kerja: dari ${at(from)} sampai ${at(to)}.`,
  pause: tellPause,
  'pause-too-late': ({ from, due }) =>
    `Jeda yang mulai ${at(from)} tidak mengubah apa pun, karena mulai pada atau sesudah tenggat (${at(due)}).`,
  stopped: ({ from, left }) =>
    `Sejak ${at(from)} kantor menunggu pemohon dan hitungan berhenti; tersisa ${describeLeftAmount(left, 'id')}.`,
  due: (step) => `Tenggat: ${at(step.at)}.`,
  provisional: ({ knownUntil }) =>
    knownUntil === null
      ? 'Tenggat ini sementara: kalender tidak menyebut sampai kapan hari libur ditetapkan.'
      : `Tenggat ini sementara: hari libur baru ditetapkan sampai ${on(knownUntil)}.`,
};
