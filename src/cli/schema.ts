import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { definitionSchemas } from '../standard/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

export const help = `pendopo schema [NAME] [--write DIR]

Prints the JSON Schema of the definition files (service, government, organisation, calendar), so that editors complete
and check them. A YAML file names its schema in its first line:
# yaml-language-server: $schema=../../../schemas/service.schema.json

  NAME          print only this one, as a plain schema
  --write DIR   write DIR/NAME.schema.json instead of printing; the repository keeps them in schemas/
`;

const OPTIONS = { write: { type: 'string' } } as const;

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [name] = positionals;
  const wanted = definitionSchemas().filter(([file]) => name === undefined || file === `${name}.schema.json`);
  if (wanted.length === 0) {
    return complain(io, `Skema "${name}" tidak ada / no such schema. Lihat / see: pendopo schema --help`);
  }
  if (values.write !== undefined) {
    await mkdir(values.write, { recursive: true });
    for (const [file, schema] of wanted) await writeFile(join(values.write, file), jsonOf(schema));
    io.stdout.write(`${wanted.map(([file]) => file).join(', ')} → ${values.write}\n`);
    return 0;
  }
  const [only] = wanted;
  io.stdout.write(jsonOf(name !== undefined && only ? only[1] : Object.fromEntries(wanted)));
  return 0;
}
