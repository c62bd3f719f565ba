import { join } from 'node:path';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock, valueOf } from '../ground/index.ts';
import { openFileStore, readConfig, readRequestNumber } from '../platform/index.ts';
import type { Config, Database, Keys } from '../platform/index.ts';
import { productDeps, productPort } from '../product/index.ts';
import { eraseRequest, findHome, requestNotFound } from '../request/index.ts';
import { loadCatalogue } from '../standard/index.ts';
import { withDatabase } from './database.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';
import { getKeys } from './keys.ts';

export const help = `pendopo erase NUMBER --reason TEXT

Erases the personal data of a request that has ended (UU 27/2022 arts. 42-45): answers, texts, files, contacts and
messages, by destroying their key. It cannot be undone. The journal stays, verifies, and says "erased".

  --reason TEXT   who asked for it and why, without names; kept in the access log

Exit code 0: erased (also when it was before); 1: refused; 2: wrong usage.
`;

const OPTIONS = { reason: { type: 'string' } } as const;

/** `pendopo erase NUMBER`. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [text] = positionals;
  const reason = values.reason?.trim();
  if (text === undefined || positionals.length > 1 || !reason) {
    return complain(
      io,
      'Sebut satu nomor dan alasannya / name one number and the reason. Lihat / see: pendopo erase --help',
    );
  }
  const config = valueOf(readConfig(process.env));
  const keys = await getKeys(config);
  const { number } = valueOf(readRequestNumber(text));
  await withDatabase(io, 'pendopo_worker', (database) => erase(database, config, keys, { number, reason }));
  io.stdout.write(`${number}\n`);
  return 0;
}

async function erase(
  database: Database,
  config: Config,
  keys: Keys,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<void> {
  const government = await findHome(database, number);
  if (government === null) throw requestNotFound();
  const catalogue = await loadCatalogue(database, systemClock);
  const deps = {
    database,
    keys,
    clock: systemClock,
    files: await openFileStore({ directory: join(config.dataDirectory, 'files') }),
    catalogue,
    products: productPort(productDeps(config, { keys, catalogue, clock: systemClock })),
  };
  await eraseRequest(deps, { government, number, reason, actor: `cli:${userInfo().username}` });
}
