/**
 * The lines of a mailbox in Dovecot's passwd-file and in Postfix's map (texthash). Lines of others are kept as they are. Pure.
 *
 * Dovecot: `user:password:uid:gid:gecos:home:shell:extra…`; it passes over extra fields that it does not know, so ours carries the id of
 * the delivery. Postfix: `address  path below the mail root/`.
 */
import { findLine, linesOf } from '../../kept-files/index.ts';
import type { MailboxPlan } from '../model.ts';
import type { FileSettings } from './settings.ts';

/** The field that says which delivery a line belongs to. */
const mark = (delivery: string): string => `pendopo_delivery=${delivery}`;

/** What ends the name of a line: in Dovecot's file and in Postfix's map. */
export const colon = /:/;
export const blank = /\s/;

export interface AccountLine {
  readonly address: string;
  readonly hash: string;
  readonly home: string;
  readonly extra: readonly string[];
}

/**
 * Where an account's mail lies below the mail root: of each delivery its own, so that whoever gets an address that was somebody's
 * before never gets that mail.
 */
export function mailPath(address: string, delivery: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${domain}/${local}-${delivery.replaceAll('-', '').slice(-12)}`;
}

export function accountLine(
  plan: MailboxPlan,
  delivery: string,
  hash: string,
  settings: FileSettings,
): AccountLine {
  const home = `${settings.mailRoot}/${mailPath(plan.address, delivery)}`;
  return { address: plan.address, hash, home, extra: [quotaField(plan, settings), mark(delivery)] };
}

function quotaField({ quotaGb }: MailboxPlan, { dovecot }: FileSettings): string {
  const megabytes = `${Math.round(quotaGb * 1024)}M`;
  return dovecot === '2.3'
    ? `userdb_quota_rule=*:storage=${megabytes}`
    : `userdb_quota_storage_size=${megabytes}`;
}

export const formatAccount = ({ address, hash, home, extra }: AccountLine): string =>
  `${address}:${hash}::::${home}::${extra.join(' ')}`;

export const isOf = ({ extra }: AccountLine, delivery: string): boolean => extra.includes(mark(delivery));

/** Whether any delivery of ours made this line. */
export const isOurs = ({ extra }: AccountLine): boolean => extra.some((field) => field.startsWith(mark('')));

/**
 * Whether the line says what the plan says. Its hash does not count (the owner may have changed the password), nor does its home: mail
 * stays where it is when the settings name another place for new accounts.
 */
export const isAsPlanned = (line: AccountLine, planned: AccountLine): boolean =>
  line.extra.join(' ') === planned.extra.join(' ');

/** The account of this address, in any line of the text. */
export function findAccount(text: string, address: string): AccountLine | null {
  const found = findLine(text, address, colon);
  return found === null ? null : readAccount(found);
}

function readAccount(line: string): AccountLine {
  const [address = '', hash = '', , , , home = '', , ...extra] = line.split(':');
  // The extra fields may hold colons themselves.
  return { address: address.toLowerCase(), hash, home, extra: extra.join(':').split(' ').filter(Boolean) };
}

export const countAccounts = (text: string): number =>
  linesOf(text).filter((line) => !line.startsWith('#') && isOurs(readAccount(line))).length;

/** What the map says for an address; null: nothing. */
export function findMapped(text: string, address: string): string | null {
  const found = findLine(text, address, blank);
  return found?.replace(/^\S+\s+/, '').trim() ?? null;
}

export const mapLine = (address: string, delivery: string): string =>
  `${address} ${mailPath(address, delivery)}/Maildir/`;
