import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Fault } from '../ground/index.ts';
import { commands } from './commands.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

/** The bytes of a file, up to one more than `most`: a device may never end. */
async function readUpTo(path: string, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(path, { end: most })) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function readText(path: string, most?: number): Promise<string> {
  if (most === undefined) return readFile(path, 'utf8');
  const bytes = await readUpTo(path, most);
  if (bytes.length > most) throw Object.assign(new Error(`${path}: too large`), { code: 'EFBIG' });
  return bytes.toString('utf8');
}

const io: CommandIo = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  readFile: readText,
};

function listOfCommands(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(
    ({ name, summary }) => `  ${name.padEnd(width)}  ${summary.id}\n  ${' '.repeat(width)}  ${summary.en}`,
  );
  return `pendopo PERINTAH [--help]\n\n${lines.join('\n')}\n`;
}

const asksForHelp = (word: string): boolean => ['--help', '-h', 'help'].includes(word);

/** Runs one command line and gives its exit code. Faults end in one line on standard error, with the way out. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  // `pendopo … | head` closes the pipe early; that is no fault of the command.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(0);
    throw fault;
  });
  if (asksForHelp(name) && rest.length === 0) {
    io.stdout.write(listOfCommands());
    return 0;
  }
  const command = commands.find((known) => known.name === (asksForHelp(name) ? rest[0] : name));
  if (command === undefined) {
    return complain(io, `Perintah "${name}" tidak ada / no such command. Lihat / see: pendopo --help`);
  }
  const module = await command.load();
  if (asksForHelp(name) || rest.some((word) => word === '--help' || word === '-h')) {
    io.stdout.write(module.help);
    return 0;
  }
  return module.run(rest, io).catch((fault: unknown) => explain(name, fault));
}

/** A fault brings its words and one line for each field; an error of the system or of usage its message. */
function explain(name: string, fault: unknown): number {
  if (fault instanceof Fault) {
    for (const { id, en } of [fault.words, ...fault.fields.map(({ words }) => words)])
      complain(io, `${id} / ${en}`);
    return 1;
  }
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') throw fault;
  if (fault.code.startsWith('ERR_PARSE_ARGS')) {
    return complain(io, `${fault.message} Lihat / see: pendopo ${name} --help`);
  }
  complain(io, fault.message);
  return 1;
}
