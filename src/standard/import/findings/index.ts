/** What a careful clerk would say of a standard. Each rule stands by itself; none mends anything. Pure. */
import type { ReadService } from '../grammar/services.ts';
import type { Finding } from '../model.ts';
import {
  diagrams,
  figuresAndWords,
  innerNumbering,
  leads,
  missingComponents,
  numbering,
  repeatedComponents,
  revisions,
  runOn,
  strayNumbers,
  unknownHeadings,
} from './components.ts';
import { doubledChannels, domains, emailDomains, emptyChannels, handles, phones } from './contacts.ts';
import {
  copiedFromElsewhere,
  copiedFromOther,
  foreignProduct,
  objectionDecider,
  otherLetter,
  title,
} from './contradictions.ts';
import { feeBasis, feeUnread } from './fee.ts';
import { gazettePlaces, misnamedCitations, replacedCitations } from './laws.ts';
import type { Rule } from './rule.ts';
import { complaintTimes, hoursBeside, timeAsWritten, timeByLaw } from './time.ts';

const rules: readonly Rule[] = [
  title,
  missingComponents,
  repeatedComponents,
  timeAsWritten,
  timeByLaw,
  hoursBeside,
  revisions,
  figuresAndWords,
  feeUnread,
  feeBasis,
  otherLetter,
  objectionDecider,
  copiedFromOther,
  copiedFromElsewhere,
  foreignProduct,
  replacedCitations,
  misnamedCitations,
  gazettePlaces,
  domains,
  emailDomains,
  phones,
  handles,
  emptyChannels,
  doubledChannels,
  complaintTimes,
  runOn,
  diagrams,
  numbering,
  innerNumbering,
  strayNumbers,
  leads,
  unknownHeadings,
];

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** Findings of one service, the gravest first, else in the order of the rules. */
export function findingsOf(service: ReadService, all: readonly ReadService[]): readonly Finding[] {
  const found = rules.flatMap((rule) => rule({ service, all }));
  return found.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

export { foreignGovernment } from './government.ts';
