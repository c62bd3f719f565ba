import { ENGLISH } from './sentences-en.ts';
import { INDONESIAN } from './sentences-id.ts';
import type { Sentences } from './sentences.ts';
import type { DerivationStep, Lang } from './types.ts';

const SENTENCES: Readonly<Record<Lang, Sentences>> = { id: INDONESIAN, en: ENGLISH };

function tell(step: DerivationStep, sentences: Sentences): string {
  // The table gives each kind its own sentence; that this one fits this step is beyond what types can say.
  const sentence = sentences[step.kind] as (step: DerivationStep) => string;
  return sentence(step);
}

/** A derivation in words that a citizen can follow with a wall calendar, one step a line. */
export const describeDerivation = (steps: readonly DerivationStep[], lang: Lang): string[] =>
  steps.map((step) => tell(step, SENTENCES[lang]));
