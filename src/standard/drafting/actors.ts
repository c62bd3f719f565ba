/** Who does what an item of a procedure says. Indonesian puts the doer first ("Petugas memeriksa …") or behind "oleh". */

export interface Doing {
  /** Who acts, in the item's words; null where it does not say. */
  readonly doer: string | null;
  readonly isApplicant: boolean;
  /** A head who decides, not somebody who prepares. */
  readonly isHead: boolean;
  /** From its verb on, in small letters. */
  readonly does: string;
}

/** Whoever asks, by the first word. The list is short because verbs tell the rest. */
const APPLICANT =
  /^(pemohon|pengguna|masyarakat|warga|penduduk|pasien|keluarga|perusahaan|pelaku usaha|orang tua|orang|wali(?! kota)|wajib|peserta|pengunjung|pelapor|pengadu|pelanggan|pencari|pemilik|penghuni|nelayan|petani|peternak|pegawai|anggota|notaris|yang bersangkutan|instansi pemohon|opd|perangkat daerah)\b/i;

const OFFICIAL =
  /^(petugas|kepala|sekretaris|staf|tim|pejabat|verifikator|operator|camat|lurah|direktur|inspektur|kasi|kabid|kasubbag|kasubag|admin|dokter|perawat|paramedik|bidan|apoteker|mediator|menteri|analis|penyuluh|pustakawan|penguji|penera|pengantar|pendamping|pekerja|regu|komandan|bendahara|auditor|koordinator|sub|subbag\w*|bagian|bidang|seksi|unit|dinas|badan|kantor|loket|atasan|ppid|bupati|wali ?kota|gubernur|sekda|pelaksana|penanggung jawab|fungsional|surveyor|penyelia|pengemudi|sopir|teknisi|laboran|juru|pengawas|penilai|pranata|kecamatan|kelurahan|desa)\b/i;

const HEAD =
  /^(kepala (?!seksi|sub|urusan|unit)|camat|lurah|direktur|inspektur|pejabat|bupati|wali ?kota|gubernur|sekda|sekretaris daerah|atasan|ppid|dinas|badan)/i;

/** Beginnings of what applicants do, where nobody is named. */
const ASKING =
  /^(mengajukan|mengisi|menyampaikan|menyerahkan (?:berkas|dokumen|formulir|persyaratan|proposal)|mendaftar|datang|membawa|mengunggah|melengkapi|membayar|mengambil|menunggu|mengunduh|membuat akun|menerima)\b/i;

const VERB = /\bme(?:m|n|l|r|w|y)[a-z]{3,}|\bdi[a-z]{4,}|\b(?:datang|berangkat)\b/;

const startsWithVerb = (item: string): boolean =>
  !OFFICIAL.test(item) && !APPLICANT.test(item) && new RegExp(`^(?:${VERB.source})`, 'i').test(item);

/** The words before the first verb, and the item from there on. A title at the beginning ("Mediator", "Direktur") is no verb. */
function parted(item: string): { readonly before: string; readonly does: string } {
  if (startsWithVerb(item)) return { before: '', does: item.toLowerCase() };
  const afterFirst = item.search(/\s/);
  const found = afterFirst < 0 ? -1 : item.slice(afterFirst).search(VERB);
  if (found < 0) return { before: item.split(' ').slice(0, 4).join(' '), does: item.toLowerCase() };
  const at = afterFirst + found;
  return { before: item.slice(0, at).trim(), does: item.slice(at).toLowerCase() };
}

const LONGEST_DOER = 7;

const tidy = (words: string): string | null => {
  const text = words.replace(/(?<![,;:.])[,;:.]+$/, '').trim();
  return text === '' || text.split(' ').length > LONGEST_DOER ? null : text;
};

/** "… diverifikasi oleh Kepala Bidang Pelayanan dan …": the words behind "oleh", as long as they name an office. */
function behindOleh(item: string): string | null {
  const behind = /\boleh\s+([^,;.()]+)/i.exec(item)?.[1];
  if (behind === undefined) return null;
  const verb = behind.search(VERB);
  return tidy(
    (verb < 0 ? behind : behind.slice(0, verb)).replace(/(?<!\s)\s+(dan|untuk|kepada|serta)$/i, ''),
  );
}

/** Who does what in one item of a procedure. Pure. */
export function readDoing(item: string): Doing {
  const { before, does } = parted(item);
  const named = behindOleh(item) ?? tidy(before);
  const isOfficial = named !== null && OFFICIAL.test(named);
  const isApplicant =
    !isOfficial && ((named !== null && APPLICANT.test(named)) || ASKING.test(does) || ASKING.test(item));
  return {
    doer: isOfficial ? named : null,
    isApplicant,
    isHead: isOfficial && HEAD.test(named),
    does,
  };
}
