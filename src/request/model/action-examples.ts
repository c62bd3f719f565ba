/** An accepted input for every action, in the standard's own terms. Pure. */
import { applies } from '../../standard/index.ts';
import type { Agency, Answer, Answers, Service, Step } from '../../standard/index.ts';
import { shapeOf } from './action-input.ts';
import type { RequestState } from './state.ts';
import { mandatoryLines } from './step-rules.ts';

export interface ExampleContext {
  readonly service: Service;
  readonly step: Step | null;
  readonly state: RequestState;
  /** Today on the office's wall clock, YYYY-MM-DD. */
  readonly today: string;
  readonly agencies: readonly Agency[];
}

/** Positions a dispose step may hand on to. */
export function addresseesOf(step: Step | null, agencies: readonly Agency[]): readonly string[] {
  if (step?.kind !== 'dispose') return [];
  return step.addressees === 'agencies'
    ? agencies.flatMap((agency) => agency.contact ?? [])
    : step.addressees;
}

/** An input that the action accepts at this step, for tests, the API description and people who learn it. */
export function exampleInput(
  action: string,
  { service, step, state, today, agencies }: ExampleContext,
): object {
  const fields = step ? fieldExamples(step, today, agencies) : {};
  const recorded = Object.keys(fields).length > 0 ? { fields } : {};
  switch (shapeOf(action)) {
    case 'complete':
      return { checklist: step ? ticked(step, state) : {}, ...recorded };
    case 'dispose':
      return { addressees: addresseesOf(step, agencies).slice(0, 1), ...recorded };
    case 'fulfil':
      return { evidence: [evidenceExample(step)], ...recorded };
    case 'forward':
      return recorded;
    case 'return':
      return {
        missing: [service.requirements[0]?.id ?? 'other'],
        message: 'Surat belum ditandatangani dan belum dibubuhi cap.',
      };
    case 'refuse':
      return { ground: step?.grounds[0]?.id ?? '', reason: 'Tidak memenuhi ketentuan layanan.' };
    case 'comment':
      return { audience: 'internal', text: 'Sudah dikoordinasikan.' };
    case 'extend':
      return { ground: 'Informasi yang diminta masih dikumpulkan dari beberapa unit.' };
    case 'cancel':
      return { reason: 'Permohonan ganda.' };
    case 'finish-duty':
      return { duty: state.openDuties[0] ?? '', note: 'Permintaan maaf sudah disampaikan.' };
    case 'take-over':
    case 'allow-return':
    case 'deny-return':
    case null:
      return {};
  }
}

const ticked = (step: Step, state: RequestState): Record<string, boolean> =>
  Object.fromEntries(mandatoryLines(step, state).map((id) => [id, true]));

function evidenceExample(step: Step | null): object {
  const kinds = step?.kind === 'fulfil' ? step.evidence : ['text'];
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
function fieldExamples(step: Step, today: string, agencies: readonly Agency[]): Answers {
  const values: Record<string, Answer> = {};
  for (const field of step.fields) {
    if (field.required && applies(field.when, values)) {
      values[field.id] = fieldExample(field, today, agencies);
    }
  }
  return values;
}

function fieldExample(field: Step['fields'][number], today: string, agencies: readonly Agency[]): Answer {
  switch (field.type) {
    case 'number':
      return field.min > 0 ? field.min : Math.min(1, field.max);
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'date':
      return today;
    case 'time-range':
      return { date: today, from: '09:00', to: '10:00' };
    case 'email':
      return 'pemohon@example.go.id';
    case 'phone':
      return '0272321046';
    case 'nik':
      return '3310010101900001';
    case 'agency':
      return agencies[0]?.id ?? '';
    case 'text':
    case 'long-text':
    case 'file':
      return 'Sesuai hasil pemeriksaan.';
  }
}
