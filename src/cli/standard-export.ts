import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesOf, newestVersions } from '../standard/index.ts';
import { withDatabase } from './database.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

const OPTIONS = { lang: { type: 'string' }, to: { type: 'string' }, sippn: { type: 'string' } } as const;

/** `pendopo standard export GOVERNMENT`: the newest versions, byte for byte as they were published. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [government] = positionals;
  if (government === undefined) {
    return complain(
      io,
      'Sebut pemerintah daerahnya / name the government. Lihat / see: pendopo standard --help',
    );
  }
  if (values.sippn !== undefined) {
    const { exportForSippn } = await import('./standard-sippn.ts');
    return exportForSippn(government, values.sippn, io);
  }
  const newest = await withDatabase(io, 'pendopo_app', (database) =>
    database.withoutGovernment((tx) => newestVersions(tx, government)),
  );
  if (newest.length === 0) {
    return complain(
      io,
      `${government}: belum ada yang diterbitkan / nothing is published. Lihat / see: pendopo standard list`,
    );
  }
  const files = filesOf(newest);
  for (const { path, text } of files) {
    const target = join(values.to ?? government, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    io.stdout.write(`${target}\n`);
  }
  return 0;
}
