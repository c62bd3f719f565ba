/**
 * Names of components put together from their words: "Tata Cara/Prosedur Layanan", "Saluran Pengaduan, Saran dan Masukan",
 * "Service Time / Jangka Waktu". A name belongs to a component when every word of it may stand there, and enough of them
 * stand nowhere else. Pure.
 */
import type { ComponentName } from '../../model.ts';
import { plainName } from './plain.ts';

interface Vocabulary {
  /** Words of which a name of this component has at least one. */
  readonly core: ReadonlySet<string>;
  /** Words that may stand beside them. */
  readonly beside: ReadonlySet<string>;
  /** How many words, small ones not counted, make the name at least. */
  readonly least: 1 | 2;
}

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

const SMALL = words('dan yang di pada dalam untuk dari oleh the of and for');
/** What every component may be called beside its own name. */
const SERVICE = words('pelayanan layanan publik standar service services');

const vocabularies: Readonly<Record<ComponentName, Vocabulary>> = {
  requirements: {
    core: words('persyaratan syarat kelengkapan requirement requirements'),
    beside: words(
      'permohonan pengajuan pemohon administrasi administratif teknis dokumen berkas ketentuan diperlukan dibutuhkan harus dipenuhi dilengkapi',
    ),
    least: 1,
  },
  procedure: {
    core: words('prosedur mekanisme alur cara tahapan langkah procedure procedures mechanism'),
    beside: words('sistem sistim tata sop bagan diagram proses permohonan pengajuan tahap system flow'),
    least: 1,
  },
  time: {
    core: words('waktu durasi time duration'),
    beside: words(
      'jangka lama janji batas target proses pemrosesan penyelesaian penerbitan pengerjaan dibutuhkan diperlukan tanggap processing completion response',
    ),
    least: 1,
  },
  fee: {
    core: words('biaya tarif tarip retribusi ongkos fee fees cost costs charge charges'),
    beside: words('besaran besarnya administrasi pengurusan jasa dikenakan dipungut dibayar tariff'),
    least: 1,
  },
  product: {
    core: words('produk output keluaran luaran hasil product products'),
    beside: words('jasa spesifikasi jenis akhir dihasilkan diberikan diterima'),
    least: 1,
  },
  complaints: {
    core: words('pengaduan aduan keluhan complaint complaints'),
    beside: words(
      'saran masukan kritik apresiasi penanganan pengelolaan saluran kanal media kontak unit loket nomor sarana mekanisme tata cara informasi tindak lanjut masyarakat pelanggan pengguna konsultasi handling feedback suggestion suggestions',
    ),
    least: 1,
  },
  legalBasis: {
    core: words('hukum peraturan regulasi legal'),
    beside: words(
      'dasar landasan payung rujukan acuan referensi ketentuan perundang undangan mendasari terkait penyelenggaraan basis',
    ),
    least: 2,
  },
  facilities: {
    core: words(
      'sarana prasarana fasilitas sarpras peralatan perlengkapan facility facilities infrastructure',
    ),
    beside: words('kerja pendukung penunjang tersedia disediakan digunakan'),
    least: 1,
  },
  competence: {
    core: words('kompetensi kualifikasi competence competency competencies'),
    beside: words(
      'sdm sumber daya manusia pelaksana pelaksanaan petugas pegawai pemberi penyelenggara tenaga staf aparatur diperlukan dibutuhkan staff personnel',
    ),
    least: 1,
  },
  supervision: {
    core: words('pengawasan supervisi supervision'),
    beside: words('internal intern melekat pengendalian pembinaan control'),
    least: 1,
  },
  staffing: {
    core: words('jumlah number'),
    beside: words(
      'sdm sumber daya manusia pelaksana petugas pegawai personil personel tenaga staf aparatur pemberi penyelenggara terlibat staff personnel officers',
    ),
    least: 2,
  },
  serviceGuarantee: {
    core: words('jaminan guarantee assurance'),
    beside: words('mutu kualitas kepastian diberikan penyelenggaraan'),
    least: 2,
  },
  safetyGuarantee: {
    core: words('keamanan keselamatan safety security'),
    beside: words('jaminan kenyamanan kerahasiaan kesehatan pengguna guarantee'),
    least: 2,
  },
  evaluation: {
    core: words('evaluasi penilaian evaluation'),
    beside: words(
      'kinerja pelaksana pelaksanaan petugas pegawai monitoring pemantauan berkala performance staff',
    ),
    least: 2,
  },
};
const table = Object.entries(vocabularies) as readonly (readonly [ComponentName, Vocabulary])[];

const MOST_WORDS = 12;
/** What begins so is a service: "Pelayanan Pengaduan Masyarakat". */
const SERVICE_TITLE = /^(?:pe)?layanan\b/;

/** The words of a name; what is said of it in brackets is no part of it, and one that ends in "dan" is not at its end. */
function namedWords(text: string): readonly string[] {
  const all = plainName(text.replaceAll(/\([^)]*\)/g, ' ')).split(' ');
  return SMALL.has(all.at(-1) ?? '') ? [] : all.filter((word) => word !== '' && !SMALL.has(word));
}

/** The component whose vocabulary holds every word of a name; null where none does, or several do. */
export function composedName(text: string): ComponentName | null {
  const used = namedWords(text);
  if (used.length === 0 || used.length > MOST_WORDS || SERVICE_TITLE.test(used.join(' '))) return null;
  const [only, another] = table.filter(([, vocabulary]) => isMadeOf(used, vocabulary));
  return only && !another ? only[0] : null;
}

function isMadeOf(used: readonly string[], { core, beside, least }: Vocabulary): boolean {
  const all = used.every((word) => core.has(word) || beside.has(word) || SERVICE.has(word));
  return all && used.some((word) => core.has(word)) && used.length >= least;
}
