import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One numbered file of `migrations/`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, hexadecimal; lines end alike on every system. */
  readonly checksum: string;
}

/** Where the migrations stand in this program. */
export const migrationsDirectory = join(import.meta.dirname, '../../../migrations');

/** The migrations of a folder by number. Throws when a number is missing or taken twice. */
export async function readMigrations(directory: string): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/u.test(name)).sort();
  const migrations = await Promise.all(names.map((name) => readMigration(directory, name)));
  if (names.length === 0) throw new Error(`${directory} holds no migrations`);
  const misplaced = migrations.find((migration, at) => migration.number !== at + 1);
  if (misplaced !== undefined)
    throw new Error(`${misplaced.name}: numbers must go 0001, 0002, … without gap`);
  return migrations;
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const sql = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { number: Number(name.slice(0, 4)), name, sql, checksum };
}
