/** From a reviewed reading and its way to run to a whole standard. */
import { ok, refused } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { Channel } from '../model/components.ts';
import type { Service } from '../model/service.ts';
import { assumptionsAbout } from './assumptions.ts';
import { withClasses } from './compose-classes.ts';
import { composeComponents, missingFindings } from './compose-components.ts';
import { composeFee } from './compose-fee.ts';
import { composeExample, composeForm, composeRequirements } from './compose-form.ts';
import { decreeFindings, readingAssumptions } from './carried-findings.ts';
import type { ReviewFinding } from './carried-findings.ts';
import { composeNext } from './compose-next.ts';
import { composeSteps } from './compose-steps.ts';
import { LAWFUL_REMEDIES, readDuties, readSurvey } from './law.ts';
import type { DraftComponents, DraftDecree, Running } from './model.ts';
import { openMatters } from './open-matters.ts';
import { asTitle, inBoth } from './wording.ts';

export interface Reviewed {
  readonly title: string;
  readonly components: DraftComponents;
  readonly running: Running;
  readonly decree: DraftDecree | null;
  /** What the clerk found; the reviewer may have settled some of it. */
  readonly findings: readonly ReviewFinding[];
  /** Components that the reviewer compared with the document. */
  readonly confirmed: readonly string[];
  /** The version that this one follows; null for a new service. */
  readonly current: Service | null;
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
export function composeService(reviewed: Reviewed, context: ComposeContext): Result<Service> {
  const { title, components, running, current } = reviewed;
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
  const fresh = freshService(reviewed, promise, context);
  return ok(current && running.keeps ? composeNext(current, fresh) : fresh);
}

/** All of it from the decree and the proposal, with the names by which an earlier version goes. */
function freshService(
  { components, running, decree, findings, confirmed, current }: Reviewed,
  promise: Service['promise'],
  { office, contacts }: ComposeContext,
): Service {
  const requirements = composeRequirements(running, components.requirements.items);
  return {
    ...named(running, decree, current),
    office,
    components: composeComponents(components, contacts),
    eligibility: { kinds: running.kinds },
    promise,
    clock: { starts: running.starts },
    fee: composeFee(components.fee),
    atCounter: false,
    form: composeForm(running),
    requirements,
    steps: withClasses(composeSteps(running.steps), running.classes),
    product: { kind: running.product, text: productText(components, running) },
    remedies: LAWFUL_REMEDIES,
    duties: readDuties(components.serviceGuarantee.items),
    silence: 'none',
    survey: readSurvey(components.evaluation.items),
    ...(current?.signers && { signers: current.signers }),
    supervisors: running.supervisors,
    evaluators: current?.evaluators ?? [],
    identityProtected: false,
    assumptions: [...assumptionsAbout(components, running), ...readingAssumptions(findings, confirmed)],
    findings: [...missingFindings(components), ...decreeFindings(findings)],
    example: composeExample(running, requirements, office),
  };
}

/** The product in the decree's own words: wherever it is shown, a heading says already that it is what one gets. */
function productText({ product }: DraftComponents, { summary }: Running): Service['product']['text'] {
  const words = product.items.map((item) => item.trim().replace(/(?<![.;])[.;]+$/, '')).join(', ');
  return words === '' ? summary : inBoth(words);
}

const decreeOf = (decree: DraftDecree | null): Service['decree'] => ({
  number: decree?.number ?? null,
  date: decree?.date ?? null,
  title: asTitle(decree?.title ?? '') || 'Standar Pelayanan',
});

type Named = Pick<
  Service,
  'id' | 'title' | 'summary' | 'keywords' | 'sameAs' | 'division' | 'decree' | 'validFrom'
>;

/** What it is called and found by, by which decree, and since when. */
const named = (running: Running, decree: DraftDecree | null, current: Service | null): Named => ({
  id: current?.id ?? running.id,
  title: running.title,
  summary: running.summary,
  keywords: current?.keywords ?? [],
  sameAs: running.sameAs,
  ...(current?.division === undefined ? {} : { division: current.division }),
  decree: decreeOf(decree),
  validFrom: running.validFrom,
});
