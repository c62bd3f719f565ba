import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { closeAll } from './shutdown.ts';

const log = { info: () => undefined, error: () => undefined };

describe('closing', () => {
  it('goes step by step, and goes on when one fails', async () => {
    const closed: string[] = [];
    const step = (name: string, fails = false) => ({
      name,
      close: async () => {
        closed.push(name);
        if (fails) throw new Error('stuck');
      },
    });
    assert.equal(await closeAll({ steps: [step('server'), step('database')], log }), true);
    assert.equal(await closeAll({ steps: [step('jobs', true), step('files')], log }), false);
    assert.deepEqual(closed, ['server', 'database', 'jobs', 'files']);
  });

  it('does not wait for ever', async () => {
    const never = { name: 'never', close: () => new Promise<void>(() => undefined) };
    assert.equal(await closeAll({ steps: [never], patienceSeconds: 0.05, log }), false);
  });

  const requests = { 'a page being made': '/lambat', 'a download under way': '/unduh' };
  for (const [request, path] of Object.entries(requests))
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      it(`on ${signal} lets ${request} finish, then ends the process with code 0`, async () => {
        const directory = await mkdtemp(join(tmpdir(), 'pendopo-closing-'));
        const program = join(directory, 'program.ts');
        await writeFile(program, PROGRAM);
        const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
        const address = await line(child.stdout);
        const answer = fetch(address + path);
        assert.equal(await line(child.stdout), 'working');
        child.kill(signal);
        const [response, [code]] = await Promise.all([answer, once(child, 'exit')]);
        assert.equal(await response.text(), 'done');
        assert.equal(code, 0);
        await rm(directory, { recursive: true });
      });
    }
});

async function line(stream: NodeJS.ReadableStream): Promise<string> {
  const [chunk] = (await once(stream, 'data')) as [Buffer];
  return chunk.toString().trim();
}

/** A server with one slow page, closed by signals; says where it listens and when the page is being made. */
const PROGRAM = `
import { Readable } from 'node:stream';
import { pino } from '${import.meta.resolve('pino')}';
import { systemClock } from '${pathToFileURL(join(import.meta.dirname, '../../ground/index.ts')).href}';
import { keysFrom } from '${pathToFileURL(join(import.meta.dirname, '../crypto/index.ts')).href}';
import { closeOnSignals, createServer } from '${pathToFileURL(join(import.meta.dirname, 'index.ts')).href}';

const log = pino({ level: 'silent' });
const server = await createServer({
  publicUrl: 'http://localhost', trustedProxies: [], log, clock: systemClock, keys: keysFrom(Buffer.alloc(32)),
  isReady: async () => true, renderError: (fault) => fault.code,
});
// Both go on only once closing has begun, so that the test proves what it says.
const closing = Promise.withResolvers();
server.addHook('preClose', async () => closing.resolve());
server.get('/lambat', async () => {
  console.log('working');
  await closing.promise;
  return 'done';
});
server.get('/unduh', async (request, reply) => reply.type('text/plain').send(Readable.from(slowly())));
async function* slowly() {
  yield 'do';
  console.log('working');
  await closing.promise;
  yield 'ne';
}
closeOnSignals({ steps: [{ name: 'server', close: () => server.close() }], log });
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
`;
