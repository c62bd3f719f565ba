/** Addresses of many applicants at once; those of protected reporters through the logged door. */
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Keys, Tx } from '../../platform/index.ts';
import type { Contact, ProtectedIdentity } from '../contact.ts';
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
  const contacts = (await readContacts(tx, government, asked.requests)).map((row) => {
    const vault = Vault.of(keys, government, row.request, row);
    return { vault, contact: JSON.parse(vault.open(row.id, row.sealed).toString()) as Contact };
  });
  const hidden = contacts.filter(({ contact }) => contact.hidden).map(({ vault }) => vault);
  const identities = await readIdentities(tx, hidden, asked.at);
  const found = new Map<string, FoundRecipient>();
  for (const { vault, contact } of contacts) {
    const recipient = contact.hidden
      ? { lang: contact.lang, name: null, email: identities.get(vault.request)?.email ?? null }
      : contact;
    if (recipient.email !== null) found.set(vault.request, { vault, recipient });
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

/** Opens protected identities; each reading is logged with its reason in the same transaction. */
async function readIdentities(
  tx: Tx,
  vaults: readonly Vault[],
  at: Temporal.Instant,
): Promise<ReadonlyMap<string, ProtectedIdentity>> {
  if (vaults.length === 0) return new Map();
  const ids = vaults.map(() => randomUUIDv7());
  const requests = vaults.map(({ request }) => request);
  const { rows } = await sql<{ request: string; sealed: Buffer | null }>`
    select request, read_identity(request, log, ${at}, 'system', 'deliver-message') as sealed
      from unnest(${requests}::uuid[], ${ids}::uuid[]) asked (request, log)`.execute(tx);
  const sealed = new Map(rows.map((row) => [row.request, row.sealed]));
  return new Map(
    vaults.flatMap((vault) => {
      const own = sealed.get(vault.request);
      if (!own) return [];
      return [
        [vault.request, JSON.parse(vault.open('identity', own).toString()) as ProtectedIdentity],
      ] as const;
    }),
  );
}
