/** From a reading of one service to a proposal of how it runs. */
import type { Organisation } from '../model/government.ts';
import { readPromisedTime } from '../../working-time/index.ts';
import type { DraftComponents, Running } from './model.ts';
import { readClasses } from './propose-classes.ts';
import { commonNamesOf } from './propose-common.ts';
import { readKinds, readQuestions, readRequirements } from './propose-demands.ts';
import { withPosts } from './propose-posts.ts';
import { readSteps } from './propose-steps.ts';
import { supervisorsIn } from './propose-supervisors.ts';
import { proposeNames, withoutLeading } from './propose-names.ts';
import type { ProposedName } from './propose-names.ts';
import { inBoth, serviceName } from './wording.ts';

export interface ProposalContext {
  /** The agency that provides the service. */
  readonly office: string;
  /** Null for a government that is not there yet. */
  readonly organisation: Pick<Organisation, 'positions'> | null;
  /** What it goes by among the services of its decree and those that are there; by its title alone without it. */
  readonly named?: ProposedName;
  /** ISO date of the decree, or the day of publishing where it has none. */
  readonly validFrom: string;
}

/** Kinds of product by words of the product, the most telling first. */
const PRODUCTS: readonly (readonly [kind: Running['product'], words: RegExp])[] = [
  ['mailbox', /\b(surel|e-?mail|pos-?el)\b/i],
  ['certificate', /\bsertifikat elektronik\b|\btanda tangan elektronik\b(?!.*\bkartu)/i],
  ['hosting', /\b(hosting|subdomain|nama domain)\b/i],
  ['server', /\b(vps|server|co-?location|kolokasi)\b/i],
  ['bandwidth', /\bbandwidth\b/i],
  ['room', /\b(ruang|aula|gedung)\b.*\b(rapat|pertemuan|pinjam\w*)|\bpemakaian ruang\b/i],
  ['broadcast', /\b(siaran|penyiaran|disiarkan)\b/i],
  ['information', /\binformasi publik\b/i],
  [
    'letter',
    /\b(surat|izin|kartu|akta|laporan|rekomendasi|dokumen|keputusan|sertifikat|bukti|tanda|perjanjian|legalisasi|dilegalisasi|persetujuan|resume|ringkasan|salinan|formulir)\b/i,
  ],
  ['answer', /\b(jawaban|tanggapan|tindak lanjut)\b/i],
];

/** The kind of a product by its words; work on the spot where no paper is named. */
export const productKindOf = (items: readonly string[]): Running['product'] =>
  PRODUCTS.find(([, words]) => words.test(items.join('\n')))?.[0] ?? 'work-order';

/** How a service would run: everything in it follows from the words of the decree or is marked as assumed. Pure. */
export function proposeRunning(
  title: string,
  components: DraftComponents,
  { office, organisation, validFrom, named }: ProposalContext,
): Running {
  const name = serviceName(title);
  const [alone = { id: 'layanan', follows: null }] = proposeNames([title]);
  const { id, follows } = named ?? alone;
  const { requirements, procedure, product, supervision, time } = components;
  const kinds = readKinds([name, ...requirements.items, ...procedure.items]);
  const posts = withPosts(readSteps(procedure.items), {
    service: id,
    serviceTitle: withoutLeading(name),
    office,
    organisation,
  });
  return {
    id,
    title: inBoth(name),
    summary: summaryOf(name, product.items),
    sameAs: commonNamesOf(name, product.items),
    validFrom,
    kinds,
    starts: startOf(time.text),
    requirements: readRequirements(requirements.items, kinds),
    questions: readQuestions(requirements.items, kinds),
    ...posts,
    classes: readClasses(time),
    supervisors: [...supervisorsIn(supervision.items, office, organisation?.positions ?? [])],
    product: productKindOf(product.items),
    follows,
    keeps: true,
  };
}

/** "… sejak contoh diterima dan berkas lengkap" starts no sooner than the papers are complete, whatever else it says. */
const COMPLETE = /\b(?:sejak|setelah|sesudah|terhitung|apabila|bila|jika)\b[^;.]*\blengkap\b/i;

const startOf = (text: string): Running['starts'] =>
  readPromisedTime(text).starts ?? (COMPLETE.test(text) ? 'complete' : 'received');

const summaryOf = (name: string, products: readonly string[]): Running['summary'] => {
  const listed = products.map((item) => item.replace(/(?<![.;])[.;]+$/, '')).join(', ');
  return listed === ''
    ? inBoth(`${name}.`)
    : { id: `Yang Anda terima: ${listed}.`, en: `What you receive: ${listed}.` };
};
