/** What an official handed in for somebody, once more: their receipt is made of it again when its page is loaded again. */
import type { RequestDeps } from './deps.ts';
import { readJournal } from './journal.ts';
import type { UploadedFile } from './uploads.ts';
import { Vault } from './vault.ts';

/** Files of a request as they came in, in their order; none where somebody else took it in, or nobody. `request`: a UUID. */
export async function filesTakenIn(
  deps: RequestDeps,
  { government, official }: { readonly government: string; readonly official: string },
  request: string,
): Promise<readonly UploadedFile[]> {
  return deps.database.transaction({ government, viewer: official }, async (tx) => {
    const [first] = await readJournal(tx, government, request);
    if (first?.kind !== 'submitted' || first.actor.kind !== 'official') return [];
    const vault = first.actor.official === official && (await Vault.find(tx, deps.keys, government, request));
    if (!vault) return [];
    const rows = await tx
      .selectFrom('file')
      .select(['id', 'requirement', 'sealed_name', 'type', 'size', 'sha256'])
      .where('government', '=', government)
      .where('request', '=', request)
      .execute();
    const files = new Map(
      rows.map(({ sealed_name, ...row }) => [
        row.id,
        { ...row, name: vault.open(`file/${row.id}`, sealed_name).toString() },
      ]),
    );
    return first.data.files.flatMap(({ file }) => files.get(file) ?? []);
  });
}
