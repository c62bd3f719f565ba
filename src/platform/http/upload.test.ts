import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Fault, StandingClock } from '../../ground/index.ts';
import { keysFrom } from '../crypto/index.ts';
import { openFileStore } from '../files/index.ts';
import type { FileStore, StoredFile } from '../files/index.ts';
import { readMultipart } from './multipart.ts';
import { createServer } from './server.ts';

const dataKey = randomBytes(32);
let directory: string;
let store: FileStore;
let server: FastifyInstance;
let base: string;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pendopo-upload-'));
  store = await openFileStore({ directory });
  server = await createServer({
    publicUrl: 'http://localhost',
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    clock: new StandingClock('2026-11-21T08:00:00Z'),
    keys: keysFrom(Buffer.alloc(32)),
    isReady: async () => true,
    renderError: (fault) => fault.code,
  });
  server.post('/api/berkas', { config: { multipart: true } }, async (request) => {
    const taken: { id: string; size: number; type: StoredFile['type'] }[] = [];
    const faults: string[] = [];
    await readMultipart(request, {
      onFile: async ({ content }) => {
        const id = randomUUID();
        try {
          const { size, type } = await store.put({ government: 'klaten', id, dataKey, source: content });
          taken.push({ id, size, type });
        } catch (error) {
          // As a form does that tells of all files at fault at once.
          if (!(error instanceof Fault)) throw error;
          faults.push(error.code);
        }
      },
    });
    return { taken, faults };
  });
  server.get<{ Params: { id: string } }>('/api/berkas/:id', async (request, reply) =>
    reply
      .type('application/pdf')
      .send(await store.get({ government: 'klaten', id: request.params.id, dataKey })),
  );
  base = await server.listen({ port: 0, host: '127.0.0.1' });
});
after(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

const MIB = 1024 * 1024;
const pdfOf = (bytes: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 9)]);
async function upload(files: Buffer[]): Promise<{ taken: { id: string; size: number }[]; faults: string[] }> {
  const form = new FormData();
  for (const bytes of files) form.append('berkas', new Blob([new Uint8Array(bytes)]), 'surat.pdf');
  const answer = await fetch(`${base}/api/berkas`, { method: 'POST', body: form });
  return (await answer.json()) as { taken: { id: string; size: number }[]; faults: string[] };
}

describe('an uploaded file', () => {
  it('of the largest size comes back byte for byte', async () => {
    const bytes = pdfOf(10 * MIB);
    const { taken } = await upload([bytes]);
    assert.equal(taken[0]?.size, 10 * MIB);
    const back = await fetch(`${base}/api/berkas/${taken[0]?.id}`);
    assert.deepEqual(Buffer.from(await back.arrayBuffer()), bytes);
  });

  it('at fault does not keep the others from being taken', async () => {
    const files = [
      pdfOf(MIB),
      randomBytes(MIB),
      pdfOf(10 * MIB + 1),
      Buffer.from('GIF89a...........'),
      pdfOf(70_000),
    ];
    const { taken, faults } = await upload(files);
    assert.deepEqual(faults, ['file-kind-refused', 'file-too-large', 'file-kind-refused']);
    assert.deepEqual(
      taken.map(({ size }) => size),
      [MIB, 70_000],
    );
    const lying = await readdir(directory, { recursive: true, withFileTypes: true });
    const names = lying.filter((entry) => entry.isFile()).map(({ name }) => name);
    for (const { id } of taken) assert.ok(names.includes(id));
    // The two taken here and the one of the test above: nothing of those at fault.
    assert.equal(names.length, 3);
  });

  it('that is not there is told as a fault, before anything is sent', async () => {
    const answer = await fetch(`${base}/api/berkas/${randomUUID()}`);
    assert.equal(answer.status, 404);
    assert.equal(((await answer.json()) as { code: string }).code, 'file-not-found');
  });
});
