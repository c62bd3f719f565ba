import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importDecree, jsonOf, MOST_BYTES, tooLarge } from '../standard/import/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

const OPTIONS = {
  lang: { type: 'string', default: 'id' },
  json: { type: 'boolean', default: false },
  government: { type: 'string' },
} as const;

/** The bytes of a file, or null where there are more than are ever read. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return size > MOST_BYTES ? null : new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

/**
 * `pendopo standard import FILE`: services, findings and decree as JSON on standard output; with --json in one line.
 * A file that cannot be read is one line on standard error and exit code 1.
 */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    return complain(
      io,
      'Sebut satu berkas keputusan / name one decree file. Lihat / see: pendopo standard --help',
    );
  }
  const government = values.government === undefined ? null : await governmentName(values.government);
  if (government === undefined) {
    return complain(
      io,
      `governments/${values.government}/government.yaml tidak ada atau tidak sah / is missing or invalid. Lihat / see: pendopo check governments/${values.government}`,
    );
  }
  const bytes = await bytesOf(path);
  const result = bytes === null ? tooLarge() : await importDecree(bytes, government);
  const lang = values.lang === 'en' ? 'en' : 'id';
  if (!result.ok) {
    complain(io, `${path}: ${result.fault.words.id} / ${result.fault.words.en}`);
    return 1;
  }
  io.stdout.write(`${JSON.stringify(jsonOf(result.value, lang), null, values.json ? 0 : 2)}\n`);
  return 0;
}

/** What a government calls itself in its definition; undefined where there is none. Loaded apart: it is seldom asked. */
async function governmentName(id: string): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return undefined;
  const [{ readFile }, { readDefinition }] = await Promise.all([
    import('node:fs/promises'),
    import('../standard/index.ts'),
  ]);
  const path = `governments/${id}/government.yaml`;
  const text = await readFile(path, 'utf8').catch(() => null);
  const reading = text === null ? null : readDefinition('government', { path, text });
  return reading?.ok === true && reading.definition.kind === 'government'
    ? reading.definition.value.name
    : undefined;
}
