/** Whether a text says that nothing is charged, and whether it says it of everybody. Pure. */
import type { Money } from './fee-money.ts';

/** Behind these words more is charged, or another thing than the service is free. */
const ANOTHER = String.raw`(?!\s+(?:\p{L}+\s+)?(?:tambahan|lain\p{L}*|liar|kirim|pengiriman|formulir|parkir|ekstra|di\s?luar|selain|melebihi|kembali|ganda|besar|mahal)\b)`;
const CHARGED = String.raw`(?:biaya|tarif|retribusi|bayaran|bayar|berbayar|pungutan|imbalan|dipungut)`;
/** Only these leave it said that nothing is charged: "tidak ada kenaikan tarif" says it of nothing. */
const BETWEEN = String.raw`(?:ada(?:nya)?|jenis|segala|suatu|satu\s?pun|apa\s?pun|beban|kewajiban|unsur|komponen|lagi|pungutan|pembayaran|(?:di|me)(?:pungut|mungut)|di(?:kenakan|kenai)|mengenakan|membayar|mengeluarkan)`;
const NO = String.raw`tidak\s+(?:(?:ada|di(?:kenakan|pungut|kenai|bebankan|bebani|tarik|minta)|memerlukan|membutuhkan|mengenakan|memungut|perlu\s+(?:mem)?bayar|perlu\s+mengeluarkan|mengeluarkan)\s+(?:${BETWEEN}\s+)?)?`;
const NOT = String.raw`(?<!\b(?:tidak|bukan|belum|tak|not)\s+(?:(?:lagi|selalu|sepenuhnya|seluruhnya|semua\p{L}*)\s+)?)`;
const BEHIND = String.raw`(?:\s+(?:apa\s?pun|sepeser\s?pun|sedikit\s?pun|sama\s+sekali|yang\s+(?:harus\s+|perlu\s+)?(?:dipungut|dibayar\p{L}*|dikenakan|dibebankan)))*`;
const FREE = new RegExp(
  String.raw`${NOT}\b(?:(?:di)?gratis(?:kan)?|cuma[\s-]*cuma|nihil|free(?:\s+of\s+charge)?|no\s+(?:fee|charge|cost)s?|without\s+charge|(?:${NO}|tanpa\s+(?:${BETWEEN}\s+){0,2}?|bebas\s+(?:dari\s+)?|dibebaskan\s+dari\s+)${CHARGED}(?:\s*\/\s*${CHARGED}|\s+${CHARGED})*|nol\s+rupiah)(?![\p{L}\d])${BEHIND}${ANOTHER}`,
  'giu',
);

/** Whether a text says in words that nothing is charged, whatever else it says. */
export const saysFree = (text: string): boolean => text.search(FREE) >= 0;

/** Said of a fee, these alone say that there is none. */
const NOTHING =
  /^\W*(?:tidak ada|tidak|tidak di(?:pungut|kenakan)|tanpa|0(?:\s*\(nol\))?|Rp\.?\s*[-–—0]+(?:,-)?)\W*$/i;

const CLAUSE =
  /;|\n|(?<!\b(?:Rp|No|Nomor|s\.d|dll|tgl))\.(?=\s)|,?\s+(?:sedangkan|sementara|namun|tetapi)\s/i;

const LAW = String.raw`(?:perda|perbup|perwal\p{L}*|pergub|perdes|permen\p{L}*|perpres|pp|peraturan|keputusan|sk|qanun|undang[\s-]*undang|uu)`;
const POINTING = String.raw`(?:sesuai|berdasarkan|menurut|mengacu|mengikuti|merujuk|berpedoman|sebagaimana|diatur|ditetapkan|tercantum)`;
const POINTS = new RegExp(
  String.raw`(?<!\p{L})(?:${POINTING}|${LAW}|(?:daftar|tabel)\s+(?:tarif|retribusi)|tarif\s+(?:yang\s+)?(?:berlaku|resmi))(?!\p{L})`,
  'iu',
);
/** Stands in a clause for the words that say that nothing is charged. */
const SAID = '\uE000';
/** "Gratis sesuai Perda …", up to what else is said: the law is what being free rests on. */
const BASIS_BEHIND = new RegExp(
  String.raw`(?<=\uE000[\s\uE000,.():–-]{0,8})(?:hal\s+ini\s+)?(?:${POINTING}|${LAW})(?!\p{L})(?:(?!\b(?:bagi|untuk|khusus\p{L}*|kecuali|selain|apabila|jika|bila)\b)[^,)\uE000])*`,
  'giu',
);
/** "Berdasarkan Undang-Undang …, … gratis": a law (undang-undang) sets no tariff of an office. */
const ACT_BEFORE = new RegExp(
  String.raw`^\W*${POINTING}\s+(?:dengan\s+|ketentuan\s+|pada\s+){0,2}(?:pasal\s+\S+\s+(?:ayat\s+\S+\s+)?)?(?:undang[\s-]*undang|uu)\b[^,;]*,`,
  'iu',
);

/** "Dasar: Undang-Undang …": a clause of its own that only names the law. */
const ONLY_BASIS = /^\W*dasar(?:\s+hukum(?:nya)?)?\s*:[^,\uE000]*$/iu;

/** Somebody has still to pay something. */
const CHARGES =
  /\b(?:dikenakan|dikenai|dibayar\p{L}*|membayar|bayar|berbayar|dipungut|dihitung|bervariasi|tergantung|disesuaikan|menyesuaikan|sukarela|seikhlasnya|infak|sumbangan|pay|pays)\b|\b(?!100\b)\d+\s*(?:%|persen\b)/iu;

const EVERYBODY = String.raw`(?:semua|seluruh|setiap|tiap|segala|para\s+pemohon|masyarakat(?!\s+(?:miskin|kurang|tidak|berpenghasilan|pra))|pemohon|pengguna|siapa|umum|publik|(?:pelayanan|layanan|permohonan|pengurusan|penerbitan|pembuatan|proses|jasa)(?![^;]*\b(?:baru|perpanjangan|hilang|rusak|pertama|ulang)\b)|all|everyone|everybody|the\s+public)`;
const FOR_SOME = new RegExp(
  String.raw`\b(?:bagi|untuk|khusus(?:nya)?|kepada|terhadap|for)\s+(?!(?:mendapatkan|memperoleh)\b|${EVERYBODY}(?!\p{L}))`,
  'iu',
);
const GROUP =
  /(?<!\b(?:semua|seluruh|setiap|tiap|segala)\s+)\b(?:peserta|pasien|pelajar|mahasiswa|siswa|murid|warga|penduduk|anak|balita|bayi|lansia|lanjut\s+usia|veteran|miskin|(?:kurang|tidak)\s+mampu|mbr|gakin|bpjs|jkn|kis|jamkes\p{L}*|sktm|wni|umkm|(?:usaha|pelaku\s+usaha)\s+(?:mikro|kecil)|rumah\s+ibadah|kendaraan\s+(?:dinas|kecil)|(?:penyandang\s+)?disabilitas|students?|children|members?)\b/iu;
const CONDITION =
  /\b(?:apabila|jika|bila|kalau|dalam\s+hal|asalkan|dengan\s+syarat|sebelum|maks\p{L}*|paling\s+banyak|sampai\s+dengan|paling\s+l\p{L}+|if|until)\b/iu;
/** A part of the service that is free says nothing of the rest. */
const PART = /\b(?:formulir|blanko|blangko|parkir|ongkir|ongkos\s+kirim|pengiriman)\b[\s:]*\uE000/iu;
const OTHERS = /\b(?:umum|lain(?:nya)?|selain|non|bukan|luar|tanpa)\b/iu;

/** How a text that names no amount speaks of being free: of everybody, of some or of a part, or not at all. */
export type Freedom = 'free' | 'half-free' | 'unsaid';

/** `money`: the amounts of the text; a zero says what "gratis" says. */
export function freedomOf(text: string, money: readonly Money[]): Freedom {
  if (NOTHING.test(text.trim())) return 'free';
  const clauses = withoutZeros(text, money).replaceAll(FREE, SAID).split(CLAUSE);
  const said = clauses.map((clause) =>
    clause.replace(ACT_BEFORE, ' ').replaceAll(BASIS_BEHIND, ' ').replace(ONLY_BASIS, ' '),
  );
  const free = said.filter((clause) => clause.includes(SAID));
  if (free.length === 0) return 'unsaid';
  if (said.some((clause) => POINTS.test(clause) || CHARGES.test(clause))) return 'half-free';
  if (free.some((clause) => PART.test(clause))) return 'half-free';
  const isForSome = free.some((one) => FOR_SOME.test(one) || GROUP.test(one) || CONDITION.test(one));
  const filled = said.filter((clause) => /[\p{L}\uE000]/u.test(clause));
  const areAllFree = free.length > 1 && free.length === filled.length && free.some((one) => OTHERS.test(one));
  return isForSome && !areAllFree ? 'half-free' : 'free';
}

/** The text with a sign of its own for each amount of nothing; its words in brackets go with it. */
const withoutZeros = (text: string, money: readonly Money[]): string =>
  money
    .filter(({ idr }) => idr === 0)
    .toReversed()
    .reduce(
      (rest, { at, end }) => `${rest.slice(0, at)}${SAID}${rest.slice(end)}`,
      text.replaceAll(SAID, ' '),
    );
