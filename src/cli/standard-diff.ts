import { parseArgs } from 'node:util';
import { areas, describeChange, diffValues, kindOfFile, readDefinition } from '../standard/index.ts';
import type { Change, Definition, DefinitionKind } from '../standard/index.ts';
import { faultLine } from './check.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

const OPTIONS = {
  lang: { type: 'string', default: 'id' },
  json: { type: 'boolean', default: false },
} as const;

/** Files given by themselves lie anywhere, so a name that says nothing is taken for a service. */
const kindOf = (path: string): DefinitionKind => kindOfFile(path) ?? 'service';

/** The definition in a file, or null after its faults were written to standard error. */
async function definitionIn(path: string, kind: DefinitionKind, io: CommandIo): Promise<Definition | null> {
  const reading = readDefinition(kind, { path, text: await io.readFile(path) });
  if (reading.ok) return reading.definition;
  for (const fault of reading.faults) io.stderr.write(`${faultLine(fault, 'id')}\n`);
  return null;
}

/** The published text that a file would replace. Loaded apart: two files are compared without a database. */
async function publishedBefore(
  path: string,
  { kind, name }: Definition,
  io: CommandIo,
): Promise<Definition | null> {
  const { publishedVersion } = await import('./standard-published.ts');
  const stored = await publishedVersion(path, kind, name, io);
  const reading = readDefinition(kind, { path: `${name} v${stored.n}`, text: stored.text });
  if (reading.ok) return reading.definition;
  for (const fault of reading.faults) io.stderr.write(`${faultLine(fault, 'id')}\n`);
  return null;
}

function printed(changes: readonly Change[], lang: 'id' | 'en'): string {
  if (changes.length === 0) return lang === 'id' ? 'Tidak ada perubahan.\n' : 'No changes.\n';
  const lines = Object.entries(areas).flatMap(([area, title]) => {
    const within = changes.filter((change) => change.area === area);
    return within.length === 0
      ? []
      : [title[lang], ...within.map((change) => `  ${describeChange(change, lang)}`)];
  });
  return `${lines.join('\n')}\n`;
}

/** `pendopo standard diff OLD NEW` and `pendopo standard diff FILE`. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [first, second] = positionals;
  if (first === undefined || positionals.length > 2) {
    return complain(
      io,
      'Sebut satu atau dua berkas / name one or two files. Lihat / see: pendopo standard --help',
    );
  }
  const file = second ?? first;
  const after = await definitionIn(file, kindOf(file), io);
  if (after === null) return 2;
  const before =
    second === undefined ? await publishedBefore(file, after, io) : await definitionIn(first, after.kind, io);
  if (before === null) return 2;
  const changes = diffValues(before.value, after.value);
  const lang = values.lang === 'en' ? 'en' : 'id';
  io.stdout.write(values.json ? `${JSON.stringify(changes, null, 2)}\n` : printed(changes, lang));
  return changes.length === 0 ? 0 : 1;
}
