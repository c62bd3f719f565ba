/** A mailbox as an entry of a directory (inetOrgPerson, RFC 2798). Pure. */
import type { MailboxPlan } from '../model.ts';
import type { LdapSettings } from './settings.ts';

const bytesOfGigabyte = 1024 ** 3;

/** An entry as the directory gives it: attributes in whatever case, each with one or many values. */
export type Found = Readonly<Record<string, unknown>> & { readonly dn: string };

export const localPart = (address: string): string => address.slice(0, address.indexOf('@'));

/** Local parts have no letters that a distinguished name would need escaped (see names.ts). */
export const dnOf = (address: string, { base }: LdapSettings): string => `uid=${localPart(address)},${base}`;

export const mark = (delivery: string): string => `pendopo-delivery=${delivery}`;

/** What stands in place of the mark once the account is closed. */
export const closedMark = (delivery: string, today: Temporal.PlainDate): string =>
  `pendopo-closed=${delivery} ${today.toString()}`;

export const quotaOf = ({ quotaGb }: MailboxPlan): string => String(Math.round(quotaGb * bytesOfGigabyte));

/** The attributes of a new account. `password` is its hash with the scheme before it. */
export function newEntry(
  plan: MailboxPlan,
  delivery: string,
  password: string,
  settings: LdapSettings,
): Record<string, string[]> {
  return {
    objectClass: ['inetOrgPerson', ...settings.classes],
    uid: [localPart(plan.address)],
    cn: [plan.owner],
    // Everybody has a surname in the schema; in Indonesia often nobody has: the last part of the name stands in.
    sn: [plan.owner.split(/\s+/).at(-1) ?? plan.owner],
    mail: [plan.address],
    userPassword: [password],
    [settings.markAttribute]: [mark(delivery)],
    ...(settings.quotaAttribute === null ? {} : { [settings.quotaAttribute]: [quotaOf(plan)] }),
  };
}

/** Values of an attribute, whatever its case and form. */
export function valuesOf(entry: Found, attribute: string): readonly string[] {
  const [, value] =
    Object.entries(entry).find(([name]) => name.toLowerCase() === attribute.toLowerCase()) ?? [];
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
}

export const isOf = (entry: Found, delivery: string, { markAttribute }: LdapSettings): boolean =>
  valuesOf(entry, markAttribute).includes(mark(delivery));

/** Reachable by its address and with the capacity that was planned. */
export const isAsPlanned = (entry: Found, plan: MailboxPlan, { quotaAttribute }: LdapSettings): boolean =>
  valuesOf(entry, 'mail').some((value) => value.toLowerCase() === plan.address) &&
  (quotaAttribute === null || valuesOf(entry, quotaAttribute).includes(quotaOf(plan)));
