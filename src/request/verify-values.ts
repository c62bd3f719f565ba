/** Whether the values that entries point at are still what they were: opened and held to the salted hash in the journal. */
import type { Finding, JournalEntry, Keys } from '../platform/index.ts';
import type { StoredRequest } from './stored-request.ts';
import { Vault } from './vault.ts';

interface Pointer {
  readonly position: number;
  readonly id: string;
  readonly hash: string;
  readonly of: 'value' | 'file';
}

export function valueFindings(stored: StoredRequest, keys: Keys): readonly Finding[] {
  const { chain, erased, key } = stored;
  const at = (kind: Finding['kind'], position: number | undefined): Finding => ({
    kind,
    request: chain.request,
    position,
  });
  if (erased) return [];
  if (!key) return [at('values-lost', undefined)];
  const vault = openVault(stored, keys);
  if (!vault) return [at('values-lost', undefined)];
  return chain.entries
    .flatMap(({ entry }) => pointersIn(entry))
    .filter((pointer) => !holds(pointer, stored, vault))
    .map(({ position }) => at('value-altered', position));
}

function openVault({ chain, key }: StoredRequest, keys: Keys): Vault | null {
  try {
    return key ? Vault.of(keys, chain.government, chain.request, key) : null;
  } catch {
    return null;
  }
}

function holds({ id, hash, of }: Pointer, { values, files }: StoredRequest, vault: Vault): boolean {
  const kept = of === 'value' ? values.get(id) : files.get(id);
  if (!kept) return false;
  try {
    return vault.hash(of === 'value' ? vault.open(id, kept) : kept) === hash;
  } catch {
    return false;
  }
}

/** Every reference in an entry: `{value, hash}` to a value, `{file, hash}` to a file. */
function pointersIn({ position, data }: JournalEntry): Pointer[] {
  const found: Pointer[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { value, file, hash } = node as Readonly<Record<string, unknown>>;
    if (typeof hash === 'string' && typeof value === 'string')
      found.push({ position, id: value, hash, of: 'value' });
    if (typeof hash === 'string' && typeof file === 'string')
      found.push({ position, id: file, hash, of: 'file' });
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(data);
  return found;
}
