/** What officials do, from what they send to the command the rules judge. */
import { en, id } from 'zod/locales';
import { Fault } from '../ground/index.ts';
import type { Standing } from '../people/index.ts';
import { classifyStep } from '../standard/index.ts';
import type { Step } from '../standard/index.ts';
import { actInside, requestNotFound } from './act.ts';
import type { Acted, ActInput, BuiltCommand } from './act.ts';
import type { BuildContext } from './building.ts';
import { actOnce } from './act-once.ts';
import type { RequestDeps } from './deps.ts';
import type { CauseWords } from './effects.ts';
import type { Attempt } from './idempotency.ts';
import { keepDespite } from './despite.ts';
import { keepEvidence } from './evidence.ts';
import { lockRequest } from './journal.ts';
import type { LockedRequest } from './journal.ts';
import { standpointOf } from './model/access.ts';
import { actionSchema, shapeOf } from './model/action-input.ts';
import type { ActionInput } from './model/action-input.ts';
import type { Despite, Ref } from './model/entries.ts';
import { stepFor } from './model/procedure.ts';
import type { RequestState } from './model/state.ts';
import { deliveryBuilders, recordedByHand } from './official-deliveries.ts';
import { keepFields, readFields } from './step-fields.ts';
import type { Vault } from './vault.ts';

export interface OfficialAct {
  readonly government: string;
  readonly number: string;
  readonly actor: Standing;
  readonly action: string;
  readonly version: number;
  /** What the official sent, still unread. */
  readonly input: unknown;
  /** How raw numbers and dates are spelled: by a person in a form, or by a program. */
  readonly mode: 'form' | 'api';
  readonly idempotencyKey?: string;
}

const unknownAction = (action: string): Fault =>
  new Fault('invalid', 'unknown-action', {
    id: `Tindakan "${action.slice(0, 40)}" tidak dikenal.`,
    en: `Unknown action "${action.slice(0, 40)}".`,
  });

const messages = { id: id().localeError, en: en().localeError };

/** Parses an action's input; all faults at once, by field, in both languages. */
export function readActionInput(
  action: string,
  input: unknown,
): { shape: keyof ActionInput; value: ActionInput[keyof ActionInput] } {
  const shape = shapeOf(action);
  if (!shape) throw unknownAction(action);
  const schema = actionSchema(shape);
  const read = schema.safeParse(input ?? {}, { error: messages.en });
  if (read.success) return { shape, value: read.data };
  const indonesian = schema.safeParse(input ?? {}, { error: messages.id }).error?.issues ?? [];
  throw new Fault(
    'invalid',
    'action-input',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Something in the input needs correcting.' },
    read.error.issues.map((issue, at) => ({
      path: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(',') : ''),
      words: { id: indonesian[at]?.message ?? issue.message, en: issue.message },
    })),
  );
}

/**
 * Carries out one action of an official, once for each idempotency key. Faults: as `actOn`, and `action-input`,
 * `unknown-action`, `idempotency-mismatch`.
 */
export async function actAsOfficial(deps: RequestDeps, act: OfficialAct): Promise<Acted> {
  const { shape, value } = readActionInput(act.action, act.input);
  return deps.database.transaction({ government: act.government, viewer: act.actor.official }, async (tx) => {
    const locked = await lockRequest(tx, act.government, act.number);
    // Whoever may not see a request is told neither that it exists nor that it has changed.
    if (!locked || !maySee(deps, act, locked.state)) throw requestNotFound();
    const work = (): Promise<Acted> =>
      actInside(tx, deps, { ...act, ...afterErasure(shape, value) }, (given) =>
        buildCommand(deps, act, shape, value, given),
      );
    const attempt = attemptOf(deps, act, locked);
    return attempt ? actOnce(tx, deps, attempt, locked, work) : work();
  });
}

function attemptOf({ keys }: RequestDeps, act: OfficialAct, locked: LockedRequest): Attempt | null {
  if (act.idempotencyKey === undefined) return null;
  const sent = JSON.stringify([act.actor.official, act.action, act.version, act.input]);
  // It may hold a first password: a plain hash would let whoever reads the database guess it.
  const body = keys.mac('idempotency-body', sent);
  return { government: act.government, scope: `action/${locked.id}`, key: act.idempotencyKey, body };
}

function maySee(deps: RequestDeps, act: OfficialAct, state: RequestState): boolean {
  const { value: service } = deps.catalogue.service(act.government, state.service, state.serviceVersion);
  return standpointOf(act.actor, service, state) !== null;
}

/** A duty outlives the personal data: it is the office's. What is done says when and by whom, in no words. */
function afterErasure(
  shape: keyof ActionInput,
  value: ActionInput[keyof ActionInput],
): Pick<ActInput, 'afterErasure'> {
  if (shape !== 'finish-duty') return {};
  const { duty, note } = value as ActionInput['finish-duty'];
  return {
    afterErasure: () => {
      if (note !== undefined) throw noteAfterErasure();
      return { command: { type: 'finish-duty', duty } };
    },
  };
}

function noteAfterErasure(): Fault {
  const words = {
    id: 'Data permohonan ini sudah dihapus, jadi catatan tidak dapat disimpan. Kosongkan catatannya.',
    en: 'The data of this request was erased, so no note can be kept. Leave it empty.',
  };
  return new Fault('invalid', 'note-after-erasure', words, [{ path: 'note', words }]);
}

type Built = BuiltCommand | Promise<BuiltCommand>;

async function buildCommand(
  deps: RequestDeps,
  act: OfficialAct,
  shape: keyof ActionInput,
  value: ActionInput[keyof ActionInput],
  given: BuildContext,
): Promise<BuiltCommand> {
  // The schema of `shape` has accepted `value`; the builders' table carries that correlation.
  const build = builders[shape] as (value: ActionInput[keyof ActionInput], at: Building) => Built;
  return build(value, { deps, act, given });
}

interface Building {
  readonly deps: RequestDeps;
  readonly act: OfficialAct;
  readonly given: BuildContext;
}

const noteOf = (vault: Vault, note: string | undefined): { note?: Ref } =>
  note === undefined ? {} : { note: vault.put('note', note) };

const builders: { readonly [K in keyof ActionInput]: (value: ActionInput[K], at: Building) => Built } = {
  forward: (value, at) => forwardCommand(value, at, {}),
  complete: (value, at) => forwardCommand(value, at, { checklist: value.checklist ?? {} }),
  classify: (value, at) => {
    const reason = at.given.vault.put('class-reason', value.reason);
    const built = forwardCommand(value, at, { class: value.class, reason });
    return { ...built, words: classWords(at.given, value) };
  },
  reclassify: (value, { given }) => ({
    command: {
      type: 'reclassify',
      class: value.class,
      reason: given.vault.put('class-reason', value.reason),
    },
    words: classWords(given, value),
  }),
  dispose: (value, at) =>
    forwardCommand(value, at, {
      addressees: value.addressees,
      ...(value.instructions ? { instructions: value.instructions } : {}),
    }),
  fulfil: async (value, at) =>
    forwardCommand(value, at, {
      evidence: await keepEvidence(value.evidence, at),
      ...(await recordedByHand(value.fields, at)),
    }),
  return: (value, { given }) => ({
    command: {
      type: 'return',
      missing: value.missing,
      message: given.vault.put('return-message', value.message),
    },
    words: { text: value.message, missing: value.missing },
  }),
  refuse: (value, at) => {
    const step = currentStep(at.given);
    const ground = step?.grounds.find((candidate) => candidate.id === value.ground);
    const fields = step ? fieldsOfRefusal(value.fields, step, at) : {};
    return {
      command: {
        type: 'refuse',
        ground: value.ground,
        reason: at.given.vault.put('refusal-reason', value.reason),
        ...fields,
      },
      words: { text: value.reason, ...(ground ? { ground } : {}) },
    };
  },
  comment: (value, { given }) => ({
    command: { type: 'comment', audience: value.audience, text: given.vault.put('comment', value.text) },
    words: { text: value.text },
  }),
  contact: ({ channel, outcome, text }, { given }) => ({
    command: {
      type: 'contact',
      channel,
      outcome,
      ...(text === undefined ? {} : { text: given.vault.put('contact-log', text) }),
    },
  }),
  'take-over': () => ({ command: { type: 'take-over' } }),
  extend: (value, { given }) => ({
    command: { type: 'extend', ground: given.vault.put('extension-ground', value.ground) },
    words: { text: value.ground },
  }),
  cancel: (value, { given }) => ({
    command: { type: 'cancel', reason: given.vault.put('cancel-reason', value.reason) },
    words: { text: value.reason },
  }),
  'allow-return': async (_, { given }) => ({
    command: { type: 'allow-return' },
    words: await wordsOfProposed(given),
  }),
  'deny-return': (value, { given }) => ({
    command: { type: 'deny-return', ...noteOf(given.vault, value.note) },
  }),
  'finish-duty': (value, { given }) => ({
    command: { type: 'finish-duty', duty: value.duty, ...noteOf(given.vault, value.note) },
  }),
  ...deliveryBuilders,
};

/** What was proposed to be demanded, and in which words: the applicant reads it once it is allowed. */
async function wordsOfProposed({ tx, vault, state }: BuildContext): Promise<CauseWords> {
  const { proposedReturn } = state;
  if (!proposedReturn) return {};
  const text = await vault.read(tx, proposedReturn.message);
  return { missing: proposedReturn.missing, ...(text === null ? {} : { text }) };
}

/** What the applicant reads of a class: which it is, and why. */
function classWords(
  { service }: BuildContext,
  chosen: { readonly class: string; readonly reason: string },
): CauseWords {
  const label = classifyStep(service.steps)?.classes.find(({ id }) => id === chosen.class)?.label;
  return { text: chosen.reason, ...(label ? { label } : {}) };
}

const currentStep = ({ service, state }: BuildContext): Step | null =>
  state.step === null ? null : stepFor(service, state, state.step);

interface ForwardInput {
  readonly note?: string | undefined;
  readonly fields?: Record<string, unknown> | undefined;
  readonly despite?: string | undefined;
}

function forwardCommand(value: ForwardInput, at: Building, extra: object): BuiltCommand {
  return {
    command: {
      type: 'step',
      action: at.act.action,
      ...noteOf(at.given.vault, value.note),
      ...recordedGoingOn(value, at),
      ...extra,
    },
  };
}

/** What the step records, with the reason where that speaks against going on. */
function recordedGoingOn(
  { fields, despite: reason }: ForwardInput,
  { deps, act, given }: Building,
): { fields?: Ref; despite?: Despite } {
  const step = currentStep(given);
  if (!step) return {};
  const recorded = readFields(fields, step, { deps, given, mode: act.mode });
  return { ...keepFields(recorded, step, given), ...keepDespite(step, { recorded, reason }, given.vault) };
}

/** A refusal need not carry figures, but those it carries count. */
function fieldsOfRefusal(raw: unknown, step: Step, { deps, act, given }: Building): { fields?: Ref } {
  if (raw === undefined) return {};
  return keepFields(readFields(raw, step, { deps, given, mode: act.mode }), step, given);
}
