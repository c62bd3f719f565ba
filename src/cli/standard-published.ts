import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../ground/index.ts';
import { newestVersions, readDefinition } from '../standard/index.ts';
import type { DefinitionKind, StoredDefinition } from '../standard/index.ts';
import { withDatabase } from './database.ts';
import type { CommandIo } from './io.ts';

/** The government whose directory a file lies in, by its `government.yaml`. */
async function governmentOf(file: string): Promise<string> {
  const near = dirname(file);
  const path = join(basename(near) === 'services' ? dirname(near) : near, 'government.yaml');
  if (!existsSync(path)) {
    throw new Fault('not-found', 'government-unknown', {
      id: `${file} tidak berada dalam direktori sebuah pemerintah daerah: ${path} tidak ada. Bandingkan dua berkas: pendopo standard diff LAMA BARU`,
      en: `${file} is not in the directory of a government: there is no ${path}. Compare two files: pendopo standard diff OLD NEW`,
    });
  }
  const reading = readDefinition('government', { path, text: await readFile(path, 'utf8') });
  if (reading.ok) return reading.definition.value.id;
  throw new Fault('invalid', 'government-unreadable', {
    id: `${path} tidak terbaca. Jalankan: pendopo check ${path}`,
    en: `${path} cannot be read. Run: pendopo check ${path}`,
  });
}

/** The newest published version of what the file holds. Throws `not-published`. */
export async function publishedVersion(
  file: string,
  kind: DefinitionKind,
  name: string,
  io: CommandIo,
): Promise<StoredDefinition> {
  const government = await governmentOf(file);
  const newest = await withDatabase(io, 'pendopo_app', (database) =>
    database.withoutGovernment((tx) => newestVersions(tx, government)),
  );
  const found = newest.find((version) => version.kind === kind && version.name === name);
  if (found) return found;
  throw new Fault('not-found', 'not-published', {
    id: `${government}/${name} belum pernah diterbitkan.`,
    en: `${government}/${name} was never published.`,
  });
}
