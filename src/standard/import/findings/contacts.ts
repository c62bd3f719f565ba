/** Ways to complain that are empty, doubled, or contradict each other. */
import { editDistance } from '../../reading/likeness.ts';
import type { ReadService } from '../grammar/services.ts';
import type { Placed } from '../model.ts';
import { finding } from './rule.ts';
import type { Found, Rule } from './rule.ts';

const EMAIL = /[\w.+-]+@((?:[\w-]+\.)+(?:go\.id|id|com))/gi;
const SITE = /(?<![@\w.-])(?:https?:\/\/)?(?:www\.)?((?:[\w-]+\.)+go\.id)\b/gi;
const HANDLE =
  /(?<![\w.])@[a-z_][\w.]{3,}|(?:instagram|twitter|facebook|tiktok|\big|\bfb)\s*:?\s*([a-z_][\w.]{3,})/gi;

/** National addresses are nobody's own. */
const NATIONAL = /(?:^|\.)(?:lapor|menpan|kominfo|komdigi|ombudsman|bssn)\.go\.id$/;

const domainOf = (host: string): string => host.toLowerCase().split('.').slice(-3).join('.');

function domainsIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)]
    .map((match) => (match[1] ?? '').toLowerCase())
    .filter((host) => host.endsWith('.go.id') && !NATIONAL.test(host))
    .map(domainOf);
}

/** E-mail and website of one office stand under one domain. */
export const domains: Rule = ({ service }) => {
  const { complaints, product } = service.components;
  const texts = [...complaints.items, ...product.items];
  const sites = texts.flatMap(({ text }) => [...domainsIn(text, SITE), ...extensionsIn(text)]);
  return complaints.items.flatMap((item): readonly Found[] => {
    const odd = domainsIn(item.text, EMAIL).find((domain) => sites.length > 0 && !sites.includes(domain));
    if (odd === undefined) return [];
    const other = sites[0] ?? '';
    return [
      finding(
        'warning',
        'complaints',
        item.place,
        `Domain surel ${odd} berbeda dari domain laman ${other}.`,
        `The e-mail domain ${odd} differs from the website's ${other}.`,
      ),
    ];
  });
};

/** "@kabupaten.go.id": the end of the addresses that a service gives out. */
const extensionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!\w)@((?:[\w-]+\.)+go\.id)/gi)].map((match) => domainOf(match[1] ?? ''));

const handlesIn = (text: string): readonly string[] =>
  [...text.matchAll(HANDLE)].map((match) => (match[1] ?? match[0]).toLowerCase().replace(/^@/, ''));

/** A name on social media that is nearly, and not quite, what other services of the decree give. */
export const handles: Rule = ({ service, all }) =>
  strangers(service, all, handlesIn, isSlip).map(({ own, usual, place }) =>
    finding(
      'warning',
      'complaints',
      place,
      `Akun “${own}” berbeda dari “${usual}” pada layanan lain dalam keputusan ini.`,
      `The handle “${own}” differs from “${usual}” in other services of this decree.`,
    ),
  );

const isSlip = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= 6 && editDistance(one, other, 1) === 1;

const LABEL =
  /(?:^|[;.]\s*)(?:whats\s?app|wa|telepon|telp\.?|telpon|hp|sms|e-?mail|surel|website|web|laman|instagram|ig|facebook|fb|twitter|fax|faksimile)\s*:\s*(?=$|;)|\b(WA|Telp|Email|Fax):\s+(?=\p{Lu}\p{Ll}+:)/giu;

export const emptyChannels: Rule = ({ service }) =>
  service.components.complaints.items.flatMap(({ text, place }) =>
    [...text.matchAll(LABEL)].map(([label]) => {
      const name = label.replaceAll(/[;:.\s]+/g, ' ').trim();
      return finding(
        'warning',
        'complaints',
        place,
        `Saluran “${name}” tanpa nomor atau alamat.`,
        `The channel “${name}” has no number or address.`,
      );
    }),
  );

/** The same line twice, also within an item. */
export const doubledChannels: Rule = ({ service }) => {
  const parts = service.components.complaints.items.flatMap(({ text, place }) =>
    text.split(/;\s*/).map((part): Placed => ({ text: part.trim(), place })),
  );
  const repeats = parts.filter(
    ({ text }, at) =>
      text.length > 8 && parts.findIndex((part) => part.text.toLowerCase() === text.toLowerCase()) < at,
  );
  const within = service.components.complaints.items.flatMap(({ text, place }) => {
    const twice = [...text.matchAll(/(?=(\p{Lu}[^;:]{18,80}?)\s+\1(?!\p{L}))/gu)].at(-1)?.[1];
    return twice === undefined ? [] : [{ text: twice, place }];
  });
  return [...repeats, ...within].map(({ text, place }) =>
    finding(
      'info',
      'complaints',
      place,
      `Saluran tertulis dua kali: “${text}”.`,
      `A channel is written twice: “${text}”.`,
    ),
  );
};

const PHONE = /(?<!\d)(?:\(?0\d{2,4}\)?[\s.–-]*)?\d{3,4}[\s.-]?\d{3,4}(?:[\s.-]?\d{1,4})?(?!\d)/g;

const phonesOf = (text: string): readonly string[] =>
  [...text.matchAll(PHONE)]
    .map(([phone]) => phone.replaceAll(/\D/g, ''))
    .filter((digits) => digits.length >= 6 && digits.length <= 13);

/** A number that is nearly, and not quite, what other services of the decree give. */
export const phones: Rule = ({ service, all }) =>
  strangers(
    service,
    all,
    phonesOf,
    (one, other) => one.length === other.length && editDistance(one, other, 1) === 1,
  ).map(({ own, usual, place }) =>
    finding(
      'warning',
      'complaints',
      place,
      `Nomor ${own} berbeda dari ${usual} pada layanan lain dalam keputusan ini.`,
      `The number ${own} differs from ${usual} in other services of this decree.`,
    ),
  );

const emailDomainsOf = (text: string): readonly string[] => domainsIn(text, EMAIL);

/** An e-mail domain that is nearly, and not quite, that of the other services. */
export const emailDomains: Rule = ({ service, all }) =>
  strangers(service, all, emailDomainsOf, (one, other) => editDistance(one, other, 2) <= 2).map(
    ({ own, usual, place }) =>
      finding(
        'warning',
        'complaints',
        place,
        `Domain surel ${own} berbeda dari ${usual} pada layanan lain dalam keputusan ini.`,
        `The e-mail domain ${own} differs from ${usual} in other services of this decree.`,
      ),
  );

interface Stranger {
  readonly own: string;
  readonly usual: string;
  readonly place: Placed['place'];
}

/** Contacts of a service that resemble what more of the services give, and are not the same. */
function strangers(
  service: ReadService,
  all: readonly ReadService[],
  contactsIn: (text: string) => readonly string[],
  resembles: (one: string, other: string) => boolean,
): readonly Stranger[] {
  const counts = new Map<string, number>();
  for (const one of all) {
    const contacts = one.components.complaints.items.flatMap(({ text }) => contactsIn(text));
    for (const contact of new Set(contacts)) counts.set(contact, (counts.get(contact) ?? 0) + 1);
  }
  return service.components.complaints.items.flatMap(({ text, place }) =>
    contactsIn(text).flatMap((own): readonly Stranger[] => {
      const usual = [...counts].find(
        ([other, count]) => other !== own && count > (counts.get(own) ?? 0) && resembles(own, other),
      );
      return usual ? [{ own, usual: usual[0], place }] : [];
    }),
  );
}

const SCANNED_NUMBER = /(?<![\p{L}\d])[+(]?0?\d[\d ().-]{4,}[OoIl][\d ().-]*\d/u;

/** A scanner's letters within a telephone number: whoever calls it reaches nobody, or somebody else. */
export const scannedNumbers: Rule = ({ service }) =>
  service.components.complaints.items.flatMap(({ text, place }): readonly Found[] => {
    const [number] = SCANNED_NUMBER.exec(text) ?? [];
    if (number === undefined) return [];
    return [
      finding(
        'warning',
        'complaints',
        place,
        `Ada huruf di dalam nomor “${number}” (hasil pindai?); tidak dijadikan saluran. Perbaiki.`,
        `A letter stands within the number “${number}” (a scan?); it is made no channel. Put it right.`,
      ),
    ];
  });
