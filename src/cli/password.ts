import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '../ground/index.ts';
import { resetPassword } from '../people/index.ts';
import { withDatabase } from './database.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

export const help = `pendopo password USERNAME [--without-second-factor]

Gives an official a new password for once, prints it, and ends all their sessions. Whoever signs in with it changes it
before anything else. For the first sign-in and for whoever forgot theirs. Works beside the running portal; written into
the access log.

  USERNAME                 as under Administration → Officials, such as budi@klaten
  --without-second-factor  removes their two-step verification as well: phone and recovery codes are lost, and no other
                           administrator is there to reset it

Exit code 0: printed; 1: there is no such official; 2: wrong usage.
`;

/** `pendopo password`. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'without-second-factor': { type: 'boolean', default: false } },
  });
  const [username, ...more] = positionals;
  if (username === undefined || more.length > 0) {
    return complain(io, 'Sebut satu nama pengguna / name one user. Lihat / see: pendopo password --help');
  }
  const by = `cli:${userInfo().username}`;
  const password = await withDatabase(io, 'pendopo_app', (database) =>
    resetPassword(database, systemClock, username, {
      by,
      withoutSecondFactor: values['without-second-factor'],
    }),
  );
  io.stdout.write(`${password}\n`);
  return 0;
}
