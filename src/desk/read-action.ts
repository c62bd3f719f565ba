/** What an official posted as the input of an action, with what a person can see to be missing. Pure. */
import type { FieldFault, Words } from '../ground/index.ts';
import { mandatoryLines, recordOf, shapeOf } from '../request/index.ts';
import type { ActionInput, DeskView } from '../request/index.ts';
import type { Step } from '../standard/index.ts';
import type { PostedForm } from '../ui/index.ts';
import { rawAnswers } from '../web/index.ts';
import { formOf } from './action-names.ts';
import { NOT_MADE, unchosen } from './deliveries/unchosen.ts';
import { deliveryWords } from './deliveries/words.ts';
import { currentStep, lineLabel } from './request-words.ts';
import { pageWords } from './words.ts';

/** A file that came with the form, in memory: at most 10 MB. */
export interface PostedFile {
  readonly fileName: string;
  readonly content: Buffer;
}

export interface ReadAction {
  /** Goes to the rules as it is; they judge it again. */
  readonly input: object;
  readonly faults: readonly FieldFault[];
}

interface Reading {
  readonly view: DeskView;
  readonly step: Step | null;
  readonly form: string;
  readonly posted: PostedForm;
  readonly files: readonly PostedFile[];
}

const text = ({ posted, form }: Reading, name: string): string => {
  const value = posted[`${form}.${name}`];
  return typeof value === 'string' ? value.trim() : '';
};

/** All values of a name that may come several times. */
export function valuesOf(posted: PostedForm, name: string): readonly string[] {
  const value = posted[name];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

const values = ({ posted, form }: Reading, name: string): readonly string[] =>
  valuesOf(posted, `${form}.${name}`);

type ActWords = (typeof pageWords)['id']['act'];

const both = (say: (words: ActWords) => string): Words => ({
  id: say(pageWords.id.act),
  en: say(pageWords.en.act),
});

const fault = ({ form }: Reading, name: string, words: Words): FieldFault => ({
  path: `${form}.${name}`,
  words,
});

const needed = (reading: Reading, name: string, label: (words: ActWords) => string): readonly FieldFault[] =>
  text(reading, name) === ''
    ? [
        fault(
          reading,
          name,
          both((words) => words.need(label(words))),
        ),
      ]
    : [];

const noteOf = (reading: Reading): { note?: string } => {
  const note = text(reading, 'note');
  return note === '' ? {} : { note };
};

/** What the step records. A refusal carries it only when something was filled in. */
function fieldsOf(reading: Reading, optional = false): { fields?: Record<string, unknown> } {
  const { step, posted, form } = reading;
  if (!step || step.fields.length === 0) return {};
  const fields = rawAnswers(step.fields, posted, `${form}.fields.`);
  const filled = Object.values(fields).some((value) =>
    typeof value === 'object' && value !== null
      ? Object.values(value).some((part) => part !== '')
      : value !== '',
  );
  return optional && !filled ? {} : { fields };
}

/** What goes with every way on from a step. */
const onwardOf = (reading: Reading): object => ({
  ...noteOf(reading),
  ...fieldsOf(reading),
  ...despiteOf(reading),
});

function despiteOf(reading: Reading): { despite?: string } {
  const despite = text(reading, 'despite');
  return despite === '' ? {} : { despite };
}

type Reader = (reading: Reading) => ReadAction;

function readComplete(reading: Reading): ReadAction {
  const { view, step } = reading;
  const ticked = new Set(values(reading, 'checklist'));
  const open = step ? mandatoryLines(step, view.state).filter((id) => !ticked.has(id)) : [];
  const line = (id: string): Words => ({
    id: pageWords.id.act.tick(lineLabel(view.service.value, id, 'id')),
    en: pageWords.en.act.tick(lineLabel(view.service.value, id, 'en')),
  });
  return {
    input: {
      checklist: Object.fromEntries([...ticked].map((id) => [id, true])),
      ...onwardOf(reading),
    },
    faults: open.map((id) => fault(reading, 'checklist', line(id))),
  };
}

function readDispose(reading: Reading): ReadAction {
  const addressees = values(reading, 'addressees');
  const instructions = values(reading, 'instructions').map(Number);
  return {
    input: { addressees, instructions, ...onwardOf(reading) },
    faults:
      addressees.length > 0
        ? []
        : [
            fault(
              reading,
              'addressees',
              both((words) => words.choose(words.addressees)),
            ),
          ],
  };
}

/** Evidence that was given, and a fault at the first kind that counts when there is none. */
function readEvidence(reading: Reading, kinds: readonly string[]): ReadAction {
  const [written, secret] = [text(reading, 'evidence.text'), text(reading, 'evidence.secret')];
  const evidence = [
    ...(written === '' ? [] : [{ type: 'text', text: written }]),
    ...(secret === '' ? [] : [{ type: 'secret', secret }]),
    ...reading.files.map(({ fileName, content }) => ({
      type: 'file',
      fileName,
      content: content.toString('base64'),
    })),
  ];
  const first = kinds[0] ?? 'text';
  const none = fault(
    reading,
    `evidence.${first}`,
    both((words) => words.needOne),
  );
  return { input: { evidence }, faults: evidence.length > 0 ? [] : [none] };
}

function readFulfil(reading: Reading): ReadAction {
  const { input, faults } = readEvidence(
    reading,
    reading.step?.kind === 'fulfil' ? reading.step.evidence : [],
  );
  // Where the fields are the record of what was made, words and files are beside it.
  const recorded = reading.step?.kind === 'fulfil' && reading.step.deliveries.some(({ record }) => record);
  return { input: { ...input, ...onwardOf(reading) }, faults: recorded ? [] : faults };
}

function readDeliver(reading: Reading): ReadAction {
  const deliveries = values(reading, 'deliveries');
  const rest = unchosen(reading.view, deliveries);
  // Said on the page of the plan, where the rest is named; unsaid it is left for later.
  const without = text(reading, 'rest') === NOT_MADE ? { without: rest.map(({ id }) => id) } : {};
  return {
    input: { deliveries, ...without, ...noteOf(reading), ...fieldsOf(reading) },
    faults: chosen(reading, 'deliveries', deliveries[0] ?? '', (words) => words.deliveries),
  };
}

/** What is said of one delivery that was ordered. */
const withDelivery = (reading: Reading, { input, faults }: ReadAction): ReadAction => ({
  input: { ...input, delivery: text(reading, 'delivery') },
  faults,
});

/** The step with the fields that are the record of a delivery made by hand; null where the standard keeps none. */
function recordStep({ step, view }: Reading, delivery: string): Step | null {
  const name = (view.state.deliveries ?? []).find((one) => one.delivery === delivery)?.name;
  if (step?.kind !== 'fulfil' || name === undefined) return null;
  const record = recordOf(step, [name]);
  return record.fields.length > 0 ? record : null;
}

/** While it is in doubt whether the program made it, whoever did it by hand says that they looked. */
function readByHand(reading: Reading): ReadAction {
  const delivery = text(reading, 'delivery');
  const record = recordStep(reading, delivery);
  const evidence = withDelivery(reading, readEvidence(reading, ['text']));
  const input = { ...evidence.input, ...fieldsOf({ ...reading, step: record }) };
  const faults = record ? [] : evidence.faults;
  const doubt = reading.view.progress.some((one) => one.doubt && one.delivery === delivery);
  if (!doubt || text(reading, 'looked') === 'yes') return { input, faults };
  const words = {
    id: pageWords.id.act.tick(deliveryWords.id.looked),
    en: pageWords.en.act.tick(deliveryWords.en.looked),
  };
  return { input, faults: [...faults, fault(reading, 'looked', words)] };
}

const saidAbsent = (reading: Reading): boolean => text(reading, 'absent') === 'yes';

function readReturn(reading: Reading): ReadAction {
  const missing = values(reading, 'missing');
  return {
    input: { missing, message: text(reading, 'message') },
    faults: [
      ...(missing.length > 0
        ? []
        : [
            fault(
              reading,
              'missing',
              both((words) => words.choose(words.missing)),
            ),
          ]),
      ...needed(reading, 'message', (words) => words.message),
    ],
  };
}

function readRefuse(reading: Reading): ReadAction {
  const ground = text(reading, 'ground');
  return {
    input: { ground, reason: text(reading, 'reason'), ...fieldsOf(reading, true) },
    faults: [
      ...(ground === ''
        ? [
            fault(
              reading,
              'ground',
              both((words) => words.choose(words.ground)),
            ),
          ]
        : []),
      ...needed(reading, 'reason', (words) => words.reason),
    ],
  };
}

function readContact(reading: Reading): ReadAction {
  const [channel, outcome, said] = [
    text(reading, 'channel'),
    text(reading, 'outcome'),
    text(reading, 'text'),
  ];
  return {
    input: { channel, outcome, ...(said === '' ? {} : { text: said }) },
    faults: [
      ...chosen(reading, 'channel', channel, (words) => words.contactBy),
      ...chosen(reading, 'outcome', outcome, (words) => words.contactOutcome),
    ],
  };
}

/** One of several has to be chosen, and none was. */
const chosen = (
  reading: Reading,
  name: string,
  value: string,
  label: (words: ActWords) => string,
): readonly FieldFault[] =>
  value === ''
    ? [
        fault(
          reading,
          name,
          both((words) => words.choose(label(words))),
        ),
      ]
    : [];

/** A class and why: at the step that chooses it, and whenever it is chosen again. */
function readClass(reading: Reading): ReadAction {
  const id = text(reading, 'class');
  return {
    input: {
      class: id,
      reason: text(reading, 'reason'),
      ...fieldsOf(reading, reading.form !== 'step'),
      ...despiteOf(reading),
    },
    faults: [
      ...chosen(reading, 'class', id, (words) => words.class),
      ...needed(reading, 'reason', (words) => words.classReason),
    ],
  };
}

const readers: Readonly<Record<keyof ActionInput, Reader>> = {
  complete: readComplete,
  classify: readClass,
  reclassify: (reading) => readClass({ ...reading, step: null }),
  dispose: readDispose,
  fulfil: readFulfil,
  forward: (reading) => ({ input: onwardOf(reading), faults: [] }),
  return: readReturn,
  refuse: readRefuse,
  comment: (reading) => ({
    input: { audience: text(reading, 'audience') || 'internal', text: text(reading, 'text') },
    faults: needed(reading, 'text', (words) => words.text),
  }),
  contact: readContact,
  'take-over': () => ({ input: {}, faults: [] }),
  extend: (reading) => ({
    input: { ground: text(reading, 'ground') },
    faults: needed(reading, 'ground', (words) => words.extendGround),
  }),
  cancel: (reading) => ({
    input: { reason: text(reading, 'reason') },
    faults: needed(reading, 'reason', (words) => words.cancelReason),
  }),
  'allow-return': () => ({ input: {}, faults: [] }),
  'deny-return': (reading) => ({ input: noteOf(reading), faults: [] }),
  'finish-duty': (reading) => ({ input: { duty: text(reading, 'duty'), ...noteOf(reading) }, faults: [] }),
  deliver: readDeliver,
  'settle-delivery': readByHand,
  'resume-delivery': (reading) =>
    withDelivery(reading, { input: { absent: saidAbsent(reading) }, faults: [] }),
  'cancel-delivery': (reading) =>
    withDelivery(reading, { input: { absent: saidAbsent(reading) }, faults: [] }),
  'renew-secret': (reading) => {
    const reason = text(reading, 'reason');
    const opened = reading.view.openedSecrets.includes(text(reading, 'delivery'));
    const faults = opened ? needed(reading, 'reason', (words) => words.secretReason) : [];
    return withDelivery(reading, { input: reason === '' ? {} : { reason }, faults });
  },
  'withdraw-product': (reading) => {
    const deliveries = values(reading, 'deliveries');
    return {
      input: { deliveries, reason: text(reading, 'reason') },
      faults: [
        ...chosen(reading, 'deliveries', deliveries[0] ?? '', (words) => words.withdrawn),
        ...needed(reading, 'reason', (words) => words.withdrawReason),
      ],
    };
  },
  'resume-withdrawal': (reading) => withDelivery(reading, { input: {}, faults: [] }),
  'settle-withdrawal': (reading) => withDelivery(reading, readEvidence(reading, ['text'])),
  'cancel-withdrawal': (reading) =>
    withDelivery(reading, { input: { looked: text(reading, 'looked') === 'yes' }, faults: [] }),
};

/** Reads a posted action; an action nobody knows goes on as it is, for the rules to refuse. */
export function readAction(
  view: DeskView,
  action: string,
  posted: PostedForm,
  files: readonly PostedFile[],
): ReadAction {
  const shape = shapeOf(action);
  if (shape === null) return { input: {}, faults: [] };
  return readers[shape]({ view, step: currentStep(view), form: formOf(action), posted, files });
}
