/** A real BIND that serves one zone. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { programAt } from '../needs.ts';
import { freePort, startServer } from './process.ts';
import type { Server } from './process.ts';

export interface NameServer extends Server {
  readonly port: number;
  /** TSIG key "pendopo" (HMAC-SHA256) that may change the zone, in base64. */
  readonly key: string;
}

/** `file` is the zone's file, which the server changes when it may be updated. */
export async function startNamed(
  folder: string,
  zone: string,
  { file, updates }: { file: string; updates: boolean },
): Promise<NameServer> {
  const port = await freePort();
  const key = randomBytes(32).toString('base64');
  const conf = join(folder, 'named.conf');
  const allowed = updates ? 'update-policy { grant pendopo zonesub A AAAA CNAME TXT; };' : '';
  await writeFile(
    conf,
    `options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };
       pid-file none; session-keyfile "${join(folder, 'session.key')}"; recursion no; notify no; };
     controls { };
     key pendopo { algorithm hmac-sha256; secret "${key}"; };
     zone "${zone}" { type primary; file "${file}"; allow-transfer { any; }; ${allowed} };\n`,
    { mode: 0o600 },
  );
  const server = await startServer(programAt('named'), ['-g', '-c', conf, '-n', '1'], { port, cwd: folder });
  return { ...server, port, key };
}
