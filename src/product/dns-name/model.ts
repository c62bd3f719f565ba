/** What a DNS name is ordered with, planned as, and shown by. */
import { z } from 'zod';
import type { SettingsForm } from '../contract.ts';
import { governmentDomainSetting } from '../government-domain.ts';
import { choiceSetting, listSetting, settingReader, wholeNumberSetting } from '../setting-readers.ts';
import { recordsOf } from './targets.ts';

export const DnsNameOrder = z.object({
  /** The name without its zone, or whole. */
  label: z.string().default(''),
  /** A, AAAA, CNAME or TXT; follows from the target where it is not said. */
  type: z.string().nullish(),
  /** Addresses, a server's name, or a text; the government's own hosting where it is not said. */
  target: z.string().nullish(),
});
export type DnsNameOrder = z.infer<typeof DnsNameOrder>;

export const DnsRecord = z.strictObject({
  type: z.enum(['A', 'AAAA', 'CNAME', 'TXT']),
  /** An address, a whole name without the last dot, or a text of at most 255 printable letters. */
  value: z.string(),
});
export type DnsRecord = z.infer<typeof DnsRecord>;

export const DnsNamePlan = z.strictObject({
  zone: z.string(),
  /** Whole, without the last dot. */
  name: z.string(),
  /** In seconds. */
  ttl: z.int(),
  records: z.array(DnsRecord),
});
export type DnsNamePlan = z.infer<typeof DnsNamePlan>;

/** What shows that it was done is that it is as planned. */
export type DnsNameEvidence = DnsNamePlan;

const schema = z.object({
  zone: governmentDomainSetting(),
  hosting: settingReader<string | null>((text) => {
    if (text === '') return { value: null };
    const read = recordsOf(text, null, 'yes');
    return 'words' in read ? { wrong: read.words } : { value: text };
  }),
  ttl: wholeNumberSetting(60, 604_800, 3600),
  privateAddresses: choiceSetting(['no', 'yes']),
  reserved: listSetting(),
  refusedWords: listSetting(),
});
export type DnsNameSettings = z.infer<typeof schema>;

export const dnsNameSettings: SettingsForm<DnsNameSettings> = {
  schema,
  fields: [
    {
      name: 'zone',
      label: { id: 'Domain', en: 'Domain' },
      hint: {
        id: 'Nama dibuat di bawah domain ini, misalnya bulungan.go.id.',
        en: 'Names are made below this domain, for example bulungan.go.id.',
      },
      type: 'text',
      required: true,
    },
    {
      name: 'hosting',
      label: { id: 'Server hosting sendiri', en: 'Own hosting server' },
      hint: {
        id: 'Alamat IP atau nama server yang dituju bila permohonan tidak menyebut tujuan lain.',
        en: 'IP addresses or server name that is pointed at when the request names no other.',
      },
      type: 'text',
      required: false,
    },
    {
      name: 'ttl',
      label: {
        id: 'Masa simpan jawaban (TTL), dalam detik',
        en: 'How long answers are kept (TTL), in seconds',
      },
      hint: { id: 'Kosong berarti 3600.', en: 'Empty means 3600.' },
      type: 'number',
      required: false,
    },
    {
      name: 'privateAddresses',
      label: { id: 'Alamat IP jaringan dalam', en: 'IP addresses of the inner network' },
      type: 'choice',
      required: false,
      options: [
        { value: 'no', label: { id: 'Tolak', en: 'Refuse' } },
        { value: 'yes', label: { id: 'Boleh', en: 'Allow' } },
      ],
    },
    {
      name: 'reserved',
      label: { id: 'Nama lain yang tidak boleh diminta', en: 'Other names that may not be asked for' },
      hint: {
        id: 'Satu nama per baris. Nama seperti www, mail, dan ns1 sudah selalu ditolak.',
        en: 'One name a line. Names such as www, mail and ns1 are refused in any case.',
      },
      type: 'lines',
      required: false,
    },
    {
      name: 'refusedWords',
      label: { id: 'Kata lain yang tidak pantas', en: 'Other words that are not fit' },
      hint: {
        id: 'Satu kata per baris; nama yang memuat kata ini ditolak.',
        en: 'One word a line; a name with this word is refused.',
      },
      type: 'lines',
      required: false,
    },
  ],
};
