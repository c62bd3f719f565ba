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
  const answers = (first?.data as EntryData['submitted'] | undefined)?.answers;
  const text = answers ? await vault.read(tx, answers) : null;
  return text === null ? {} : (JSON.parse(text) as Answers);
}
