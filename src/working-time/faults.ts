import type { Words, WorkingTimeFault } from './types.ts';

/** What the faults of this room say. `%` stands for the text at fault. */
const WORDS = {
  'not-an-object': { id: 'Harus berupa objek.', en: 'Must be an object.' },
  'not-text': { id: 'Harus berupa teks.', en: 'Must be text.' },
  'not-a-list': { id: 'Harus berupa daftar.', en: 'Must be a list.' },
  'unknown-field': {
    id: 'Isian “%” tidak dikenal; hapus atau perbaiki namanya.',
    en: 'The field “%” is not known; remove it or correct its name.',
  },
  'unknown-zone': {
    id: 'Zona waktu “%” bukan zona waktu Indonesia; pakai Asia/Jakarta, Asia/Pontianak, Asia/Makassar, atau Asia/Jayapura.',
    en: 'The time zone “%” is not one of Indonesia; use Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura.',
  },
  'not-a-date': {
    id: '“%” bukan tanggal; tulis seperti 2026-12-31.',
    en: '“%” is not a date; write it like 2026-12-31.',
  },
  'not-an-interval': {
    id: '“%” bukan jam yang ada; tulis seperti 07:30-12:00.',
    en: '“%” is no hours that a clock has; write it like 07:30-12:00.',
  },
  'interval-over-midnight': {
    id: 'Jam “%” berakhir sebelum atau tepat saat mulai; jam tidak boleh melewati tengah malam.',
    en: 'The hours “%” end before or when they start; hours may not run over midnight.',
  },
  'interval-overlap': {
    id: 'Jam “%” mendahului atau menindih jam sebelumnya pada hari itu.',
    en: 'The hours “%” come before or overlap those before them on that day.',
  },
  'regime-reversed': {
    id: 'Masa jam kerja khusus “%” berakhir sebelum mulai.',
    en: 'The regime “%” ends before it begins.',
  },
  'regime-overlap': {
    id: 'Masa jam kerja khusus ini bertumpang tindih dengan “%”.',
    en: 'This regime overlaps “%”.',
  },
  'unknown-kind': {
    id: 'Jenis hari libur “%” tidak dikenal; pakai national-holiday, joint-leave, atau regional-holiday.',
    en: 'The kind “%” is not known; use national-holiday, joint-leave or regional-holiday.',
  },
  'not-yes-or-no': { id: 'Harus true atau false.', en: 'Must be true or false.' },
  'not-an-instant': {
    id: '“%” bukan waktu dengan zona; tulis seperti 2026-11-23T10:15:00+07:00 (dengan selisih zona atau Z).',
    en: '“%” is not an instant; write it like 2026-11-23T10:15:00+07:00 (with an offset or Z).',
  },
  'unknown-basis': {
    id: 'Dasar hitungan “%” tidak dikenal; pakai working, calendar, elapsed, atau unspecified.',
    en: 'The basis “%” is not known; use working, calendar, elapsed or unspecified.',
  },
  'not-an-amount': {
    id: '“%” bukan bilangan bulat dari 0 sampai 10.000.000.',
    en: '“%” is not a whole number from 0 to 10,000,000.',
  },
  'pause-reversed': {
    id: 'Jeda ini berakhir sebelum mulai.',
    en: 'This pause ends before it begins.',
  },
  'pause-overlap': {
    id: 'Jeda ini mulai sebelum jeda sebelumnya berakhir; urutkan jeda dan jangan biarkan bertumpang tindih.',
    en: 'This pause begins before the one before it has ended; put pauses in order and let none overlap.',
  },
  'pause-before-receipt': {
    id: 'Jeda ini mulai sebelum permohonan diterima.',
    en: 'This pause begins before the receipt.',
  },
  'extension-basis': {
    id: 'Perpanjangan dihitung dengan dasar lain (“%”) daripada janji waktunya.',
    en: 'The extension is counted on another basis (“%”) than the promised time.',
  },
  'no-working-time': {
    id: 'Kalender ini tidak mempunyai jam kerja yang cukup sesudah “%”; lengkapi jam kerja mingguannya.',
    en: 'This calendar has not enough working time after “%”; complete its weekly hours.',
  },
  'out-of-range': {
    id: 'Tenggat dari “%” jatuh di luar tahun 1990–2149 yang dicakup kalender.',
    en: 'The deadline from “%” lies outside the years 1990–2149 that a calendar covers.',
  },
} as const satisfies Record<string, Words>;

export type FaultCode = keyof typeof WORDS;

const LONGEST_QUOTE = 60;

/** A text as it can be quoted in one line. */
function quotable(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/** A fault with its words; `quoted` is the text at fault. */
export function faultAt(path: string, code: FaultCode, quoted?: unknown): WorkingTimeFault {
  const { id, en } = WORDS[code];
  const text = quotable(quoted);
  return { code, path, words: { id: id.replace('%', () => text), en: en.replace('%', () => text) } };
}
