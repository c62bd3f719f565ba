import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '../ground/index.ts';
import { hasErrors, publishDirectory } from '../standard/index.ts';
import { faultLine } from './check.ts';
import { withDatabase } from './database.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

const OPTIONS = { lang: { type: 'string', default: 'id' }, by: { type: 'string' } } as const;

/** `pendopo standard publish DIR`. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [directory] = positionals;
  if (directory === undefined) {
    return complain(
      io,
      'Sebut folder pemerintah daerah / name the directory of a government. Lihat / see: pendopo standard --help',
    );
  }
  const lang = values.lang === 'en' ? 'en' : 'id';
  const by = `cli:${values.by ?? userInfo().username}`;
  const { published, faults } = await withDatabase(io, 'pendopo_app', (database) =>
    publishDirectory(database, directory, { by, clock: systemClock }),
  );
  for (const fault of faults) io.stderr.write(`${faultLine(fault, lang)}\n`);
  if (hasErrors(faults)) return 1;
  const lines = published.map(({ kind, name, n }) => `${kind} ${name} v${n}`);
  if (lines.length === 0) lines.push(lang === 'id' ? 'Tidak ada yang berubah.' : 'Nothing changed.');
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
