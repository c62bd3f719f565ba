/** What a step demands of whoever makes it, kind by kind. Pure. */
import { ok } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { Service, Step, Text } from '../../standard/model.ts';
import type { Actor } from './actor.ts';
import type { StepCommand } from './commands.ts';
import { refuse } from './faults.ts';
import type { RequestState } from './state.ts';

interface StepContext {
  readonly service: Service;
  readonly actor: Actor;
  readonly agencyContacts: readonly string[];
}

/** Ids of the lines a verifier ticks: the requirements of the standard, then the step's own. */
export function checklistIds(service: Service, step: Step): readonly string[] {
  if (step.kind !== 'check') return [];
  return [...service.requirements.map((r) => r.id), ...step.checklist.map((item) => item.id)];
}

/** Everything that an applicant may be asked for at a step, and may answer with a file. */
export const answerableLines = (service: Service, step: Step): readonly string[] => [
  ...new Set([...service.requirements.map((r) => r.id), ...checklistIds(service, step), 'other']),
];

/** What an applicant reads of something missing: a requirement or a line of a checklist; null for anything else. */
export function findLineText(service: Service, id: string): Text | null {
  const lines = service.steps.flatMap((step) => (step.kind === 'check' ? step.checklist : []));
  const requirement = service.requirements.find((one) => one.id === id);
  return requirement?.label ?? lines.find((line) => line.id === id)?.text ?? null;
}

/** What may be demanded back: the lines of the checklist; anything else only as words in the message. */
export function missingItems(
  service: Service,
  step: Step,
  missing: readonly string[],
): Result<readonly string[]> {
  if (missing.length === 0) return refuse('missing-empty');
  const known = answerableLines(service, step);
  const unknown = missing.filter((item) => !known.includes(item));
  return unknown.length > 0 ? refuse('unknown-missing', unknown.join(', ')) : ok([...new Set(missing)]);
}

/** Competences of the step that the actor lacks; a fault where the standard demands them. */
export function competence(step: Step, actor: Actor): Result<readonly string[]> {
  if (!step.competence || actor.kind !== 'official') return ok([]);
  const lacking = step.competence.codes.filter((code) => !actor.competences.includes(code));
  if (lacking.length === 0) return ok([]);
  return step.competence.hard ? refuse('competence-missing', lacking.join(', ')) : ok(lacking);
}

/** What must be ticked before a file is complete: the requirements that apply to this request, and the step's own lines. */
export function mandatoryLines(step: Step, state: RequestState): readonly string[] {
  return step.kind === 'check' ? [...state.demanded, ...step.checklist.map((item) => item.id)] : [];
}

function checklist(
  service: Service,
  step: Step,
  state: RequestState,
  ticked: StepCommand['checklist'] = {},
): Result<true> {
  const known = checklistIds(service, step);
  const unknown = Object.keys(ticked).filter((id) => !known.includes(id));
  if (unknown.length > 0) return refuse('unknown-checklist-item', unknown.join(', '));
  const open = mandatoryLines(step, state).filter((id) => ticked[id] !== true);
  return open.length > 0 ? refuse('checklist-incomplete', open.join(', ')) : ok(true);
}

function addressees(
  step: Step,
  given: readonly string[] = [],
  contacts: readonly string[] = [],
): Result<true> {
  if (step.kind !== 'dispose') return ok(true);
  if (given.length === 0) return refuse('addressee-missing');
  const allowed = step.addressees === 'agencies' ? contacts : step.addressees;
  const unknown = given.filter((position) => !allowed.includes(position));
  if (unknown.length > 0) return refuse('addressee-unknown', unknown.join(', '));
  return given.length > 1 && !step.several ? refuse('addressee-one') : ok(true);
}

/** Never "delivered" without evidence, and only with the kinds of evidence the standard's file names. */
function evidence(step: Step, { evidence: given = [], recorded = [] }: StepCommand): Result<true> {
  if (step.kind !== 'fulfil') return ok(true);
  if (given.length === 0 && recorded.length === 0)
    return refuse('evidence-missing', step.evidence.join(', '));
  const wrong = given.find((item) => item.type === 'product' || !step.evidence.includes(item.type));
  return wrong ? refuse('evidence-kind', wrong.type) : ok(true);
}

/** The class sets what is promised, and the applicant is told why it was chosen. */
function classification(step: Step, command: StepCommand): Result<true> {
  if (step.kind !== 'classify') return ok(true);
  if (!step.classes.some(({ id }) => id === command.class)) return refuse('class-unknown');
  return command.reason === undefined ? refuse('class-reason-missing') : ok(true);
}

/** All that a step demands; the value lists competences that are lacking but only warned about. */
export function stepFault(
  step: Step,
  command: StepCommand,
  state: RequestState,
  context: StepContext,
): Result<readonly string[]> {
  const competent = competence(step, context.actor);
  const found = [
    competent,
    command.action === 'complete' ? checklist(context.service, step, state, command.checklist) : ok(true),
    classification(step, command),
    addressees(step, command.addressees, context.agencyContacts),
    evidence(step, command),
  ].find((result) => !result.ok);
  return found && !found.ok ? found : competent;
}
