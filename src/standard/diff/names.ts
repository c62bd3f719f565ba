import type { Words } from '../../ground/index.ts';
import { componentTitles } from '../model/components.ts';

/** What a change is about; the desk and the command line group by it, in this order. */
export const areas = {
  time: { id: 'Waktu', en: 'Time' },
  fee: { id: 'Biaya', en: 'Fee' },
  requirements: { id: 'Persyaratan', en: 'Requirements' },
  form: { id: 'Formulir', en: 'Form' },
  steps: { id: 'Tahapan', en: 'Steps' },
  people: { id: 'Yang berhak dan jabatan', en: 'Applicants and positions' },
  product: { id: 'Produk', en: 'Product' },
  texts: { id: 'Teks', en: 'Texts' },
} as const satisfies Record<string, Words>;
export type Area = keyof typeof areas;

/** The area of a path by its beginning; whatever is not named here is a text. */
const beginnings: readonly (readonly [beginning: string, area: Area])[] = [
  ['components.time', 'time'],
  ['promise', 'time'],
  ['clock', 'time'],
  ['validFrom', 'time'],
  ['components.fee', 'fee'],
  ['fee', 'fee'],
  ['components.requirements', 'requirements'],
  ['requirements', 'requirements'],
  ['form', 'form'],
  ['components.procedure', 'steps'],
  ['steps', 'steps'],
  ['eligibility', 'people'],
  ['signers', 'people'],
  ['supervisors', 'people'],
  ['evaluators', 'people'],
  ['components.product', 'product'],
  ['product', 'product'],
];

export function areaOf(path: readonly string[]): Area {
  const dotted = path.join('.');
  return beginnings.find(([start]) => dotted === start || dotted.startsWith(`${start}.`))?.[1] ?? 'texts';
}

/** Keys of the files in words. A key that is not here, an id above all, is shown as it stands in the file. */
const keyNames: Readonly<Record<string, Words>> = {
  ...componentTitles,
  components: { id: 'Komponen', en: 'Components' },
  requirements: { id: 'Persyaratan', en: 'Requirements' },
  promise: { id: 'Janji waktu', en: 'Promised time' },
  clock: { id: 'Perhitungan waktu', en: 'Clock' },
  lawful: { id: 'Waktu menurut undang-undang', en: 'Lawful time' },
  extension: { id: 'Perpanjangan', en: 'Extension' },
  validFrom: { id: 'Berlaku sejak', en: 'Valid from' },
  free: { id: 'Gratis', en: 'Free' },
  amounts: { id: 'Tarif', en: 'Amounts' },
  byCase: { id: 'Menurut jenisnya, bukan seluruhnya', en: 'By case, not all together' },
  tariffBasis: { id: 'Dasar hukum tarif', en: 'Basis of the tariff' },
  form: { id: 'Formulir', en: 'Form' },
  questions: { id: 'Pertanyaan', en: 'Questions' },
  steps: { id: 'Tahapan', en: 'Steps' },
  positions: { id: 'Jabatan', en: 'Positions' },
  addressees: { id: 'Penerima disposisi', en: 'Addressees' },
  outcomes: { id: 'Hasil', en: 'Outcomes' },
  to: { id: 'Lanjut ke', en: 'Goes to' },
  fields: { id: 'Yang dicatat', en: 'Recorded' },
  begins: { id: 'Isian awal', en: 'Begins with' },
  deliveries: { id: 'Dibuat oleh sistem', en: 'Made by the program' },
  when: { id: 'Hanya bila', en: 'Only if' },
  record: { id: 'Dicatat sebagai produk', en: 'Recorded as the product' },
  checklist: { id: 'Daftar periksa', en: 'Checklist' },
  grounds: { id: 'Alasan penolakan', en: 'Grounds of refusal' },
  within: { id: 'Waktu tahapan', en: 'Time for the step' },
  classes: { id: 'Kelas', en: 'Classes' },
  codes: { id: 'Kode kompetensi', en: 'Competences' },
  hard: { id: 'Wajib', en: 'Hard' },
  required: { id: 'Wajib', en: 'Required' },
  bring: { id: 'Cara membawa', en: 'To bring' },
  check: { id: 'Yang diperiksa', en: 'What is checked' },
  title: { id: 'Judul', en: 'Title' },
  label: { id: 'Sebutan', en: 'Label' },
  hint: { id: 'Petunjuk', en: 'Hint' },
  summary: { id: 'Ringkasan', en: 'Summary' },
  keywords: { id: 'Kata kunci', en: 'Keywords' },
  sameAs: { id: 'Layanan sejenis', en: 'Same as' },
  decree: { id: 'Keputusan', en: 'Decree' },
  number: { id: 'Nomor', en: 'Number' },
  date: { id: 'Tanggal', en: 'Date' },
  eligibility: { id: 'Yang berhak mengajukan', en: 'Who may ask' },
  signers: { id: 'Penanda tangan surat', en: 'Who signs letters' },
  supervisors: { id: 'Pengawas', en: 'Supervisors' },
  evaluators: { id: 'Evaluator', en: 'Evaluators' },
  remedies: { id: 'Upaya pemohon', en: 'Remedies' },
  duties: { id: 'Kewajiban bila janji dilanggar', en: 'Duties on a broken promise' },
  survey: { id: 'Survei', en: 'Survey' },
  channels: { id: 'Saluran', en: 'Channels' },
  assumptions: { id: 'Asumsi', en: 'Assumptions' },
  findings: { id: 'Temuan', en: 'Findings' },
  example: { id: 'Contoh', en: 'Example' },
  office: { id: 'Kantor', en: 'Office' },
  address: { id: 'Alamat', en: 'Address' },
  contacts: { id: 'Kontak', en: 'Contacts' },
  counter: { id: 'Jam loket', en: 'Counter hours' },
  pledge: { id: 'Maklumat', en: 'Pledge' },
  privacy: { id: 'Data pribadi', en: 'Personal data' },
  calendar: { id: 'Kalender', en: 'Calendar' },
  agencies: { id: 'Perangkat daerah', en: 'Agencies' },
  officials: { id: 'Petugas', en: 'Officials' },
  holdings: { id: 'Pemegang jabatan', en: 'Holders' },
  order: { id: 'Urutan', en: 'Order' },
  id: { id: 'Bahasa Indonesia', en: 'Indonesian' },
  en: { id: 'Bahasa Inggris', en: 'English' },
};

/** A path in words; keys that only group (`items`, `text`) are left out. */
export function pathInWords(path: readonly string[], lang: 'id' | 'en'): string {
  return path
    .filter((key) => key !== 'items' && key !== 'text' && key !== 'components')
    .map((key) => (Object.hasOwn(keyNames, key) ? keyNames[key]?.[lang] : key))
    .join(' › ');
}
