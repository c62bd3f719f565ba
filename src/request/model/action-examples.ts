/** An accepted input for every action, in the standard's own terms. Pure. */
import { applies, classifyStep, recordParts } from '../../standard/model.ts';
import type { Agency, Answer, Answers, Question, QuestionType, Service, Step } from '../../standard/model.ts';
import { shapeOf } from './action-input.ts';
import type { ActionInput, EvidenceInput } from './action-input.ts';
import type { DeliveryState, RequestState } from './state.ts';
import { mandatoryLines } from './step-rules.ts';

export interface ExampleContext {
  readonly service: Service;
  readonly step: Step | null;
  readonly state: RequestState;
  /** Today on the office's wall clock, YYYY-MM-DD. */
  readonly today: string;
  readonly agencies: readonly Agency[];
  /** What the act may be about, as it is offered: deliveries of the step, or those that were ordered. */
  readonly deliveries?: readonly string[];
  /** Deliveries of which nobody knows whether they were made or given back. */
  readonly doubtful?: readonly string[];
  /** Classes that may be chosen in place of the present one. */
  readonly classes?: readonly string[];
}

/** Positions a dispose step may hand on to. */
export function addresseesOf(step: Step | null, agencies: readonly Agency[]): readonly string[] {
  if (step?.kind !== 'dispose') return [];
  return step.addressees === 'agencies'
    ? agencies.flatMap((agency) => agency.contact ?? [])
    : step.addressees;
}

/** What an official would typically send with each shape of action. */
const examples: {
  readonly [K in keyof ActionInput]: (context: ExampleContext) => Omit<ActionInput[K], 'fields'>;
} = {
  forward: () => ({}),
  complete: ({ step, state }) => ({ checklist: step ? ticked(step, state) : {} }),
  classify: ({ step }) => ({
    class: step?.kind === 'classify' ? (step.classes[0]?.id ?? '') : '',
    reason: 'Keluhan dapat diselesaikan tanpa pemeriksaan.',
  }),
  reclassify: ({ service, state, classes = otherClasses(service, state) }) => ({
    class: classes[0] ?? '',
    reason: 'Keterangan tambahan menunjukkan kelas yang lain.',
  }),
  dispose: ({ step, agencies }) => ({ addressees: addresseesOf(step, agencies).slice(0, 1) }),
  fulfil: ({ step }) => ({ evidence: [evidenceExample(step)] }),
  deliver: ({ step, deliveries }) => ({
    deliveries: [...(deliveries ?? (step?.kind === 'fulfil' ? step.deliveries.map(({ id }) => id) : []))],
  }),
  'settle-delivery': (context) => ({
    delivery: deliveryIn(context, 'stopped'),
    evidence: [evidenceExample(context.step)],
  }),
  'resume-delivery': (context) => ({ delivery: deliveryIn(context, 'stopped'), absent: false }),
  // Where nobody knows, it is taken back only by whoever has looked.
  'cancel-delivery': (context) => {
    const delivery = deliveryIn(context, 'stopped');
    return { delivery, absent: isDoubtful(context, delivery) };
  },
  'withdraw-product': (context) => ({
    deliveries: [deliveryIn(context, 'delivered')],
    reason: 'Akun tidak dipakai lagi.',
  }),
  'resume-withdrawal': (context) => ({ delivery: deliveryIn(context, 'withdrawing') }),
  'settle-withdrawal': (context) => ({
    delivery: deliveryIn(context, 'withdrawing'),
    evidence: [{ type: 'text', text: 'Sudah dicabut dengan tangan di server.' }],
  }),
  'cancel-withdrawal': (context) => {
    const delivery = deliveryIn(context, 'withdrawing');
    return { delivery, looked: isDoubtful(context, delivery) };
  },
  'renew-secret': (context) => ({
    delivery: deliveryIn(context, 'delivered'),
    reason: 'Pemilik menelepon: halaman kata sandi terputus sebelum terbaca.',
  }),
  return: ({ service }) => ({
    missing: [service.requirements[0]?.id ?? 'other'],
    message: 'Surat belum ditandatangani dan belum dibubuhi cap.',
  }),
  refuse: ({ step }) => ({ ground: step?.grounds[0]?.id ?? '', reason: 'Tidak memenuhi ketentuan layanan.' }),
  comment: () => ({ audience: 'internal', text: 'Sudah dikoordinasikan.' }),
  contact: () => ({ channel: 'phone', outcome: 'no-answer' }),
  'take-over': () => ({}),
  extend: () => ({ ground: 'Informasi yang diminta masih dikumpulkan dari beberapa unit.' }),
  cancel: () => ({ reason: 'Permohonan ganda.' }),
  'allow-return': () => ({}),
  'deny-return': () => ({}),
  'finish-duty': ({ state }) => ({
    duty: state.openDuties[0] ?? '',
    // Once the data are erased no words are kept.
    ...(!state.erased && { note: 'Permintaan maaf sudah disampaikan.' }),
  }),
};

const recording: readonly (keyof ActionInput)[] = [
  'forward',
  'complete',
  'classify',
  'dispose',
  'fulfil',
  'deliver',
  'settle-delivery',
];

const deliveryIn = ({ state, deliveries }: ExampleContext, status: DeliveryState['status']): string =>
  deliveries?.[0] ?? (state.deliveries ?? []).find((one) => one.status === status)?.delivery ?? '';

const isDoubtful = ({ doubtful = [] }: ExampleContext, delivery: string): boolean =>
  doubtful.includes(delivery);

const otherClasses = (service: Service, state: RequestState): readonly string[] =>
  (classifyStep(service.steps)?.classes ?? []).map(({ id }) => id).filter((id) => id !== state.class);

/** An input that the action accepts at this step, for tests, the API description and people who learn it. */
export function exampleInput(action: string, context: ExampleContext): object {
  const shape = shapeOf(action);
  if (!shape) return {};
  const fields = context.step && recording.includes(shape) ? fieldExamples(context.step, context) : {};
  return { ...examples[shape](context), ...(Object.keys(fields).length > 0 ? { fields } : {}) };
}

const ticked = (step: Step, state: RequestState): Record<string, boolean> =>
  Object.fromEntries(mandatoryLines(step, state).map((id) => [id, true]));

function evidenceExample(step: Step | null): EvidenceInput {
  const kinds: readonly string[] = step?.kind === 'fulfil' ? step.evidence : ['text'];
  if (kinds.includes('text'))
    return { type: 'text', text: 'Sudah dikerjakan dan diserahkan kepada pemohon.' };
  if (kinds.includes('secret')) return { type: 'secret', secret: 'sandi-pertama-sekali-pakai' };
  return { type: 'file', fileName: 'bukti.pdf', content: tinyPdf };
}

/** The smallest PDF there is to show: one empty page. */
const tinyPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
).toString('base64');

/** An accepted value for each required field that a step records; one behind a condition only where it is asked. */
function fieldExamples(step: Step, context: ExampleContext): Answers {
  const found: Record<string, Answer> = {};
  for (const field of step.fields) {
    if (field.required && applies(field.when, found)) {
      found[field.id] = fieldExample(field, context);
    }
  }
  return found;
}

type Field<T extends QuestionType> = Extract<Question, { type: T }>;
const sentence = (): Answer => 'Sesuai hasil pemeriksaan.';

/** A value of each type of field. */
const values: { readonly [T in QuestionType]: (field: Field<T>, context: ExampleContext) => Answer } = {
  number: ({ min, max }) => (min > 0 ? min : Math.min(1, max)),
  choice: ({ options }) => options[0]?.value ?? '',
  date: (_, { today }) => today,
  'time-range': (_, { today }) => ({ date: today, from: '09:00', to: '10:00' }),
  email: () => 'pemohon@example.go.id',
  phone: () => '0272321046',
  nik: () => '3310010101900001',
  agency: (_, { agencies }) => agencies[0]?.id ?? '',
  text: sentence,
  'long-text': sentence,
};

/** What the record of a product made by hand takes, where the field is a part of it. */
function recordExample({ id }: Question, { step, today }: ExampleContext): Answer | null {
  for (const { kind, record = {} } of step?.kind === 'fulfil' ? step.deliveries : []) {
    const part = Object.entries(record).find(([, source]) => source === `fields.${id}`)?.[0];
    const example = part === undefined ? undefined : recordParts[kind]?.[part]?.example;
    if (example) return example(Temporal.PlainDate.from(today));
  }
  return null;
}

function fieldExample(field: Question, context: ExampleContext): Answer {
  const recorded = recordExample(field, context);
  if (recorded !== null) return recorded;
  // The table is checked type by type; an index cannot carry that correlation.
  const example = values[field.type] as (field: Question, context: ExampleContext) => Answer;
  return example(field, context);
}
