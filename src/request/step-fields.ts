/** What a step records, read by its own questions. */
import { readAnswers } from '../standard/index.ts';
import type { Answers, Step } from '../standard/index.ts';
import { underFields } from './act.ts';
import type { BuildContext } from './building.ts';
import { todayIn } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import type { Ref } from './model/entries.ts';

interface Recording {
  readonly deps: RequestDeps;
  readonly given: BuildContext;
  /** How raw numbers and dates are spelled: by a person in a form, or by a program. */
  readonly mode: 'form' | 'api';
}

/** The checked fields of a step; none where it asks for none. Faults stand at `fields.…`. */
export function readFields(raw: unknown, step: Step, { deps, given, mode }: Recording): Answers {
  if (step.fields.length === 0) return {};
  const { government } = given.state;
  const read = readAnswers(step.fields, raw ?? {}, {
    today: todayIn(deps.catalogue, government, given.now),
    agencies: deps.catalogue.organisation(government).agencies,
    mode,
  });
  if (!read.ok) throw underFields(read.fault);
  return read.value;
}

/** Puts what a step recorded away, for the journal to point at. */
export const keepFields = (fields: Answers, step: Step, { vault }: BuildContext): { fields?: Ref } =>
  Object.keys(fields).length > 0 ? { fields: vault.put(`fields/${step.id}`, fields) } : {};
