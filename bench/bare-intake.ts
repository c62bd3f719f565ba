/**
 * The least that takes in a file: no form is read, nothing is checked, and only two rows are written. `bare-intake.ts FOLDER` with the
 * folder of a portal that runs; prints its address.
 */
import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { bareTransaction, openBeside } from './bare.ts';

const dataDirectory = process.argv[2] ?? '';
/** Beside the portal's own files, on the same disk. */
const folder = await mkdtemp(join(dataDirectory, 'bare-intake-'));
const database = await openBeside({ dataDirectory });

/** As the portal keeps a file: hashed, sealed, and on disk for good. */
async function keep(request: IncomingMessage): Promise<void> {
  const hash = createHash('sha256');
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12));
  const sealed: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk);
    sealed.push(cipher.update(chunk));
  }
  hash.digest();
  sealed.push(cipher.final(), cipher.getAuthTag());
  const file = await open(join(folder, randomUUID()), 'wx', 0o600);
  await file.writev(sealed);
  await Promise.all([file.sync(), syncFolder()]);
  await file.close();
}

async function syncFolder(): Promise<void> {
  const opened = await open(folder);
  await opened.sync();
  await opened.close();
}

const server = createServer((request, response) => {
  void keep(request)
    .then(() => bareTransaction(database))
    .then(
      () => response.writeHead(201).end('{}'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
