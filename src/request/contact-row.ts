/** How the applicant is reached, as it lies sealed beside the request. */
import type { Tx } from '../platform/index.ts';
import type { Contact } from './contact.ts';
import type { Vault } from './vault.ts';

/** Null once the request was erased. */
export async function readContact(tx: Tx, vault: Vault): Promise<Contact | null> {
  const row = await tx
    .selectFrom('request_value')
    .select(['id', 'sealed'])
    .where('government', '=', vault.government)
    .where('request', '=', vault.request)
    .where('kind', '=', 'contact')
    .executeTakeFirst();
  return row ? (JSON.parse(vault.open(row.id, row.sealed).toString()) as Contact) : null;
}
