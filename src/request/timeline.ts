/** A journal told to a person: what happened, when, by which post, in words of both languages. Pure. */
import type { Words } from '../ground/index.ts';
import { classifyStep, SILENCE_DUTY } from '../standard/model.ts';
import type { DeliveryKind, Service, Text } from '../standard/model.ts';
import type {
  ContactChannel,
  ContactOutcome,
  Entry,
  EntryData,
  EntryKind,
  Evidence,
  Ref,
} from './model/entries.ts';
import { formatInstant } from '../working-time/index.ts';
import { calendarApplied, hasMoved } from './model/calendar-move.ts';
import { despiteTold } from './model/findings.ts';
import { isInternalLetter } from './model/letter-rules.ts';
import { getStep } from './model/procedure.ts';
import { productsTold, withProducts } from './timeline-products.ts';
import type { ProductsTold } from './timeline-products.ts';

export type Audience = 'applicant' | 'official';

export interface TimelineItem {
  readonly position: number;
  readonly at: string;
  readonly kind: EntryKind;
  readonly title: Words;
  /** Who did it, as a post or as the applicant; null for the program itself. */
  readonly who: Words | null;
  /** The official's id, for officials only. */
  readonly official: string | null;
  readonly acting: 'plt' | 'plh' | null;
  /** What was written, if this reader may read it and it was not erased. */
  readonly text: string | null;
  /** What the program itself says of it: how a new calendar moved the deadline, and by which decree; how an order stands. */
  readonly explained: Words | null;
  readonly files: readonly string[];
  readonly secrets: readonly string[];
  /** Figures and findings recorded with a step, or with an order at it: id of the value; officials only. */
  readonly fields: Ref | null;
  readonly step: string | null;
  readonly action: string | null;
  readonly missing: readonly string[];
  readonly addressees: readonly string[];
  /** Numbers of standard instructions on a disposition; officials only, like what follows. */
  readonly instructions: readonly number[];
  /** Lines of the checklist that were ticked. */
  readonly ticked: readonly string[];
  /** Competences that were lacking, where the standard only warns. */
  readonly warnings: readonly string[];
}

export interface TellContext {
  readonly service: Service;
  readonly audience: Audience;
  /** Of the office, for the times that are told. */
  readonly timeZone: string;
  readonly positionTitle: (position: string) => Text;
  readonly productTitle: (kind: DeliveryKind) => Words;
  /** The words behind a reference; null when erased. */
  readonly words: (ref: Ref) => string | null;
}

const titles: Readonly<Record<Exclude<EntryKind, 'step-made' | 'contacted'>, Words>> = {
  submitted: { id: 'Permohonan diterima', en: 'Request received' },
  'agenda-numbered': { id: 'Dicatat dalam agenda', en: 'Entered in the agenda' },
  returned: { id: 'Dikembalikan untuk dilengkapi', en: 'Returned to be completed' },
  'return-proposed': {
    id: 'Permintaan kelengkapan kedua menunggu atasan',
    en: 'Second demand waits for the superior',
  },
  'return-denied': {
    id: 'Atasan tidak menyetujui permintaan kedua',
    en: 'The superior denied a second demand',
  },
  resubmitted: { id: 'Dilengkapi oleh pemohon', en: 'Completed by the applicant' },
  refused: { id: 'Ditolak', en: 'Refused' },
  closed: { id: 'Selesai', en: 'Done' },
  withdrawn: { id: 'Ditarik oleh pemohon', en: 'Withdrawn by the applicant' },
  cancelled: { id: 'Dibatalkan oleh kantor', en: 'Cancelled by the office' },
  commented: { id: 'Pesan', en: 'Message' },
  'taken-over': { id: 'Diambil untuk dikerjakan', en: 'Taken up' },
  extended: { id: 'Waktu diperpanjang', en: 'Time extended' },
  reclassified: { id: 'Kelas diubah', en: 'Class changed' },
  'deadline-set': { id: 'Tenggat ditetapkan', en: 'Deadline set' },
  overdue: { id: 'Tenggat terlewati', en: 'Deadline passed' },
  'duty-opened': { id: 'Kewajiban atasan terbuka', en: 'Duty opened for the superior' },
  'duty-done': { id: 'Kewajiban atasan dilaksanakan', en: 'Duty carried out' },
  'secret-asked': { id: 'Kata sandi pertama yang baru diminta', en: 'A new first password was asked for' },
  'secret-renewed': { id: 'Kata sandi pertama yang baru siap dibuka', en: 'A new first password is ready' },
  'secret-opened': { id: 'Rahasia sekali buka sudah dibuka', en: 'One-time secret opened' },
  'delivery-ordered': { id: 'Penyerahan oleh sistem dimulai', en: 'Delivery by the program began' },
  'product-recorded': { id: 'Produk layanan dicatat', en: 'The product was recorded' },
  'delivery-settled': { id: 'Produk layanan sudah ada', en: 'The product is there' },
  'delivery-stopped': { id: 'Penyerahan oleh sistem terhenti', en: 'Delivery by the program stopped' },
  'delivery-resumed': { id: 'Penyerahan oleh sistem dilanjutkan', en: 'Delivery by the program resumed' },
  'delivery-cancelled': { id: 'Pesanan penyerahan dibatalkan', en: 'Order of a delivery taken back' },
  'withdrawal-asked': {
    id: 'Pencabutan produk layanan diminta',
    en: 'Withdrawal of the product was asked for',
  },
  'withdrawal-ordered': { id: 'Produk layanan akan dicabut', en: 'The product is to be withdrawn' },
  'withdrawal-stopped': {
    id: 'Produk layanan belum dapat dicabut sistem',
    en: 'The program cannot withdraw the product yet',
  },
  'withdrawal-resumed': { id: 'Pencabutan dicoba lagi', en: 'The withdrawal is tried again' },
  'withdrawal-cancelled': {
    id: 'Pencabutan dibatalkan; produk layanan tetap berlaku',
    en: 'The withdrawal was taken back; the product stays',
  },
  'product-withdrawn': { id: 'Produk layanan dicabut', en: 'The product was withdrawn' },
  'letter-issued': { id: 'Surat diterbitkan', en: 'Letter issued' },
  'letter-voided': { id: 'Surat dinyatakan batal', en: 'Letter declared void' },
  'letter-named': {
    id: 'Nama pada halaman verifikasi surat disembunyikan',
    en: 'Name on the verification page of a letter hidden',
  },
  erased: { id: 'Data pribadi dihapus', en: 'Personal data erased' },
};

/** What only officials need to see: the inner workings of the office. */
const internal: readonly EntryKind[] = [
  'agenda-numbered',
  'contacted',
  'return-proposed',
  'return-denied',
  'taken-over',
  'duty-opened',
  'duty-done',
  'product-recorded',
  'delivery-settled',
  'delivery-stopped',
  'delivery-resumed',
  'delivery-cancelled',
  'withdrawal-stopped',
  'withdrawal-resumed',
];

const actionWords: Readonly<Record<string, Words>> = {
  complete: { id: 'lengkap', en: 'complete' },
  dispose: { id: 'didisposisikan', en: 'handed on' },
  pass: { id: 'memenuhi', en: 'passed' },
  fail: { id: 'tidak memenuhi', en: 'failed' },
  approve: { id: 'disetujui', en: 'approved' },
  fulfil: { id: 'diserahkan', en: 'delivered' },
  sign: { id: 'ditandatangani', en: 'signed' },
  'hand-over': { id: 'diserahterimakan', en: 'handed over' },
};

/** A demand to the applicant, or a request that is not yet complete, sets a deadline of "none". */
const CLOCK_STANDS: Words = { id: 'Waktu tidak berjalan', en: 'The clock stands' };

const byChannel: Readonly<Record<ContactChannel, Words>> = {
  whatsapp: { id: 'Dihubungi lewat WhatsApp', en: 'Contacted on WhatsApp' },
  phone: { id: 'Ditelepon', en: 'Called by phone' },
  email: { id: 'Dikirimi surel', en: 'Written to by e-mail' },
  'in-person': { id: 'Ditemui langsung', en: 'Met in person' },
  letter: { id: 'Dikirimi surat', en: 'Written to by letter' },
};

const withOutcome: Readonly<Record<ContactOutcome, Words>> = {
  reached: { id: 'pemohon dapat dihubungi', en: 'the applicant was reached' },
  'message-left': { id: 'pesan ditinggalkan', en: 'a message was left' },
  'no-answer': { id: 'tidak ada jawaban', en: 'no answer' },
  'wrong-contact': { id: 'nomor atau alamatnya salah', en: 'the number or address was wrong' },
};

function contactTitle({ channel, outcome }: EntryData['contacted']): Words {
  const [how, what] = [byChannel[channel], withOutcome[outcome]];
  return { id: `${how.id}: ${what.id}`, en: `${how.en}: ${what.en}` };
}

/** What was chosen stands in the title: it is what everybody looks for. */
function withClass(title: Words, id: string, { steps }: Service): Words {
  const label = classifyStep(steps)?.classes.find((one) => one.id === id)?.label ?? { id, en: id };
  return { id: `${title.id}: ${label.id}`, en: `${title.en}: ${label.en}` };
}

/** A new calendar is written down for every running request; mostly its deadline stays. */
const CALENDAR_APPLIED: Words = {
  id: 'Kalender kerja baru diterapkan; tenggat tetap',
  en: 'A new working calendar applied; the deadline stays',
};
const MOVED_BY_CALENDAR: Words = {
  id: 'Tenggat bergeser karena kalender kerja berubah',
  en: 'The deadline moved because the working calendar changed',
};

/** The deadline before and after, and the decree that moved it (clock.md, rule 9). */
function explanationOf(entry: Entry, { timeZone }: TellContext): Words | null {
  const applied = calendarApplied(entry);
  if (!applied || !hasMoved(applied)) return null;
  const { was, due, decree } = applied;
  const say = (lang: 'id' | 'en', none: string): readonly [string, string] => [
    was?.due ? formatInstant(was.due, timeZone, lang) : none,
    due ? formatInstant(due, timeZone, lang) : none,
  ];
  const [wasId, isId] = say('id', 'tidak ada');
  const [wasEn, isEn] = say('en', 'none');
  return {
    id: `Semula paling lambat ${wasId}; kini ${isId}. ${decree ? `Dasar: ${decree}.` : 'Dasarnya belum diketahui.'}`,
    en: `Before by ${wasEn}; now by ${isEn}. ${decree ? `By: ${decree}.` : 'Its decree is not known yet.'}`,
  };
}

const NAME_SHOWN: Words = {
  id: 'Nama pada halaman verifikasi surat ditampilkan',
  en: 'Name on the verification page of a letter shown',
};

function titleOf(entry: Entry, service: Service): Words {
  const applied = calendarApplied(entry);
  if (applied) return hasMoved(applied) ? MOVED_BY_CALENDAR : CALENDAR_APPLIED;
  if (entry.kind === 'deadline-set' && entry.data.due === null) return CLOCK_STANDS;
  if (entry.kind === 'contacted') return contactTitle(entry.data);
  if (entry.kind === 'letter-named' && entry.data.shown) return NAME_SHOWN;
  if (entry.kind === 'duty-opened' && entry.data.duty === SILENCE_DUTY.id) return SILENCE_DUTY.title;
  if (entry.kind === 'reclassified') return withClass(titles.reclassified, entry.data.class, service);
  return entry.kind === 'step-made' ? stepTitle(entry.data, service) : titles[entry.kind];
}

function stepTitle({ step, action, class: chosen }: EntryData['step-made'], service: Service): Words {
  const { title } = getStep(service, step);
  if (chosen !== undefined) return withClass(title, chosen, service);
  const done = actionWords[action] ?? { id: action, en: action };
  return { id: `${title.id}: ${done.id}`, en: `${title.en}: ${done.en}` };
}

function whoOf(entry: Entry, context: TellContext): Words | null {
  const { actor } = entry;
  // The program finds the deadline, whoever caused it.
  if (entry.kind === 'deadline-set') return null;
  if (actor.kind === 'applicant') return { id: 'Pemohon', en: 'Applicant' };
  return actor.kind === 'official' ? context.positionTitle(actor.position) : null;
}

interface Written {
  readonly ref: Ref;
  /** Whether applicants may read it too. */
  readonly open: boolean;
}

type WrittenIn<K extends EntryKind> = (data: EntryData[K]) => Written | null;

const openly = (ref: Ref | undefined): Written | null => (ref ? { ref, open: true } : null);
const inside = (ref: Ref | undefined): Written | null => (ref ? { ref, open: false } : null);

/** Where the words of each kind of entry are; kinds that are not here have none. */
const written: { readonly [K in EntryKind]?: WrittenIn<K> } = {
  'step-made': (data) => openly(data.reason) ?? inside(data.note),
  reclassified: (data) => openly(data.reason),
  submitted: (data) => openly(data.lateReason),
  returned: (data) => openly(data.message),
  'return-proposed': (data) => inside(data.message),
  'return-denied': (data) => inside(data.note),
  refused: (data) => openly(data.reason),
  cancelled: (data) => openly(data.reason),
  withdrawn: (data) => openly(data.reason),
  resubmitted: (data) => openly(data.note),
  contacted: (data) => inside(data.text),
  commented: (data) => ({ ref: data.text, open: data.audience === 'applicant' }),
  extended: (data) => openly(data.ground),
  'duty-done': (data) => inside(data.note),
  'delivery-ordered': (data) => inside(data.note),
  'secret-asked': (data) => openly(data.reason),
  'withdrawal-asked': (data) => openly(data.reason),
  'withdrawal-ordered': (data) => openly(data.reason),
  'product-withdrawn': ({ evidence = [] }) =>
    inside(evidence.flatMap((item) => (item.type === 'text' ? item.text : [])).at(0)),
  'letter-voided': (data) => openly(data.reason),
};

function textRef(entry: Entry): Written | null {
  const find = written[entry.kind] as WrittenIn<EntryKind> | undefined;
  return find?.(entry.data) ?? null;
}

const evidenceOf = (entry: Entry): readonly Evidence[] =>
  entry.kind === 'step-made' ? (entry.data.evidence ?? []) : [];

function filesOf(entry: Entry): readonly string[] {
  if (entry.kind === 'submitted' || entry.kind === 'resubmitted')
    return entry.data.files.map((file) => file.file);
  if (entry.kind === 'letter-issued') return [entry.data.file.file];
  return evidenceOf(entry).flatMap((item) => (item.type === 'file' ? item.file.file : []));
}

/** What was written with the entry: its note, and the texts of what was delivered. */
function textOf(entry: Entry, context: TellContext): string | null {
  const found = textRef(entry);
  const readable = found && (found.open || context.audience === 'official');
  const own = readable ? context.words(found.ref) : null;
  const delivered = evidenceOf(entry).flatMap((item) =>
    item.type === 'text' ? (context.words(item.text) ?? []) : [],
  );
  const despite = entry.kind === 'step-made' && entry.data.despite;
  const why = despite && context.audience === 'official' ? context.words(despite.reason) : null;
  const all = [why, own, ...delivered].filter((text) => text !== null);
  return all.length > 0 ? all.join('\n\n') : null;
}

/** Letters that reached the applicant: what happened to any other tells them nothing. */
const theirLetters = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap((entry) =>
      entry.kind === 'letter-issued' && !isInternalLetter(entry.data.template) ? entry.data.letter : [],
    ),
  );

const isShown = (entry: Entry, audience: Audience, letters: ReadonlySet<string>): boolean => {
  if (audience === 'official') return true;
  if (entry.kind === 'letter-issued' || entry.kind === 'letter-voided') return letters.has(entry.data.letter);
  const applied = calendarApplied(entry);
  if (applied) return hasMoved(applied);
  return (
    !internal.includes(entry.kind) && !(entry.kind === 'commented' && entry.data.audience === 'internal')
  );
};

type Inside = Pick<
  TimelineItem,
  'official' | 'fields' | 'addressees' | 'instructions' | 'ticked' | 'warnings'
>;

/** What applicants are not shown. */
const notShown: Inside = {
  official: null,
  fields: null,
  addressees: [],
  instructions: [],
  ticked: [],
  warnings: [],
};

/** The timeline for one kind of reader, oldest first. */
export function tell(entries: readonly Entry[], context: TellContext): readonly TimelineItem[] {
  const [letters, products] = [theirLetters(entries), productsTold(entries)];
  return entries
    .filter((entry) => isShown(entry, context.audience, letters))
    .map((entry) => itemOf(entry, context, products));
}

function itemOf(entry: Entry, context: TellContext, products: ProductsTold): TimelineItem {
  const { actor } = entry;
  const acting = actor.kind === 'official' && actor.as !== 'definitive' ? actor.as : null;
  return {
    position: entry.position,
    at: entry.at,
    kind: entry.kind,
    title: withProducts(titleOf(entry, context.service), products.kindsOf(entry).map(context.productTitle)),
    who: whoOf(entry, context),
    acting,
    text: textOf(entry, context),
    explained:
      explanationOf(entry, context) ??
      (context.audience === 'applicant' ? products.progressOf(entry) : despiteTold(entry, context.service)),
    files: filesOf(entry),
    secrets: evidenceOf(entry).flatMap((item) => (item.type === 'secret' ? item.secret : [])),
    missing: entry.kind === 'returned' ? entry.data.missing : [],
    ...stepOf(entry, products),
    ...(context.audience === 'official' ? insideOf(entry) : notShown),
  };
}

function stepOf(entry: Entry, products: ProductsTold): Pick<TimelineItem, 'step' | 'action'> {
  if (entry.kind === 'step-made') return { step: entry.data.step, action: entry.data.action };
  return { step: entry.kind === 'refused' ? entry.data.step : products.stepOf(entry), action: null };
}

/** What only officials read: who it was by name, what was recorded and ticked, to whom it was handed on and how. */
function insideOf(entry: Entry): Inside {
  const official = entry.actor.kind === 'official' ? entry.actor.official : null;
  const fields = 'fields' in entry.data ? (entry.data.fields ?? null) : null;
  const warnings = 'warnings' in entry.data ? (entry.data.warnings ?? []) : [];
  if (entry.kind !== 'step-made') return { ...notShown, official, fields, warnings };
  const { addressees, instructions, checklist } = entry.data;
  return {
    official,
    fields,
    warnings,
    addressees: addressees ?? [],
    instructions: instructions ?? [],
    ticked: Object.entries(checklist ?? {}).flatMap(([id, is]) => (is ? id : [])),
  };
}
