/**
 * Messages to a name server (RFC 2136) as `nsupdate` reads them. Each is one message: the server does all of it or nothing, and only if
 * what the message demands beforehand is true. A message that demands and changes nothing is a question. Pure.
 */
import { markName, markText, quoted } from '../mark.ts';
import type { DnsNamePlan, DnsRecord } from '../model.ts';

const types = ['A', 'AAAA', 'CNAME', 'TXT'] as const;

const dataOf = ({ type, value }: DnsRecord): string => {
  if (type === 'TXT') return quoted(value);
  return type === 'CNAME' ? `${value}.` : value;
};

const mark = (delivery: string): string => quoted(markText(delivery));

/** "The mark of this delivery stands there, and no other mark." */
const isOurs = ({ name }: DnsNamePlan, delivery: string): string =>
  `prereq yxrrset ${markName(name)}. IN TXT ${mark(delivery)}`;

const removed = ({ name }: DnsNamePlan): readonly string[] =>
  types.map((type) => `update delete ${name}. IN ${type}`);

const added = (plan: DnsNamePlan): readonly string[] =>
  plan.records.map((record) => `update add ${plan.name}. ${plan.ttl} IN ${record.type} ${dataOf(record)}`);

/** Nobody has the name: neither records of its own nor a mark. */
export const isFree = ({ name }: DnsNamePlan): readonly string[] => [
  `prereq nxdomain ${name}.`,
  `prereq nxrrset ${markName(name)}. IN TXT`,
];

/** Takes the name, if nobody has it. */
export const claim = (plan: DnsNamePlan, delivery: string): readonly string[] => [
  ...isFree(plan),
  ...added(plan),
  `update add ${markName(plan.name)}. ${plan.ttl} IN TXT ${mark(delivery)}`,
];

/** Puts our name right, if it is ours. */
export const repair = (plan: DnsNamePlan, delivery: string): readonly string[] => [
  isOurs(plan, delivery),
  ...removed(plan),
  ...added(plan),
];

/** Takes our name away, if it is ours; records of other types, which others added, stay. */
export const release = (plan: DnsNamePlan, delivery: string): readonly string[] => [
  isOurs(plan, delivery),
  ...removed(plan),
  `update delete ${markName(plan.name)}. IN TXT`,
];

/** Ours, with all these records and no others of these types. */
export const isWhole = (plan: DnsNamePlan, delivery: string): readonly string[] => [
  isOurs(plan, delivery),
  ...plan.records.map((record) => `prereq yxrrset ${plan.name}. IN ${record.type} ${dataOf(record)}`),
  ...types
    .filter((type) => plan.records.every((record) => record.type !== type))
    .map((type) => `prereq nxrrset ${plan.name}. IN ${type}`),
];

export const isMarked = (plan: DnsNamePlan, delivery: string): readonly string[] => [isOurs(plan, delivery)];

/** True in every zone there is. */
export const isThere = (zone: string): readonly string[] => [`prereq yxrrset ${zone}. IN SOA`];
