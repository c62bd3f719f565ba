import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { SharedAnswers } from './shared-answers.ts';

const text = 'Selesai paling lambat Senin, 23 November 2026. '.repeat(100);

/** A server with one such answer; counts how often it was made. */
function serverOf(
  answers: SharedAnswers,
  make: (name: string) => string,
): { server: FastifyInstance; made: string[]; state: { age: string } } {
  const server = fastify();
  const made: string[] = [];
  const state = { age: '1' };
  server.get<{ Params: { name: string } }>('/:name', (request, reply): Promise<FastifyReply> => {
    const { name } = request.params;
    return answers.send(request, reply.type('text/plain'), { name, age: state.age }, () => {
      made.push(name);
      return make(name);
    });
  });
  return { server, made, state };
}

const asked = (server: FastifyInstance, url: string, encoding?: string) =>
  server.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });

describe('shared answers', () => {
  it('are the text that was made, in each encoding, made once for all who ask at the same time', async () => {
    const { server, made } = serverOf(new SharedAnswers(), () => text);
    const opened = { br: brotliDecompressSync, gzip: gunzipSync } as const;
    for (const encoding of ['br', 'gzip'] as const) {
      const answers = await Promise.all([1, 2, 3].map(() => asked(server, '/satu', encoding)));
      for (const { rawPayload, headers } of [...answers, await asked(server, '/satu', encoding)]) {
        assert.equal(opened[encoding](rawPayload).toString(), text);
        assert.equal(headers['content-encoding'], encoding);
        assert.equal(headers['content-length'], String(rawPayload.length));
        assert.equal(headers['vary'], 'accept-encoding');
      }
    }
    const plain = await asked(server, '/satu');
    assert.equal(plain.body, text);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.deepEqual(made, ['satu', 'satu', 'satu']);
  });

  it('are told apart by name, and made anew at another age', async () => {
    const { server, made, state } = serverOf(new SharedAnswers(), (name) => `${name} ${state.age}`);
    assert.equal((await asked(server, '/satu')).body, 'satu 1');
    assert.equal((await asked(server, '/dua')).body, 'dua 1');
    state.age = '2';
    assert.equal((await asked(server, '/satu')).body, 'satu 2');
    assert.equal((await asked(server, '/satu')).body, 'satu 2');
    assert.deepEqual(made, ['satu', 'dua', 'satu']);
  });

  it('take no more room than they are given; what finds none is made each time', async () => {
    const { server, made } = serverOf(new SharedAnswers(text.length * 2), () => text);
    for (const name of ['a', 'b', 'c', 'c', 'a', 'b'])
      assert.equal((await asked(server, `/${name}`)).body, text);
    assert.deepEqual(made, ['a', 'b', 'c', 'c']);
  });

  it('that could not be made are tried again', async () => {
    let broken = true;
    const { server } = serverOf(new SharedAnswers(), () => {
      if (broken) throw new Error('broken');
      return text;
    });
    assert.equal((await asked(server, '/satu')).statusCode, 500);
    broken = false;
    assert.equal((await asked(server, '/satu')).body, text);
  });

  it('of an age that has passed do not count for the next', async () => {
    const { server, made, state } = serverOf(new SharedAnswers(text.length), () => text);
    await asked(server, '/a');
    state.age = '2';
    await asked(server, '/b');
    await asked(server, '/b');
    assert.deepEqual(made, ['a', 'b']);
  });
});
