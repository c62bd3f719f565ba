/** What a mailbox is ordered with, planned as, and shown by. */
import { z } from 'zod';
import type { Words } from '../../ground/index.ts';
import { capacityFields, capacitySettings } from '../capacity.ts';
import type { SettingsForm } from '../contract.ts';
import { governmentDomainSetting } from '../government-domain.ts';
import {
  hostWords,
  isHostName,
  listSetting,
  optionalSetting,
  wholeNumberSetting,
} from '../setting-readers.ts';

export const MailboxOrder = z.object({
  /** The whole address, or only what stands before the @. */
  address: z.string().default(''),
  /** In gigabytes; the government's usual one where it is not said. */
  quota: z.number().nullish(),
  /** Who it is for: a person's or an agency's name. */
  owner: z.string().nullish(),
});
export type MailboxOrder = z.infer<typeof MailboxOrder>;

const Server = z.strictObject({ host: z.string(), port: z.int() });

export const MailboxPlan = z.strictObject({
  address: z.string(),
  owner: z.string(),
  quotaGb: z.number(),
  imap: Server,
  submission: Server,
  webmail: z.string().nullable(),
  /** How long mail is kept after the mailbox was closed, in days; so long nobody else gets the address. */
  keepDays: z.int(),
});
export type MailboxPlan = z.infer<typeof MailboxPlan>;

/** The owner's name is nothing that shows that a mailbox exists. */
export const MailboxEvidence = MailboxPlan.omit({ owner: true });
export type MailboxEvidence = z.infer<typeof MailboxEvidence>;

/** What a fault calls an address: it may be a person's name, and a fault's words are kept in clear. */
export const anAddress: Words = { id: 'Alamat itu', en: 'That address' };

export const evidenceOf = (plan: MailboxPlan): MailboxEvidence => MailboxEvidence.strip().parse(plan);

const webmailWords: Words = {
  id: 'Isi alamat lengkap yang dimulai dengan https://.',
  en: 'Enter a whole address that begins with https://.',
};

const isWebAddress = (text: string): boolean => text.startsWith('https://') && URL.canParse(text);

const capacity = { usual: 2, largest: 20, mostUsual: 1000, mostLargest: 1000 };

const schema = z.object({
  domain: governmentDomainSetting(),
  reserved: listSetting(),
  ...capacitySettings(capacity),
  imapHost: optionalSetting(isHostName, hostWords),
  submissionHost: optionalSetting(isHostName, hostWords),
  webmail: optionalSetting(isWebAddress, webmailWords),
  keepDays: wholeNumberSetting(0, 3650, 90),
});
export type MailboxSettings = z.infer<typeof schema>;

export const mailboxSettings: SettingsForm<MailboxSettings> = {
  schema,
  fields: [
    {
      name: 'domain',
      label: { id: 'Domain surat', en: 'Mail domain' },
      hint: { id: 'Misalnya klungkungkab.go.id.', en: 'For example klungkungkab.go.id.' },
      type: 'text',
      required: true,
    },
    {
      name: 'imapHost',
      label: { id: 'Server untuk membaca surat (IMAP)', en: 'Server for reading mail (IMAP)' },
      hint: {
        id: 'Dipakai pada port 993 dengan TLS. Kosong berarti mail.<domain>.',
        en: 'Used on port 993 with TLS. Empty means mail.<domain>.',
      },
      type: 'text',
      required: false,
    },
    {
      name: 'submissionHost',
      label: { id: 'Server untuk mengirim surat (SMTP)', en: 'Server for sending mail (SMTP)' },
      hint: {
        id: 'Dipakai pada port 465 dengan TLS. Kosong berarti mail.<domain>.',
        en: 'Used on port 465 with TLS. Empty means mail.<domain>.',
      },
      type: 'text',
      required: false,
    },
    {
      name: 'webmail',
      label: { id: 'Alamat webmail', en: 'Address of the webmail' },
      type: 'text',
      required: false,
    },
    ...capacityFields(capacity),
    {
      name: 'keepDays',
      label: {
        id: 'Surat disimpan setelah akun ditutup, dalam hari',
        en: 'Mail is kept after closing, in days',
      },
      hint: {
        id: 'Kosong berarti 90 hari. Selama itu alamatnya tidak diberikan kepada orang lain.',
        en: 'Empty means 90 days. For that time nobody else gets the address.',
      },
      type: 'number',
      required: false,
    },
    {
      name: 'reserved',
      label: { id: 'Nama lain yang tidak boleh diminta', en: 'Other names that may not be asked for' },
      hint: {
        id: 'Satu nama per baris. Nama seperti postmaster, abuse, dan admin sudah selalu ditolak.',
        en: 'One name a line. Names such as postmaster, abuse and admin are refused in any case.',
      },
      type: 'lines',
      required: false,
    },
  ],
};
