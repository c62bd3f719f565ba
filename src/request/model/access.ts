/** Who may see a request, and how much of it. Pure; deny by default. */
import { recordParts } from '../../standard/model.ts';
import type { Answers, Delivery, Question, Service } from '../../standard/model.ts';
import type { OfficialActor } from './actor.ts';
import { getStep, involvedPositions, positionsOf } from './procedure.ts';
import type { RequestState } from './state.ts';

/**
 * What an official is to a request:
 * - `part`: holds a position that makes one of its steps, or was named in a disposition;
 * - `superior`: stands above such a position;
 * - `overseer`: supervisor or evaluator named by the standard, auditor, or a post with a duty in it that has no other part
 *   (the legal division, UU 30/2014 art. 53); reads, and does nothing but that duty;
 * - null: sees nothing of it.
 */
export type Standpoint = 'part' | 'superior' | 'overseer' | null;

export function standpointOf(actor: OfficialActor, service: Service, state: RequestState): Standpoint {
  const involved = involvedPositions(service, state.addressees);
  const held = actor.held.map(({ position }) => position);
  if (held.some((position) => involved.includes(position))) return 'part';
  if (actor.below.some((position) => involved.includes(position))) return 'superior';
  const overseers = [...service.supervisors, ...service.evaluators, ...Object.values(state.dutyPosts)];
  if (actor.roles.includes('auditor') || held.some((position) => overseers.includes(position)))
    return 'overseer';
  return null;
}

/**
 * Positions that were only named in a disposition answer for another office: of a protected reporter they see the case,
 * never the person, and never the files that tell who it is (Perpres 76/2013), unless the reporter has consented.
 */
export function seesIdentityFiles(actor: OfficialActor, service: Service, state: RequestState): boolean {
  if (standpointOf(actor, service, state) !== 'part') return false;
  if (!service.identityProtected || state.identityShown) return true;
  const ownSteps = service.steps.flatMap((step) => step.positions ?? []);
  return actor.held.some(({ position }) => ownSteps.includes(position));
}

/** Whether letters of a request open to somebody: whoever only oversees it reads what was done, not who was written to. */
export const mayOpenLetters = (standpoint: Standpoint): boolean =>
  standpoint !== null && standpoint !== 'overseer';

/** Answers that lead to a person and say nothing about a service. */
const leadsToPerson: readonly Question['type'][] = ['nik', 'phone', 'email'];

/**
 * Answers as overseers read them: they judge how a request was handled, not who asked, so what leads to a person stays with
 * those who handle it (UU 27/2022 art. 16(2): no more than the purpose needs).
 */
export const answersForOverseer = (questions: readonly Question[], answers: Answers): Answers => {
  const hidden = new Set(questions.filter(({ type }) => leadsToPerson.includes(type)).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id)));
};

/** Fields of a step that say of a product made by hand whose it is. */
const ofOwner = ({ kind, record = {} }: Delivery): readonly string[] =>
  Object.entries(record).flatMap(([part, source]) =>
    recordParts[kind]?.[part]?.leadsToPerson ? source.replace(/^fields\./, '') : [],
  );

/** What steps recorded, as overseers read it: nothing either of what the record of a product says of its owner. */
export function recordForOverseer({ steps }: Service, recorded: Answers): Answers {
  const deliveries = steps.flatMap((step) => (step.kind === 'fulfil' ? step.deliveries : []));
  const hidden = new Set(deliveries.flatMap(ofOwner));
  const shown = answersForOverseer(
    steps.flatMap(({ fields }) => fields),
    recorded,
  );
  return Object.fromEntries(Object.entries(shown).filter(([id]) => !hidden.has(id)));
}

/** What overseers read of a product: which it is, and the facts that lead to nobody. */
export const productForOverseer = <P extends { readonly facts: readonly { readonly namesNobody?: true }[] }>(
  product: P,
): P => ({ ...product, facts: product.facts.filter(({ namesNobody }) => namesNobody === true), use: [] });

/** Which services of a government an official may list in full: those they oversee; everything for an auditor. */
export function overseenServices(
  actor: OfficialActor,
  services: readonly Service[],
): readonly string[] | 'all' {
  if (actor.roles.includes('auditor')) return 'all';
  const held = actor.held.map(({ position }) => position);
  return services
    .filter((service) =>
      [...service.supervisors, ...service.evaluators].some((position) => held.includes(position)),
    )
    .map((service) => service.id);
}

/** Whether the step a request waits at is one that this official may make today. */
export function mayMakeStep(actor: OfficialActor, service: Service, state: RequestState): boolean {
  if (state.status !== 'in-progress' || state.step === null) return false;
  const positions = positionsOf(getStep(service, state.step), state.addressees);
  return actor.held.some(({ position }) => positions.includes(position));
}
