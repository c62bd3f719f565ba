/** A mailbox at the government's own domain. */
import type { ProductKind } from '../contract.ts';
import { dovecotFiles } from './dovecot-files/connector.ts';
import { ldapAccounts } from './ldap/connector.ts';
import { MailboxEvidence, MailboxOrder, MailboxPlan, mailboxSettings } from './model.ts';
import type { MailboxSettings } from './model.ts';
import { prepareMailbox } from './prepare.ts';
import { describeMailbox, describeMailboxPlan } from './words.ts';

export const mailbox: ProductKind<MailboxOrder, MailboxSettings, MailboxPlan, MailboxEvidence> = {
  kind: 'mailbox',
  title: { id: 'Kotak surat', en: 'Mailbox' },
  order: MailboxOrder,
  settings: mailboxSettings,
  plan: MailboxPlan,
  evidence: MailboxEvidence,
  example: ({ domain }) => ({ address: `contoh@${domain}` }),
  firstSecret: true,
  prepare: prepareMailbox,
  describePlan: describeMailboxPlan,
  describeEvidence: describeMailbox,
  connectors: [dovecotFiles, ldapAccounts],
};
