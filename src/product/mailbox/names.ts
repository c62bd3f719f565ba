/** The address that a mailbox gets, from what was ordered. Pure. */
import type { Words } from '../../ground/index.ts';
import { mailboxNameFault } from '../../standard/model.ts';
import type { MailboxSettings } from './model.ts';

export interface ReadAddress {
  readonly address: string;
  readonly fault: Words | null;
}

/** The address that was asked for, whole or without its domain; letters are taken as lower case, as mail servers do. */
export function readAddress(
  asked: string,
  settings: Pick<MailboxSettings, 'domain' | 'reserved'>,
): ReadAddress {
  const text = asked.trim().toLowerCase();
  const at = text.indexOf('@');
  const [local, domain] = at < 0 ? [text, settings.domain] : [text.slice(0, at), text.slice(at + 1)];
  const address = `${local}@${domain}`;
  if (domain !== settings.domain)
    return {
      address,
      fault: {
        id: `Alamat harus berakhir dengan @${settings.domain}.`,
        en: `The address must end in @${settings.domain}.`,
      },
    };
  return { address, fault: mailboxNameFault(local, settings.reserved) };
}
