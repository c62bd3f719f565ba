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
  const texts = new Map(
    [...newest, ...changed].map(({ kind, name, text }) => [fileNameOf(kind, name), text]),
  );
  return [...texts].map(([path, text]) => ({ path, text }));
}

/** The name a definition's file has in the directory of its government. */
export function fileNameOf(kind: DefinitionKind, name: string): string {
  if (kind === 'service') return `services/${name}.yaml`;
  return kind === 'calendar' ? 'calendar.json' : `${kind}.yaml`;
}
