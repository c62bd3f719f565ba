import type { DefinitionFile, DefinitionKind } from '../reading/definitions.ts';
import type { StoredDefinition } from './version.ts';

/**
 * The newest versions of a government as files, by the names they have in a directory; with `changed` in place of
 * its predecessor. What the desk publishes is checked together with all the rest, as a directory is.
 */
export function filesOf(
  newest: readonly StoredDefinition[],
  changed: readonly Pick<StoredDefinition, 'kind' | 'name' | 'text'>[] = [],
): DefinitionFile[] {
  const files = new Map<string, DefinitionFile>();
  for (const { kind, name, text } of newest) {
    const path = fileNameOf(kind, name);
    files.set(path, { path, text, published: true });
  }
  for (const { kind, name, text } of changed) {
    const path = fileNameOf(kind, name);
    files.set(path, { path, text });
  }
  return [...files.values()];
}

/** The name a definition's file has in the directory of its government. */
export function fileNameOf(kind: DefinitionKind, name: string): string {
  if (kind === 'service') return `services/${name}.yaml`;
  return kind === 'calendar' ? 'calendar.json' : `${kind}.yaml`;
}
