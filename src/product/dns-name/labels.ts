/** The name below a government's domain, from what was ordered. Pure. */
import type { Words } from '../../ground/index.ts';
import { dnsLabelFault } from '../../standard/model.ts';
import type { OwnNames } from '../../standard/model.ts';

export interface LabelRules extends OwnNames {
  readonly zone: string;
}

export interface ReadLabel {
  /** Without its zone. */
  readonly label: string;
  readonly fault: Words | null;
}

/** The label that was asked for, alone or with its zone; letters are taken as lower case, as DNS does. */
export function readLabel(asked: string, rules: LabelRules): ReadLabel {
  const text = asked.trim().toLowerCase().replace(/\.$/, '');
  const below = `.${rules.zone}`;
  const label = text.endsWith(below) ? text.slice(0, -below.length) : text;
  return { label, fault: dnsLabelFault(label, rules) };
}
