/** What a hosting account is ordered with, planned as, and shown by. */
import { z } from 'zod';
import { capacityFields, capacitySettings } from '../capacity.ts';
import type { SettingsForm } from '../contract.ts';
import { governmentDomainSetting } from '../government-domain.ts';
import {
  choiceSetting,
  hostWords,
  isHostName,
  listSetting,
  numberSetting,
  optionalSetting,
  wholeNumberSetting,
} from '../setting-readers.ts';

export const HostingOrder = z.object({
  account: z.string().default(''),
  /** Of the site, whole or without the government's domain; the account's name where it is not said. */
  domain: z.string().nullish(),
  /** In gigabytes; the government's usual one where it is not said. */
  quota: z.number().nullish(),
});
export type HostingOrder = z.infer<typeof HostingOrder>;

const Protocol = z.enum(['sftp', 'ftps']);
export type Protocol = z.infer<typeof Protocol>;

export const HostingPlan = z.strictObject({
  account: z.string(),
  domain: z.string(),
  quotaGb: z.number(),
  /** Where files are sent to. */
  server: z.string(),
  /** How files are sent, and by which port. Plans of before these could be set say neither. */
  protocol: Protocol.default('sftp'),
  port: z.int().default(22),
  /** How long the site's files are kept after it was closed, in days. */
  keepDays: z.int(),
});
export type HostingPlan = z.infer<typeof HostingPlan>;

/** What shows that it was done is that it is as planned. */
export type HostingEvidence = HostingPlan;

const capacity = { usual: 1, largest: 50, mostUsual: 1000, mostLargest: 10_000 };

const schema = z.object({
  zone: governmentDomainSetting(),
  server: optionalSetting(isHostName, hostWords),
  protocol: choiceSetting(['sftp', 'ftps']),
  port: wholeNumberSetting(0, 65_535, 0),
  ...capacitySettings(capacity),
  /** Of all sites together, in gigabytes; 0: nobody said. */
  totalQuota: numberSetting({ min: 0.1, max: 1_000_000, otherwise: 0 }),
  keepDays: wholeNumberSetting(0, 3650, 90),
  reserved: listSetting(),
});
export type HostingSettings = z.infer<typeof schema>;

/** Where nothing is said: 22 is that of SSH, 21 that of FTP with explicit TLS (RFC 4217). */
export const portOf = ({ port, protocol }: Pick<HostingSettings, 'port' | 'protocol'>): number => {
  if (port !== 0) return port;
  return protocol === 'sftp' ? 22 : 21;
};

export const hostingSettings: SettingsForm<HostingSettings> = {
  schema,
  fields: [
    {
      name: 'zone',
      label: { id: 'Domain', en: 'Domain' },
      hint: {
        id: 'Situs berada di bawah domain ini, misalnya bulungan.go.id.',
        en: 'Sites are below this domain, for example bulungan.go.id.',
      },
      type: 'text',
      required: true,
    },
    {
      name: 'server',
      label: { id: 'Server untuk mengirim berkas', en: 'Server that files are sent to' },
      hint: { id: 'Kosong berarti hosting.<domain>.', en: 'Empty means hosting.<domain>.' },
      type: 'text',
      required: false,
    },
    {
      name: 'protocol',
      label: { id: 'Cara mengirim berkas', en: 'How files are sent' },
      type: 'choice',
      required: false,
      options: [
        { value: 'sftp', label: { id: 'SFTP', en: 'SFTP' } },
        { value: 'ftps', label: { id: 'FTP dengan TLS (FTPS)', en: 'FTP with TLS (FTPS)' } },
      ],
    },
    {
      name: 'port',
      label: { id: 'Port', en: 'Port' },
      hint: { id: 'Kosong berarti 22 (SFTP) atau 21 (FTPS).', en: 'Empty means 22 (SFTP) or 21 (FTPS).' },
      type: 'number',
      required: false,
    },
    ...capacityFields(capacity),
    {
      name: 'totalQuota',
      label: { id: 'Kapasitas semua situs bersama, dalam GB', en: 'Capacity of all sites together, in GB' },
      hint: {
        id: 'Ruang di server yang boleh dijanjikan. Akun yang tidak muat lagi ditolak sebelum dipesan. Kosong berarti tidak dibatasi.',
        en: 'Space on the server that may be promised. An account that no longer fits is refused before it is ordered. Empty means no limit.',
      },
      type: 'number',
      required: false,
    },
    {
      name: 'keepDays',
      label: {
        id: 'Berkas disimpan setelah situs ditutup, dalam hari',
        en: 'Files are kept after closing, in days',
      },
      hint: { id: 'Kosong berarti 90 hari.', en: 'Empty means 90 days.' },
      type: 'number',
      required: false,
    },
    {
      name: 'reserved',
      label: { id: 'Nama lain yang tidak boleh diminta', en: 'Other names that may not be asked for' },
      hint: { id: 'Satu nama per baris.', en: 'One name a line.' },
      type: 'lines',
      required: false,
    },
  ],
};
