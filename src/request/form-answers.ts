import type { Tx } from '../platform/index.ts';
import type { Answers } from '../standard/index.ts';
import type { EntryData } from './model/entries.ts';
import type { Vault } from './vault.ts';

/** The answers of the form of one request, opened; none where the identity lies apart or all was erased. */
export async function readFormAnswers(tx: Tx, vault: Vault): Promise<Answers> {
  const { government, request } = vault;
  const first = await tx
    .selectFrom('journal')
    .select('data')
    .where('government', '=', government)
    .where('request', '=', request)
    .where('position', '=', 1)
    .executeTakeFirst();
  // The first entry of every journal is `submitted`; evolve refuses any other.
  const { value } = (first?.data as EntryData['submitted'] | undefined)?.answers ?? { value: null };
  if (value === null) return {};
  const row = await tx
    .selectFrom('request_value')
    .select('sealed')
    .where('government', '=', government)
    .where('request', '=', request)
    .where('id', '=', value)
    .executeTakeFirst();
  return row ? (JSON.parse(vault.open(value, row.sealed).toString()) as Answers) : {};
}
