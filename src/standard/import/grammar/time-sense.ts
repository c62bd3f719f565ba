/** What the words beside a time make of it: a promise, a duty of the applicant, a validity, an opening time. Pure. */

/** A time within a sentence, with the words since the time before it and all words behind it. */
export interface Spoken {
  readonly phrase: string;
  readonly before: string;
  readonly after: string;
  /** No other time stands before it in its clause. */
  readonly isFirst: boolean;
}

/** "Pelayanan 24 jam setiap hari" says when the door is open. */
export const OPEN_ALL_DAY =
  /(?<=\bjam)\s*(?:setiap\s+hari|sehari|per\s+hari|non\s?-?stop|dalam\s+sehari|,?\s*7\s*hari)/gi;
const SO_MANY = String.raw`\d{1,2}\s*(?:\([^)]{2,40}\)\s*)?(?:x|×|kali)\s*`;
const ALL_DAY = new RegExp(String.raw`^(?:${SO_MANY})?24\s*(?:\([^)]{2,40}\)\s*)?jam$`, 'i');
const DOOR =
  /(?<!jangka\s+waktu\s+)\b(?:pelayanan|layanan|buka|dibuka|siaga|operasional|piket)\s*(?:selama)?\s*:?\s*$/i;
/** All week, day and night; only with a bound or a start it is a promise. */
const ALL_WEEK = /^(?:7|tujuh)\s*(?:\([^)]{2,40}\)\s*)?(?:x|×|kali)\s*24\s*(?:\([^)]{2,40}\)\s*)?jam$/i;
const DONE = /\b(?:dalam|jangka|waktu|selama|selesai|diselesaikan|penyelesaian)\b[^;]*$/i;
const OPEN_DOOR = new RegExp(
  String.raw`(?<!jangka\s+waktu\s+)\b(?:(?:pe)?layanan|siaga|(?:di)?buka|piket|operasional)\s*(?:selama)?\s*:?\s*(?:${SO_MANY})?24\s*(?:\([^)]{2,40}\)\s*)?jam\b`,
  'i',
);

/** Whether a text names a door that is open day and night. */
export const saysOpenDoor = (text: string): boolean => OPEN_DOOR.test(text);
/** "6 jam sehari", "3 hari dalam seminggu": how often, not how long. */
const RATE =
  /^\s*(?:,?\s*7\s*hari|non\s?-?stop|(?:dalam\s+|per\s+|tiap\s+|setiap\s+|\/\s*)?(?:se)?(?:hari|pekan|minggu|bulan|tahun)\b(?!\s+kerja))/i;
const OPEN_FOR = /\b(?:buka|dibuka|siaga|operasional|piket|jaga)\b[^,:]*$/i;
/** "Masa berlaku 6 bulan", "disimpan 30 hari": how long a thing lasts once it is there. */
const LASTS =
  /\b(?:masa\s+(?!proses|penyelesaian|pelayanan)\p{L}+|berlaku|disimpan|dipinjam\p{L}*|garansi|retensi|interval|jeda|jarak)\b(?:\s+\p{L}+){0,3}\s*:?\s*$/iu;
/** What only the applicant knows the day of: a time from there is for reporting it. */
const LIFE_EVENT =
  /^\s*(?:sejak|setelah|sesudah|dari|terhitung(?:\s+sejak)?)\s+(?:tanggal\s+|hari\s+|terjadinya\s+|saat\s+)*(?:kelahiran|kematian|perkawinan|pernikahan|perceraian|kejadian|peristiwa|kepindahan|kedatangan|meninggal|lahir)\b(?!\s+(?:di|ter)(?:lapor|catat|daftar))/i;

const START_BEHIND = /^\s*,?\s*(?:(?:di|ter)hitung\s+)?(?:sejak|semenjak|setelah|sesudah|terhitung)\b/i;

/** "7 x 24 jam", with nothing beside it that makes a promise of it. */
export const isAllWeek = ({ phrase, before, after }: Omit<Spoken, 'isFirst'>): boolean =>
  ALL_WEEK.test(phrase.trim()) && !DONE.test(before) && !START_BEHIND.test(after);

/** Whether a time surely is another than the one that is promised: opening, frequency, validity, a duty to report. */
export const isOtherTime = ({ phrase, before, after }: Spoken): boolean =>
  RATE.test(after) ||
  OPEN_FOR.test(before) ||
  (ALL_DAY.test(phrase.trim()) && DOOR.test(before) && !START_BEHIND.test(after)) ||
  isAllWeek({ phrase, before, after }) ||
  LASTS.test(before) ||
  LIFE_EVENT.test(after);

/** "Berkas yang tidak dilengkapi dalam 30 hari dianggap batal": when a request is given up. */
const GIVEN_UP =
  /\b(?:dianggap|(?:dinyatakan|dengan\s+sendirinya)\s+(?:batal|gugur|ditolak|mundur|tidak)|batal|gugur|hangus|dibatalkan|dimusnahkan|dihapus|ditutup|ditarik\s+kembali|kedaluwarsa|kadaluarsa|kadaluwarsa|tidak\s+berlaku)\b/i;

/** Whether a clause says what becomes of requests and products that nobody looks after. */
export const endsRequest = (clause: string): boolean => GIVEN_UP.test(clause);

/** What parts one case from the next; a new label in capitals does so too. */
const PARTS = /[,:/()=+.–-]|\b(?:dan|atau|serta|sedangkan|sampai|hingga)\b|^\s+\p{Lu}/u;
/** Behind these a time belongs to whoever asks, to another office, or to what happens before. */
const DEPENDENT =
  /\b(?:pasca|usai|pemohon|pelapor|wajib|pelaporan|melapor\p{L}*|dilaporkan|diajukan|melengkapi|dilengkapi|perbaikan|diambil|pengambilan|pembayaran|dibayar\p{L}*|membayar|tinggal|berdomisili|pengumuman|pelatihan|kursus|magang|kegiatan|acara|sanggah\p{L}*|selain|di\s+luar|(?:tidak|belum)\s+termasuk)\b/iu;
/** A case of its own, or the condition that something be done within that time. */
const CONDITION = /\b(?:apabila|jika|bila|kalau|bilamana|manakala|dalam\s+hal|ketika|yang)\b/i;
const NOT_DONE = /^[^,]*\b(?:tidak|belum|tanpa)\b/i;
const START = /\b(?:setelah|sesudah|sejak|semenjak|terhitung)\b/i;
const BOUND = /^(?:paling\s+lam|maks|selambat|selama)/i;
/** Only an office counts its own days. */
const OF_OFFICE = /\bkerja\b/i;

/** Whether nothing beside a time speaks against its being promised. */
export function mayPromise({ phrase, before, after, isFirst }: Spoken): boolean {
  if (!isFirst && !PARTS.test(before)) return isCase({ phrase, before, after });
  const label = before.split(/[,;(]/).at(-1) ?? '';
  if (DEPENDENT.test(label) || (START.test(label) && !isFirst)) return false;
  if (START.test(label)) return BOUND.test(phrase.trim());
  return !CONDITION.test(label) || isCase({ phrase, before, after });
}

/** "… yang memerlukan survei 3 hari kerja", "apabila … paling lama 5 hari": a promise for a case. */
const isCase = ({ phrase, before, after }: Omit<Spoken, 'isFirst'>): boolean =>
  CONDITION.test(before) &&
  !DEPENDENT.test(before) &&
  !START.test(before) &&
  !NOT_DONE.test(after) &&
  (BOUND.test(phrase.trim()) || OF_OFFICE.test(phrase));

/** Beside such words a number of days is no promise, or not this one. */
export const OTHER =
  /\b(?:berlaku|masa\s+aktif|sebelum\p{L}*|tergantung|bergantung|disesuaikan|menyesuaikan|setiap|kecuali|diperpanjang\p{L}*|perpanjangan\s+waktu|ditambah|istirahat|terakhir|lalu|libur|denda|terlambat|keterlambatan|melebihi|setelah\s+jatuh\s+tempo)\b|\bH\s?[-+]\s?\d/iu;

const STEP =
  /^[\s,:;.()/+–-]*(?:dan\s+)?(?:tahap\s+|proses\s+|waktu\s+)?(?:pendaftaran|registrasi|penerimaan|verifikasi|validasi|pemeriksaan|pengecekan|penelitian|survei|peninjauan|pengujian|input|entri|pengetikan|pencetakan|cetak|paraf|penandatanganan|tanda\s+tangan|penomoran|penyerahan|wawancara|disposisi|pengarsipan)\b/i;

/** What the last step may be called, and what by itself is the whole service: "penerbitan 3 hari kerja". */
const LAST_STEP = /^[\s,:;.()/+–-]*(?:dan\s+)?(?:proses\s+)?(?:penerbitan|pengesahan|pembuatan)\b/i;

/** "Verifikasi 1 hari kerja, penerbitan 2 hari kerja": steps add up to a promise that nobody has printed. */
export const areSteps = (times: readonly Spoken[]): boolean =>
  times.length > 1 &&
  times.some(({ before }) => STEP.test(before)) &&
  times.every(({ before }) => STEP.test(before) || LAST_STEP.test(before));

/** "10 hari kerja + 7 hari kerja", "30 menit x jumlah pemohon", "60 menit per 100 lembar": a sum nobody has made. */
const RECKONED = /^\s*(?:\)\s*)?(?:\+|[x×*]\s|(?:di)?kali(?:kan)?\b|(?:per|\/|setiap|tiap)\s*\d)/i;
/** "H+3 hari kerja": counted from a day of its own. */
const COUNTED_FROM = /(?<![\p{L}\d])[HT]\s*[+-]\s*$/u;

/** Whether a time is only a part of a reckoning. */
export const isReckoned = ({ before, after }: Spoken): boolean =>
  RECKONED.test(after) || COUNTED_FROM.test(before);

const EACH_BEHIND =
  /^\s*(?:\([^)]*\)\s*)?(?:\/\s?|,?\s*(?:per\b|(?:(?:untuk|bagi)\s+)?(?:(?:se)?tiap|masing[\s-]*masing|untuk\s+(?:1|satu))\b)\s*)(\p{L}+)/iu;
const EACH_BEFORE = /\b(?:per|tiap|masing[\s-]*masing)\s+(\p{L}+)\s*:?\s*$/iu;
/** One asking is for one of these; and what stands behind a stroke may be no thing at all. */
const OF_A_REQUEST =
  /^(?:permohonan|permintaan|pemohon|pasien|berkas|dokumen|layanan|pelayanan|surat|laporan|pengaduan|aduan|kasus|tiket|izin|kerja|kalender|sejak|setelah|apabila|jika|sesuai|dan|atau|hari|minggu|bulan|tahun)$/i;
/** One asking mostly is for one of these: taken, and told. */
const MOSTLY_ONE = /^(?:ekor|kendaraan)$/i;

/** What a time is for each of: of one thing of many it promises nothing of the whole, of what is mostly one it does. */
export function eachOf({ before, after }: Pick<Spoken, 'before' | 'after'>): 'many' | 'mostly-one' | null {
  const thing = (EACH_BEHIND.exec(after) ?? EACH_BEFORE.exec(before))?.[1];
  if (thing === undefined || OF_A_REQUEST.test(thing)) return null;
  return MOSTLY_ONE.test(thing) ? 'mostly-one' : 'many';
}

const LEFT_OUT =
  /\b(?:di\s?luar|selain|(?:tidak|belum)\s+(?:termasuk|terhitung|dihitung))\b(?!\s+(?:kota|daerah|negeri|wilayah|domisili)\b)([^;]*)/i;
/** While these wait, the clock of a request stands by itself. */
const OWN_TIME =
  /\b(?:pemohon|pelapor|perbaikan|melengkapi|kelengkapan|libur|cuti|istirahat|sabtu|minggu)\b/i;

/** "Di luar proses di provinsi": time of others that the request does not know. */
export function leavesOut(clause: string): boolean {
  const what = LEFT_OUT.exec(clause)?.[1];
  return what !== undefined && !OWN_TIME.test(what);
}

/** "24 jam setelah kejadian": a day and a night, and yet hours of the office where nothing else is said. */
export const isDayFromEvent = ({ phrase, after }: Pick<Spoken, 'phrase' | 'after'>): boolean =>
  /\b(?:2[4-9]|[3-9]\d|\d{3})\s*(?:\([^)]*\)\s*)?jam\s*$/i.test(phrase) &&
  !/(?:x|×|kali)\s*24/i.test(phrase) &&
  START_BEHIND.test(after);

const OBJECTION = /\b(?:pengaduan|aduan|keluhan|keberatan|banding|sengketa)\b/i;

/** Times for the service and times for those who complain about it, side by side. */
export const mixesObjections = (times: readonly Spoken[]): boolean =>
  times.some(({ before }) => OBJECTION.test(before)) && !times.every(({ before }) => OBJECTION.test(before));
