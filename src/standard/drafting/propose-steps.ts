/** Steps out of a procedure: what each item is, and what is missing between them. */
import type { DraftStepKind } from './model.ts';
import { readDoing } from './actors.ts';
import type { Doing } from './actors.ts';
import { asHeading } from './wording.ts';

/** A step before its post has a name of its own. */
export interface ReadStep {
  readonly title: { readonly id: string; readonly en: string };
  readonly kind: DraftStepKind;
  /** Who makes it, in the words of the decree; null where it does not say. */
  readonly doer: string | null;
  /** Number of the item of the procedure; null: assumed. */
  readonly component: number | null;
}

/** What an act is, by its verb. The first that fits, so the more telling stand above. */
const ACTS: readonly (readonly [kind: DraftStepKind | 'produce', verb: RegExp])[] = [
  ['sign', /\b(menandatangani|ditandatangani|penandatanganan|tanda tangan)\b/],
  ['assess', /\b(memaraf|diparaf|paraf|konsep|rancangan|draf)\b/],
  [
    'dispose',
    /\b(disposisi\w*|mendisposisi\w*|didisposisi\w*|menugaskan|ditugaskan|menunjuk|ditunjuk|meneruskan|diteruskan)\b/,
  ],
  [
    'check',
    /\b(memverifikasi|verifikasi|diverifikasi|kelengkapan|meneliti|diteliti|memeriksa (?:berkas|dokumen|persyaratan|administrasi)|memvalidasi|mencocokkan|menerima|diterima|mencatat|dicatat|meregistrasi|mengagendakan|nomor (?:register|pendaftaran))\b/,
  ],
  [
    'assess',
    /\b(memeriksa|diperiksa|menelaah|ditelaah|mengkaji|kajian|survei|meninjau|peninjauan|lapangan|menilai|asesmen|menganalisis|analisis|membahas|pembahasan|mewawancarai|menguji|pengujian|menghitung|mempertimbangkan|pertimbangan|memastikan|rapat|mengunjungi)\b/,
  ],
  ['decide', /\b(menyetujui|disetujui|persetujuan|memutuskan|diputuskan|menetapkan|ditetapkan)\b/],
  ['hand-over', /\b(menyerahkan|diserahkan|penyerahan|menyampaikan|disampaikan|mengirimkan|dikirim)\b/],
  ['produce', /./],
];

const GENERIC: Readonly<Record<DraftStepKind, { readonly id: string; readonly en: string }>> = {
  check: { id: 'Periksa kelengkapan persyaratan', en: 'Check the requirements' },
  dispose: { id: 'Teruskan kepada pelaksana', en: 'Hand on to who carries it out' },
  assess: { id: 'Telaah permohonan', en: 'Assess the request' },
  decide: { id: 'Putuskan permohonan', en: 'Decide on the request' },
  sign: { id: 'Tanda tangani', en: 'Sign' },
  fulfil: { id: 'Siapkan dan serahkan produk layanan', en: 'Prepare and deliver the product' },
  'hand-over': { id: 'Serahkan kepada pemohon', en: 'Hand over to the applicant' },
};

/** What a head issues, grants or ratifies, they decide. */
const ISSUING = /^(menerbitkan|memberikan|mengesahkan|menetapkan|mengeluarkan|memberi)\b/;

const HANDING = /\b(menyerahkan|diserahkan|penyerahan)/;

type Act = DraftStepKind | 'produce';

function actOf({ does, isHead }: Doing): Act {
  if (isHead && ISSUING.test(does)) return 'decide';
  return ACTS.find(([, verb]) => verb.test(does))?.[0] ?? 'produce';
}

interface Read {
  readonly item: string;
  readonly component: number;
  readonly doing: Doing;
  readonly act: Act;
}

/**
 * The steps of a procedure, in its order. What the applicant does is no step of the office. Assumed, where the items do
 * not say it: somebody looks at what was brought before anything else, and somebody delivers the product.
 */
export function readSteps(procedure: readonly string[]): ReadStep[] {
  const acts = procedure.flatMap((item, index): Read[] => {
    const doing = readDoing(item);
    return doing.isApplicant ? [] : [{ item, component: index + 1, doing, act: actOf(doing) }];
  });
  const delivering = deliveringAt(acts);
  const steps = acts.map((read, index) => stepOf(read, kindOf(acts, index, delivering)));
  return withFirst(withDelivery(steps, fetchedIn(procedure, acts.at(-1)?.component ?? 0)));
}

const FETCHES = /\b(?:menerima|mendapat\w*|memperoleh|mengambil|mengunduh)\b/;

/** The item, behind all that the office does, by which applicants get what they asked for; null where none says it. */
function fetchedIn(procedure: readonly string[], lastAct: number): number | null {
  const index = procedure.findLastIndex((item) => {
    const { isApplicant, does } = readDoing(item);
    return isApplicant && FETCHES.test(does);
  });
  return index >= lastAct ? index + 1 : null;
}

/** The act by which the product comes into being: the last that makes something after everything was decided and signed. */
function deliveringAt(acts: readonly Read[]): number {
  const settled = acts.findLastIndex(({ act }) => act === 'sign' || act === 'decide');
  const made = acts.findLastIndex(({ act }, index) => act === 'produce' && index > settled);
  return made >= 0
    ? made
    : acts.findIndex(({ act, doing }, index) => index > settled && hands(act, doing, settled));
}

/** Behind a signature, whoever enters it in a register and hands it over hands it over. */
const hands = (act: Act, { does }: Doing, settled: number): boolean =>
  act === 'hand-over' || (settled >= 0 && HANDING.test(does));

const PAPERS = /\b(berkas|dokumen|persyaratan|kelengkapan|administrasi|permohonan)\b/;

/** Behind the first look at the papers, "memverifikasi hasil uji" looks at what the office made: no checklist is ticked there. */
function looksAtResult(acts: readonly Read[], index: number): boolean {
  const first = acts.findIndex(({ act }) => act === 'check');
  const { act, doing } = acts[index] ?? {};
  return act === 'check' && index > first && doing !== undefined && !PAPERS.test(doing.does);
}

/** What is made before it is decided or signed is preparation; what is handed on before the end is, too. */
function kindOf(acts: readonly Read[], index: number, delivering: number): DraftStepKind {
  const act = acts[index]?.act ?? 'assess';
  if (index === delivering) return 'fulfil';
  if (act === 'produce' || looksAtResult(acts, index)) return 'assess';
  return act === 'hand-over' && (delivering < 0 || index < delivering) ? 'assess' : act;
}

const stepOf = ({ item, component, doing }: Read, kind: DraftStepKind): ReadStep => ({
  title: { id: asHeading(item), en: GENERIC[kind].en },
  kind,
  doer: doing.doer,
  component,
});

const assumed = (kind: DraftStepKind, doer: string | null = null): ReadStep => ({
  title: GENERIC[kind],
  kind,
  doer,
  component: null,
});

/** UU 25/2009: nothing is decided on papers that nobody looked at; a first step that looks is where files come back to. */
const withFirst = (steps: readonly ReadStep[]): ReadStep[] =>
  steps[0]?.kind === 'check' ? [...steps] : [assumed('check'), ...steps];

/** Who stands at the counter, and is no head. */
const AT_COUNTER = /\b(?:loket|petugas|staf|operator|front office)\b/i;

/** Where the decree only says that the applicant fetches it: at the counter that took the papers in. */
const withDelivery = (steps: readonly ReadStep[], fetched: number | null): ReadStep[] => {
  if (steps.some(({ kind }) => kind === 'fulfil')) return [...steps];
  const taker = steps.find(({ kind }) => kind === 'check')?.doer ?? null;
  const delivery = assumed('fulfil', taker !== null && AT_COUNTER.test(taker) ? taker : null);
  return [...steps, { ...delivery, component: fetched }];
};
