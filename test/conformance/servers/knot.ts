/** A real Knot DNS that serves one zone from its file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { programAt } from '../needs.ts';
import { freePort, startServer } from './process.ts';
import type { NameServer } from './named.ts';

/** `key`: a TSIG key that may change the zone, in base64; null: nobody may. */
export async function startKnot(
  folder: string,
  zone: string,
  { file, key }: { file: string; key: string | null },
): Promise<NameServer> {
  const port = await freePort();
  const home = join(folder, 'knot');
  await mkdir(home);
  const conf = join(home, 'knot.conf');
  const rule =
    key === null
      ? ''
      : `key:\n  - id: pendopo\n    algorithm: hmac-sha256\n    secret: ${key}\nacl:\n  - id: ours\n    key: pendopo\n    action: update\n`;
  await writeFile(
    conf,
    `server:
    rundir: ${home}
    listen: 127.0.0.1@${port}
    background-workers: 1
    udp-workers: 1
    tcp-workers: 1
log:
  - target: stderr
    any: info
database:
    storage: ${home}
${rule}zone:
  - domain: ${zone}
    file: ${file}
    storage: ${home}
    zonefile-load: whole
    journal-content: none
${key === null ? '' : '    acl: ours\n'}`,
    { mode: 0o600 },
  );
  const server = await startServer(programAt('knotd'), ['-c', conf], { port });
  return { ...server, port, key: key ?? '' };
}
