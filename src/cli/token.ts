import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { Fault, systemClock, valueOf } from '../ground/index.ts';
import { findHolder, issueToken, logAccess } from '../people/index.ts';
import { readConfig } from '../platform/index.ts';
import type { Database, Keys } from '../platform/index.ts';
import { todayIn } from '../request/index.ts';
import { loadCatalogue } from '../standard/index.ts';
import type { Catalogue } from '../standard/index.ts';
import { withDatabase } from './database.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';
import { getKeys } from './keys.ts';

export const help = `pendopo token --government GOVERNMENT --position POSITION [--official USERNAME] [--reason TEXT]

Prints a bearer token for the API, valid for one hour, that acts in one position. Works beside the running portal and
needs its key file (DATA_DIR). Every token is written into the access log.

  --government ID      such as klaten
  --position ID        such as pengelola-ruang-rapat; the official who holds it today acts, the definitive holder first
  --official USERNAME  another holder of the same position (Plt, Plh)
  --reason TEXT        why; needed outside the demo

Exit code 0: printed; 1: nobody holds the position, or it is not there; 2: wrong usage.
`;

const OPTIONS = {
  government: { type: 'string' },
  position: { type: 'string' },
  official: { type: 'string' },
  reason: { type: 'string' },
} as const;

interface Asked {
  readonly government: string;
  readonly position: string;
  readonly official: string | undefined;
  readonly reason: string | undefined;
}

/** `pendopo token`. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { government, position, official, reason } = parseArgs({ args, options: OPTIONS }).values;
  if (government === undefined || position === undefined) {
    return complain(
      io,
      'Sebut --government dan --position / name --government and --position. Lihat / see: pendopo token --help',
    );
  }
  const config = valueOf(readConfig(process.env));
  if (!config.demo && !reason?.trim()) {
    return complain(
      io,
      'Di luar peragaan sebutkan alasannya / outside the demo give the reason: --reason "…"',
    );
  }
  const keys = await getKeys(config);
  const asked = { government, position, official, reason: reason?.trim() };
  const token = await withDatabase(io, 'pendopo_app', (database) => tokenFor(database, keys, asked));
  io.stdout.write(`${token}\n`);
  return 0;
}

async function tokenFor(database: Database, keys: Keys, asked: Asked): Promise<string> {
  const catalogue = await loadCatalogue(database, systemClock);
  const { government, position } = checked(catalogue, asked);
  const now = systemClock.now();
  return database.transaction({ government }, async (tx) => {
    const today = todayIn(catalogue, government, now);
    const holder = await findHolder(tx, government, position, today, asked.official);
    if (!holder) throw nobody(asked);
    await logAccess(tx, government, {
      at: now,
      actor: `cli:${userInfo().username}`,
      act: 'token-issued',
      subject: `${holder.official}/${position}`,
      ...(asked.reason ? { reason: asked.reason } : {}),
    });
    return issueToken(keys, systemClock, { government, official: holder.official, position });
  });
}

/** What was asked for, if it is there. Faults `government-unknown`, `position-unknown` name what there is. */
function checked(catalogue: Catalogue, asked: Asked): Asked {
  const { government, position } = asked;
  if (!catalogue.findGovernment(government)) {
    throw unknown('government-unknown', government, catalogue.governmentIds());
  }
  const ids = catalogue.organisation(government).positions.map(({ id }) => id);
  if (!ids.includes(position)) throw unknown('position-unknown', position, ids);
  return asked;
}

const unknown = (code: string, asked: string, known: readonly string[]): Fault =>
  new Fault('not-found', code, {
    id: `"${asked}" tidak ada. Yang ada: ${known.join(', ')}.`,
    en: `There is no "${asked}". There are: ${known.join(', ')}.`,
  });

const nobody = ({ position, official }: Asked): Fault =>
  new Fault('not-found', 'position-vacant', {
    id: `Hari ini tidak ada ${official ?? 'petugas'} yang memegang jabatan ${position}. Atur di Kelola → Petugas.`,
    en: `Today no ${official ?? 'official'} holds the position ${position}. Change it under Administration → Officials.`,
  });
