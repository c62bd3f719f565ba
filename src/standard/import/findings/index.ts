/** What a careful clerk would say of a standard. Each rule stands by itself; none mends anything. Pure. */
import type { ReadService } from '../grammar/services.ts';
import type { Finding } from '../model.ts';
import {
  cases,
  diagrams,
  figuresAndWords,
  innerNumbering,
  leads,
  missingComponents,
  numbering,
  repeatedComponents,
  revisions,
  runOn,
  sharedComponents,
  strayNumbers,
  unknownHeadings,
} from './components.ts';
import {
  doubledChannels,
  domains,
  emailDomains,
  emptyChannels,
  handles,
  phones,
  scannedNumbers,
} from './contacts.ts';
import {
  copiedFromElsewhere,
  copiedFromOther,
  foreignProduct,
  objectionDecider,
  otherLetter,
  title,
} from './contradictions.ts';
import { droppedParts } from './dropped.ts';
import { feeBasis, feeFromTable, feeUnread } from './fee.ts';
import { gazettePlaces, misnamedCitations, replacedCitations } from './laws.ts';
import type { Rule } from './rule.ts';
import { complaintTimes, hoursBeside, timeAsWritten, timeByLaw } from './time.ts';

/** Each rule with what it finds something about, in the order in which findings are told. */
const rules: readonly (readonly [about: Finding['about'], rule: Rule])[] = [
  ['decree', title],
  ['open', missingComponents],
  ['reading', repeatedComponents],
  ['reading', timeAsWritten],
  ['decree', timeByLaw],
  ['reading', hoursBeside],
  ['reading', revisions],
  ['decree', figuresAndWords],
  ['open', feeUnread],
  ['reading', feeFromTable],
  ['decree', feeBasis],
  ['decree', otherLetter],
  ['decree', objectionDecider],
  ['decree', copiedFromOther],
  ['decree', copiedFromElsewhere],
  ['decree', foreignProduct],
  ['decree', replacedCitations],
  ['decree', misnamedCitations],
  ['decree', gazettePlaces],
  ['decree', domains],
  ['decree', emailDomains],
  ['decree', phones],
  ['reading', scannedNumbers],
  ['decree', handles],
  ['decree', emptyChannels],
  ['decree', doubledChannels],
  ['decree', complaintTimes],
  ['reading', runOn],
  ['reading', diagrams],
  ['decree', numbering],
  ['decree', innerNumbering],
  ['reading', strayNumbers],
  ['reading', leads],
  ['reading', cases],
  ['reading', unknownHeadings],
  ['reading', sharedComponents],
  ['reading', droppedParts],
];

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** Findings of one service, the gravest first, else in the order of the rules. */
export function findingsOf(service: ReadService, all: readonly ReadService[]): readonly Finding[] {
  const found = rules.flatMap(([about, rule]) =>
    rule({ service, all }).map((one): Finding => ({ about, ...one })),
  );
  return found.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

export { foreignGovernment } from './government.ts';
