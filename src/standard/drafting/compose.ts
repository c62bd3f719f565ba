/** From a reviewed reading and its way to run to a whole standard. */
import { ok, refused } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { Channel } from '../model/components.ts';
import type { Service } from '../model/service.ts';
import { assumptionsAbout } from './assumptions.ts';
import { composeComponents, missingFindings } from './compose-components.ts';
import { composeFee } from './compose-fee.ts';
import { composeExample, composeForm, composeRequirements } from './compose-form.ts';
import { composeSteps } from './compose-steps.ts';
import { LAWFUL_REMEDIES, readDuties, readSurvey } from './law.ts';
import type { DraftComponents, DraftDecree, Running } from './model.ts';
import { openMatters } from './open-matters.ts';

export interface Reviewed {
  readonly title: string;
  readonly components: DraftComponents;
  readonly running: Running;
  readonly decree: DraftDecree | null;
}

export interface ComposeContext {
  /** The agency that provides the service. */
  readonly office: string;
  /** How the office is reached, where the decree names no way to complain. */
  readonly contacts: readonly Channel[];
}

/**
 * The standard, not yet checked for meaning. Refused (`draft-open`, with a field for each) while something is open that
 * nobody but a person can say. Pure.
 */
export function composeService(
  { title, components, running, decree }: Reviewed,
  { office, contacts }: ComposeContext,
): Result<Service> {
  const open = openMatters(title, components);
  const { promise } = components.time;
  if (open.length > 0 || promise === null) {
    return refused(
      'invalid',
      'draft-open',
      {
        id: 'Beberapa hal belum diputuskan. Lengkapi dahulu pada halaman tinjauannya.',
        en: 'Some matters are open. Settle them on the page of the review first.',
      },
      open,
    );
  }
  const requirements = composeRequirements(running, components.requirements.items);
  return ok({
    id: running.id,
    title: running.title,
    summary: running.summary,
    keywords: [],
    sameAs: running.sameAs,
    office,
    decree: {
      number: decree?.number ?? null,
      date: decree?.date ?? null,
      title: decree?.title ?? 'Standar Pelayanan',
    },
    validFrom: running.validFrom,
    components: composeComponents(components, contacts),
    eligibility: { kinds: running.kinds },
    promise,
    clock: { starts: running.starts },
    fee: composeFee(components.fee),
    atCounter: false,
    form: composeForm(running),
    requirements,
    steps: composeSteps(running.steps),
    product: { kind: running.product, text: running.summary },
    remedies: LAWFUL_REMEDIES,
    duties: readDuties(components.serviceGuarantee.items),
    silence: 'none',
    survey: readSurvey(components.evaluation.items),
    supervisors: [],
    evaluators: [],
    identityProtected: false,
    assumptions: assumptionsAbout(components, running),
    findings: missingFindings(components),
    example: composeExample(running, requirements, office),
  });
}
