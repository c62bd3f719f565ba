/** What an official recorded at a step that speaks against going on from it. Pure. */
import type { Words } from '../../ground/index.ts';
import type { Answers, Question, Service, Step, Text } from '../../standard/model.ts';
import type { Entry } from './entries.ts';
import { getStep } from './procedure.ts';

/** A field of the step, and what was chosen in it. */
export interface Finding {
  readonly field: string;
  readonly label: Text;
  readonly chosen: Text;
}

/**
 * Choices that deny what another option of theirs affirms ("cocok", "tidak-cocok"), at a step that may refuse. Where it may not, a finding
 * is what the next one decides by, and speaks against nothing.
 */
export function findingsAgainst(step: Step, recorded: Answers): readonly Finding[] {
  if (!('refuse' in step.outcomes)) return [];
  return step.fields.flatMap((field) => denialIn(field, recorded[field.id]) ?? []);
}

function denialIn(field: Question, answer: Answers[string] | undefined): Finding | null {
  if (field.type !== 'choice') return null;
  const chosen = field.options.find(({ value }) => value === answer);
  const denies = field.options.some(({ value }) => chosen?.value === `tidak-${value}`);
  return chosen && denies ? { field: field.id, label: field.label, chosen: chosen.label } : null;
}

/** Which findings a step was made in spite of; null for any other entry. */
export function despiteTold(entry: Entry, service: Service): Words | null {
  if (entry.kind !== 'step-made' || !entry.data.despite) return null;
  const { step, despite } = entry.data;
  const { fields } = getStep(service, step);
  const list = (lang: 'id' | 'en'): string =>
    despite.findings.map((id) => fields.find((field) => field.id === id)?.label[lang] ?? id).join('; ');
  return { id: `Tetap dilanjutkan, walaupun: ${list('id')}.`, en: `Went on in spite of: ${list('en')}.` };
}
