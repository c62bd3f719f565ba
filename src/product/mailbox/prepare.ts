/** From an order to a plan. Pure. */
import { ok, refused } from '../../ground/index.ts';
import type { FieldFault, Result } from '../../ground/index.ts';
import { withProposals } from '../../standard/model.ts';
import { capacityFault } from '../capacity.ts';
import type { PlanInput } from '../contract.ts';
import type { MailboxOrder, MailboxPlan, MailboxSettings } from './model.ts';
import { readAddress } from './names.ts';

/** Implicit TLS on both, as RFC 8314 asks. */
const ports = { imap: 993, submission: 465 } as const;

/** RFC 4519 leaves names unbounded; this is what screens and directories bear. */
const longestOwner = 120;

export function prepareMailbox({
  order,
  settings,
}: PlanInput<MailboxOrder, MailboxSettings>): Result<MailboxPlan> {
  const { address, fault } = readAddress(order.address, settings);
  const quotaGb = order.quota ?? settings.quota;
  const owner = order.owner?.trim() ?? '';
  const faults: readonly FieldFault[] = [
    ...(fault ? [{ path: 'address', words: withProposals(fault, owner, settings.reserved) }] : []),
    ...quotaFaults(quotaGb, settings),
    ...ownerFaults(owner),
  ];
  if (faults.length > 0) return refused('invalid', 'mailbox-order', orderWords, faults);
  return ok({
    address,
    owner: owner === '' ? address : owner,
    quotaGb,
    imap: { host: settings.imapHost ?? `mail.${settings.domain}`, port: ports.imap },
    submission: { host: settings.submissionHost ?? `mail.${settings.domain}`, port: ports.submission },
    webmail: settings.webmail,
    keepDays: settings.keepDays,
  });
}

const orderWords = {
  id: 'Kotak surat ini belum dapat dibuat. Perbaiki isian yang ditandai.',
  en: 'This mailbox cannot be made yet. Put right what is marked.',
};

function quotaFaults(quotaGb: number, { largestQuota }: MailboxSettings): readonly FieldFault[] {
  const words = capacityFault(quotaGb, largestQuota);
  return words === null ? [] : [{ path: 'quota', words }];
}

function ownerFaults(owner: string): readonly FieldFault[] {
  // Control characters would break the lines of the files and directories that names are written to.
  if (owner.length <= longestOwner && !/\p{Cc}/u.test(owner)) return [];
  const words = {
    id: `Nama pemilik paling panjang ${longestOwner} huruf, dalam satu baris.`,
    en: `The owner's name has at most ${longestOwner} letters, on one line.`,
  };
  return [{ path: 'owner', words }];
}
