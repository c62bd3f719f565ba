import { parseArgs } from 'node:util';
import { Fault, systemClock, valueOf } from '../ground/index.ts';
import { exportMasterKey, importMasterKey, noteKeyBackup, readConfig } from '../platform/index.ts';
import { hiddenLine } from './hidden-line.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

export const help = `pendopo masterkey backup FILE    write the master key to FILE, sealed under a passphrase
pendopo masterkey restore FILE   put the key of FILE in place (MASTER_KEY_FILE)

Without the master key nothing that is stored can be read. Keep the backup outside the server, and the passphrase
elsewhere. A key that is in place is never replaced.

  --passphrase-file FILE   first line of FILE; without it PENDOPO_PASSPHRASE, else a line of standard input

Exit code 0: done; 1: refused; 2: wrong usage.
`;

const OPTIONS = { 'passphrase-file': { type: 'string' } } as const;
const VARIABLE = 'PENDOPO_PASSPHRASE';

const acts: Readonly<Record<string, (file: string, keyFile: string, passphrase: string) => Promise<string>>> =
  {
    backup: (file, keyFile, passphrase) => exportMasterKey(keyFile, file, passphrase),
    restore: importMasterKey,
  };

/** `pendopo masterkey backup|restore FILE`; prints the fingerprint of the key. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [name = '', file] = positionals;
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (act === undefined || file === undefined || positionals.length > 2) {
    return complain(
      io,
      'Sebut backup atau restore, dan berkasnya / name backup or restore, and the file. Lihat / see: pendopo masterkey --help',
    );
  }
  const { masterKeyFile, dataDirectory } = valueOf(readConfig(process.env));
  const passphrase = await passphraseFrom(io, values['passphrase-file']);
  const fingerprint = await act(file, masterKeyFile, passphrase);
  if (name === 'backup') await note(io, dataDirectory, fingerprint);
  io.stdout.write(`${fingerprint}\n`);
  return 0;
}

/** The backup is made, whether or not its note can be written: from another machine there may be no data directory. */
async function note(io: CommandIo, dataDirectory: string, fingerprint: string): Promise<void> {
  try {
    await noteKeyBackup(dataDirectory, { at: systemClock.now(), fingerprint });
  } catch {
    complain(
      io,
      'Cadangan sudah dibuat, tetapi tidak dapat dicatat di DATA_DIR / the backup is made, but could not be noted in DATA_DIR.',
    );
  }
}

async function passphraseFrom(io: CommandIo, file: string | undefined): Promise<string> {
  const given = file === undefined ? process.env[VARIABLE] : firstLine(await io.readFile(file));
  const passphrase = given ?? (await typedPassphrase(io));
  if (passphrase !== '') return passphrase;
  throw new Fault('invalid', 'passphrase-missing', {
    id: `Beri frasa sandi lewat --passphrase-file, ${VARIABLE}, atau masukan.`,
    en: `Give the passphrase by --passphrase-file, ${VARIABLE}, or standard input.`,
  });
}

/** At a terminal it is not shown, and asked for twice: a slip would make the backup worthless. */
async function typedPassphrase(io: CommandIo): Promise<string> {
  if (!process.stdin.isTTY) return lineFrom(io.stdin);
  const typed = await hiddenLine('Frasa sandi / passphrase: ');
  if ((await hiddenLine('Sekali lagi / once more: ')) === typed) return typed;
  throw new Fault('invalid', 'passphrase-differs', {
    id: 'Kedua frasa sandi berbeda. Ulangi.',
    en: 'The two passphrases differ. Try again.',
  });
}

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0] ?? '';

async function lineFrom(input: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += chunk.toString();
    if (text.includes('\n')) break;
  }
  return firstLine(text);
}
