/** What must be brought and answered, out of the requirements: nothing that the decree does not demand. */
import type { ApplicantKind } from '../model/basics.ts';
import { isUploaded } from '../model/service.ts';
import type { DraftQuestion, DraftRequirement } from './model.ts';

/** Things that can be sent as a file. */
const PAPERS =
  /\b(surat\w*|foto ?kopi\w*|foto ?copy\w*|fotocopi\w*|fc|salinan|scan|pindaian|foto|pas ?foto|ktp\w*|kk|kartu|akta|ijazah|rapor|sertifikat\w*|dokumen|formulir|blangko|bukti|proposal|naskah|laporan|izin|npwp|nib|imb|pbg|slf|siup|rab|gambar|denah|peta|berita acara|rekomendasi|rekapitulasi|sk|keputusan|kuitansi|slip|buku|stnk|bpkb|sspd|spop|sppt|rencana|perjanjian|persetujuan|identitas|hasil|daftar|data|tangkapan layar|kajian|paspor|faktur|nomor induk berusaha)\b/i;

/** What can only be seen at the counter: the thing itself, an original, somebody who must come. */
const SEEN =
  /^(membawa|hadir|datang|menunjukkan|telah|sudah|berusia|memiliki|terdaftar|warga|dua orang|tidak ada|alasan)|\basli\b(?!.*\bfoto ?kopi)/i;

/** Among those, what somebody must bring or show; the others are conditions, or answers of the form. */
const BROUGHT =
  /^(membawa|menunjukkan|menyerahkan|memperlihatkan)\b|\basli\b|\b(contoh uji|contoh (?:air|tanah|makanan|produk|bahan)|sampel|spesimen|kendaraan|hewan|ternak|barang|alat|map|me?terai)\b/i;

/** Papers that say who somebody is: UU 27/2022 asks for a notice, and few should read them. */
const PERSONAL =
  /\b(ktp\w*|kartu tanda penduduk|kk|kartu keluarga|kartu identitas\w*|identitas|nik|paspor|sim|akta|buku nikah|surat nikah|ijazah|rekam medis|pas ?foto|slip gaji)\b/i;

const OPTIONAL = /\b(apabila|bila|jika|kecuali|bagi|dalam hal|untuk .+ (?:melampirkan|ditambah))\b/i;

const LETTER = /\bsurat (permohonan|pengantar|tugas|dinas|permintaan|usulan)\b/i;

/** A request carries at most ten files; what stands behind the tenth is shown at the counter. */
const MOST_FILES = 10;

function bringOf(item: string, kinds: readonly ApplicantKind[]): DraftRequirement['bring'] {
  if (SEEN.test(item) || !PAPERS.test(item)) return BROUGHT.test(item) ? 'counter' : 'none';
  return LETTER.test(item) && kinds.every((kind) => kind === 'agency') ? 'file-or-letter-number' : 'file';
}

/** One requirement an item, in their order. */
export function readRequirements(
  items: readonly string[],
  kinds: readonly ApplicantKind[],
): DraftRequirement[] {
  let files = 0;
  return items.map((item, index) => {
    const wanted = bringOf(item, kinds);
    if (isUploaded({ bring: wanted })) files += 1;
    const bring = files > MOST_FILES && isUploaded({ bring: wanted }) ? 'counter' : wanted;
    return {
      component: index + 1,
      bring,
      required: !isUploaded({ bring }) || !OPTIONAL.test(item),
      personal: PERSONAL.test(item),
    };
  });
}

const KIND_WORDS: readonly (readonly [kind: ApplicantKind, words: RegExp])[] = [
  ['agency', /\b(OPD|SKPD|perangkat daerah|unit kerja|instansi (?:pemohon|terkait))\b/i],
  ['official', /\b(ASN|PNS|CPNS|pegawai negeri|pegawai|kepegawaian)\b/i],
  ['village-government', /\bpemerintah desa\b/i],
  [
    'legal-body',
    /\b(perusahaan|badan usaha|badan hukum|koperasi|yayasan|pelaku usaha|penanggung jawab usaha|nomor induk berusaha|NIB|akta pendirian|organisasi)\b/i,
  ],
  [
    'citizen',
    /\b(KTP\w*|kartu tanda penduduk|kartu keluarga|KK|warga|penduduk|pasien|masyarakat|perorangan|orang tua|pencari|wajib pajak|pemilik|nelayan|petani|kartu identitas|pelapor|pelajar|siswa)\b/i,
  ],
];

/** Who may ask, by the words of title, requirements and procedure. Citizens where they do not say (assumed). */
export function readKinds(words: readonly string[]): ApplicantKind[] {
  const text = words.join('\n');
  const found = KIND_WORDS.flatMap(([kind, pattern]) => (pattern.test(text) ? [kind] : []));
  const inside = found.filter((kind) => kind === 'agency' || kind === 'official');
  if (inside.length > 0 && inside[0] !== undefined && !found.includes('legal-body')) return [inside[0]];
  return found.length > 0 ? found : ['citizen'];
}

/** "Nama, alamat, dan nomor telepon": what is demanded in words and on no paper is asked in the form. */
const WHERE = /\b(?:alamat|lokasi)\b(?!\s+(?:e-?mail|surel|situs|web))/i;

const whereAsked = (items: readonly string[]): number =>
  items.findIndex((item) => WHERE.test(item) && bringOf(item, []) === 'none');

const NIK = /\b(NIK|KTP\w*|kartu tanda penduduk)\b/i;

const ask = (
  id: string,
  label: DraftQuestion['label'],
  rest: Omit<DraftQuestion, 'id' | 'label'>,
): DraftQuestion => ({ id, label, ...rest });

/** Who asks, how to answer, what it is about; the NIK only where an identity card is demanded of people. */
export function readQuestions(items: readonly string[], kinds: readonly ApplicantKind[]): DraftQuestion[] {
  const [agency, inside] = [kinds.includes('agency'), kinds.every((kind) => kind === 'agency')];
  const card = items.findIndex((item) => NIK.test(item));
  const where = whereAsked(items);
  const questions: (DraftQuestion | false)[] = [
    agency &&
      ask(
        'instansi',
        { id: 'Perangkat daerah', en: 'Agency' },
        { type: 'agency', required: inside, use: 'applicant-agency' },
      ),
    ask(
      'nama',
      inside ? { id: 'Nama narahubung', en: 'Contact person' } : { id: 'Nama lengkap', en: 'Full name' },
      { type: 'text', required: true, use: 'applicant-name' },
    ),
    kinds.includes('citizen') &&
      card >= 0 &&
      ask(
        'nik',
        { id: 'Nomor Induk Kependudukan (NIK)', en: 'Identity number (NIK)' },
        {
          type: 'nik',
          required: kinds.length === 1,
          use: 'applicant-nik',
          component: card + 1,
        },
      ),
    ask(
      'surel',
      { id: 'Alamat surel', en: 'E-mail address' },
      { type: 'email', required: inside, use: 'applicant-email' },
    ),
    ask(
      'telepon',
      { id: 'Nomor telepon atau WhatsApp', en: 'Telephone or WhatsApp number' },
      { type: 'phone', required: !inside, use: 'applicant-phone' },
    ),
    ask(
      'keperluan',
      { id: 'Keperluan Anda', en: 'What you need it for' },
      { type: 'text', required: true, use: 'subject' },
    ),
    where >= 0 &&
      ask(
        'alamat',
        { id: 'Alamat atau lokasi', en: 'Address or place' },
        { type: 'long-text', required: true, component: where + 1 },
      ),
    inside &&
      ask(
        'nomor-surat',
        { id: 'Nomor surat', en: 'Letter number' },
        { type: 'text', required: false, use: 'letter-number' },
      ),
  ];
  return questions.filter((question) => question !== false);
}
