/** Texts that name a product: read by the rule of its kind, so that what an applicant proposes can be made. */
import type { ProductName } from '../model/questions.ts';
import { dnsLabelFault } from './dns-label.ts';
import { mailboxNameFault } from './mailbox-name.ts';
import { withProposals } from './mailbox-proposals.ts';
import { readText } from './read-text.ts';
import { accepted, wrong } from './reading.ts';
import type { Reading } from './reading.ts';
import { answerWords } from './words.ts';

const readers: { readonly [K in ProductName]: (text: string) => Reading } = {
  mailbox: readMailboxName,
  'dns-name': readDnsLabel,
};

/** Reads a text of one line that is the name of such a product. */
export function readName(raw: unknown, maxLength: number, product: ProductName): Reading {
  const reading = readText(raw, maxLength, 'one');
  if (!reading.ok || typeof reading.value !== 'string') return reading;
  return readers[product](reading.value);
}

/** A name below the government's domain, in lower case as DNS takes it; what the zone keeps for itself, the officer is told. */
function readDnsLabel(text: string): Reading {
  const label = text.toLowerCase();
  const fault = dnsLabelFault(label, { reserved: [], refusedWords: [] });
  return fault === null ? accepted(label) : wrong(fault);
}

/** The part before the @, in lower case as mail servers take it; what else the domain demands, the officer is told. */
function readMailboxName(text: string): Reading {
  const name = text.toLowerCase();
  const [local = ''] = name.split('@');
  const fault = name === local ? mailboxNameFault(name, []) : answerWords.withoutDomain;
  return fault === null ? accepted(name) : wrong(withProposals(fault, local));
}
