/** Addresses of many applicants at once; those of protected reporters through the logged door. */
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Keys, Tx } from '../../platform/index.ts';
import type { Contact, ProtectedIdentity } from '../contact.ts';
import type { Recipient } from '../effects.ts';
import { Vault } from '../vault.ts';

/** How an applicant is reached, as it lies in the database. */
export interface SealedContact {
  readonly request: string;
  readonly id: string;
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
  readonly salt: Buffer;
}

/** The sealed contacts of these requests, by request; an erased one has none. */
export async function readContacts(
  tx: Tx,
  government: string,
  requests: readonly string[],
): Promise<ReadonlyMap<string, SealedContact>> {
  // One parameter whatever their number: the statement is planned once.
  const { rows } = await sql<SealedContact>`
    select v.request, v.id, v.sealed, k.wrapped, k.salt
      from request_value v
      join request_key k on k.government = v.government and k.request = v.request
     where v.government = ${government} and v.request = any (${[...requests]}::uuid[]) and v.kind = 'contact'`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.request, row]));
}

export interface OpenedContact {
  readonly vault: Vault;
  readonly contact: Contact;
}

/** Throws on what was not sealed under these keys. */
export function openContact(keys: Keys, government: string, row: SealedContact): OpenedContact {
  const vault = Vault.of(keys, government, row.request, row);
  return { vault, contact: JSON.parse(vault.open(row.id, row.sealed).toString()) as Contact };
}

/** The sealed identities behind these vaults, by request; each reading is logged with its reason in the same transaction. */
export async function readIdentities(
  tx: Tx,
  vaults: readonly Vault[],
  at: Temporal.Instant,
): Promise<ReadonlyMap<string, Buffer>> {
  if (vaults.length === 0) return new Map();
  const ids = vaults.map(() => randomUUIDv7());
  const requests = vaults.map(({ request }) => request);
  const { rows } = await sql<{ request: string; sealed: Buffer | null }>`
    select request, read_identity(request, log, ${at}, 'system', 'deliver-message') as sealed
      from unnest(${requests}::uuid[], ${ids}::uuid[]) asked (request, log)`.execute(tx);
  return new Map(rows.flatMap(({ request, sealed }) => (sealed ? [[request, sealed] as const] : [])));
}

/** Whom a message goes to: the contact, or, where that is hidden, the address of the identity behind it without its name. */
export function recipientOf(
  { vault, contact }: OpenedContact,
  identities: ReadonlyMap<string, Buffer>,
): Recipient {
  if (!contact.hidden) return contact;
  const sealed = identities.get(vault.request);
  const identity = sealed && (JSON.parse(vault.open('identity', sealed).toString()) as ProtectedIdentity);
  return { lang: contact.lang, name: null, email: identity?.email ?? null };
}
