/** Addresses of many applicants at once; those of protected reporters through the logged door, one by one. */
import type { Keys, Tx } from '../../platform/index.ts';
import type { Contact } from '../contact.ts';
import { readIdentity } from '../effects.ts';
import type { Recipient } from '../effects.ts';
import { Vault } from '../vault.ts';

export interface FoundRecipient {
  readonly vault: Vault;
  readonly recipient: Recipient;
}

/** The applicants of these requests that a message can reach, by request. */
export async function readRecipients(
  tx: Tx,
  keys: Keys,
  government: string,
  asked: { readonly requests: readonly string[]; readonly at: Temporal.Instant },
): Promise<ReadonlyMap<string, FoundRecipient>> {
  const found = new Map<string, FoundRecipient>();
  for (const { request, id, sealed, ...key } of await readContacts(tx, government, asked.requests)) {
    const vault = Vault.of(keys, government, request, key);
    const contact = JSON.parse(vault.open(id, sealed).toString()) as Contact;
    const recipient = contact.hidden ? await protectedOne(tx, vault, contact, asked.at) : contact;
    if (recipient.email !== null) found.set(request, { vault, recipient });
  }
  return found;
}

function readContacts(tx: Tx, government: string, requests: readonly string[]) {
  if (requests.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('request_value as v')
    .innerJoin('request_key as k', (join) =>
      join.onRef('k.government', '=', 'v.government').onRef('k.request', '=', 'v.request'),
    )
    .select(['v.request', 'v.id', 'v.sealed', 'k.wrapped', 'k.salt'])
    .where('v.government', '=', government)
    .where('v.request', 'in', [...requests])
    .where('v.kind', '=', 'contact')
    .execute();
}

async function protectedOne(
  tx: Tx,
  vault: Vault,
  contact: Contact,
  at: Temporal.Instant,
): Promise<Recipient> {
  const identity = await readIdentity(tx, vault, { at, actor: 'system', reason: 'deliver-message' });
  return { lang: contact.lang, name: null, email: identity?.email ?? null };
}
