/**
 * Which names a mailbox may have. Applicants propose one in a form and officials order it: the kind of product takes the rule from here,
 * so that nobody is let through with a name that is refused days later. Pure.
 */
import type { Words } from '../../ground/index.ts';

/** Of RFC 5321's local part the letters that need no quoting, and that every program and every person can read out. */
const letters = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/;

/** RFC 5321 4.5.3.1.1. */
const longest = 64;

/**
 * Names that mean an office of the mail system (RFC 2142), whose holder can have a certificate issued for the whole domain (CA/Browser
 * Forum Baseline Requirements 3.2.2.4.4), or that programs write under.
 */
const reserved: ReadonlySet<string> = new Set([
  'abuse',
  'admin',
  'administrator',
  'daemon',
  'do-not-reply',
  'ftp',
  'hostmaster',
  'mailer-daemon',
  'news',
  'nobody',
  'noc',
  'no-reply',
  'noreply',
  'postmaster',
  'root',
  'security',
  'ssladmin',
  'ssladministrator',
  'sslwebmaster',
  'sysadmin',
  'usenet',
  'uucp',
  'webmaster',
  'www',
]);

/** Separators do not make another name of a reserved one: "no.reply" is "noreply". */
const bare = (name: string): string => name.replaceAll(/[._-]/g, '');

const reservedBare: ReadonlySet<string> = new Set([...reserved].map(bare));

const isReserved = (name: string, own: readonly string[]): boolean =>
  reservedBare.has(bare(name)) || own.some((one) => bare(one) === bare(name));

/** What is wrong with the part before the @; null when nothing is. */
export function mailboxNameFault(name: string, own: readonly string[]): Words | null {
  if (name === '') return { id: 'Isi nama akun.', en: 'Enter the account name.' };
  if (name.length > longest)
    return {
      id: `Nama akun paling panjang ${longest} huruf.`,
      en: `An account name has at most ${longest} letters.`,
    };
  if (!letters.test(name))
    return {
      id: 'Pakai huruf kecil a–z, angka, titik, tanda hubung, atau garis bawah; diawali dan diakhiri huruf atau angka.',
      en: 'Use lower-case letters a–z, digits, dots, hyphens or underscores; a letter or digit first and last.',
    };
  if (name.includes('..'))
    return { id: 'Dua titik tidak boleh berurutan.', en: 'Two dots may not follow each other.' };
  if (isReserved(name, own))
    return {
      id: `Nama "${name}" dicadangkan untuk pengelola surat. Pilih nama lain.`,
      en: `The name "${name}" is reserved for those who run the mail. Choose another one.`,
    };
  return null;
}
