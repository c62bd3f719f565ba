/** How actions stand in the forms of a request's page: one form a kind of action, its fields under the form's name. Pure. */
import type { FieldFault } from '../ground/index.ts';
import { Fault } from '../ground/index.ts';
import { shapeOf } from '../request/index.ts';

const forwardShapes = ['forward', 'complete', 'classify', 'dispose', 'fulfil', 'deliver'];

/** Every forward action of a step shares one form, since they record the same; the others have one each. */
export const formOf = (action: string): string =>
  forwardShapes.includes(shapeOf(action) ?? '') ? 'step' : action;

/** The field of a form that a refusal of the rules is about, where it is about one. */
const fieldOfCode: Readonly<Record<string, string>> = {
  'checklist-incomplete': 'checklist',
  'unknown-checklist-item': 'checklist',
  'missing-empty': 'missing',
  'unknown-missing': 'missing',
  'addressee-missing': 'addressees',
  'addressee-unknown': 'addressees',
  'addressee-one': 'addressees',
  'evidence-missing': 'evidence.text',
  'evidence-kind': 'evidence.text',
  'ground-unknown': 'ground',
  'class-unknown': 'class',
  'class-reason-missing': 'reason',
  'class-too-late': 'class',
  'not-connected': 'deliveries',
  'order-unknown': 'deliveries',
  'order-twice': 'deliveries',
  'withdrawal-apart': 'deliveries',
  'delivery-in-doubt': 'absent',
  'withdrawal-in-doubt': 'looked',
  unchanged: 'class',
  'no-extension': 'ground',
  'extension-too-late': 'ground',
  'clock-stands': 'ground',
  'file-kind-refused': 'evidence.file',
  'file-too-large': 'evidence.file',
  'file-empty': 'evidence.file',
  'file-infected': 'evidence.file',
};

/** What is wrong with a product as a whole, or with an answer that no official can change, stands at the choice of products. */
const onForm = (path: string): string => (/^(answers|deliveries)\./.test(path) ? 'deliveries' : path);

/** The faults of a refused action by the names of its form's fields; at least one, so that the page says what happened. */
export function formFaults(fault: Fault, action: string): readonly FieldFault[] {
  const form = formOf(action);
  if (fault.fields.length > 0)
    return fault.fields.map(({ path, words }) => ({ path: `${form}.${onForm(path)}`, words }));
  return [{ path: `${form}.${fieldOfCode[fault.code] ?? 'note'}`, words: fault.words }];
}
