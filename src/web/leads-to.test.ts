import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { addLeadsTo } from './leads-to.ts';

test('our script is told where an answer leads; everybody else is led there', async () => {
  const server = fastify();
  addLeadsTo(server);
  server.post('/simpan', (_request, reply) => reply.redirect('/orang/7?hasil=ada#kompetensi', 303));
  server.get('/pindah', (_request, reply) => reply.redirect('/baru', 301));
  server.post('/salah', (_request, reply) => reply.code(422).send('salah'));
  const ask = async (method: 'GET' | 'POST', url: string, headers = {}): Promise<readonly unknown[]> => {
    const { statusCode, headers: given } = await server.inject({ method, url, headers });
    return [statusCode, given['location'], given['leads-to']];
  };
  const script = { 'sent-by': 'script' };
  const to = '/orang/7?hasil=ada#kompetensi';
  assert.deepEqual(await ask('POST', '/simpan'), [303, to, undefined]);
  assert.deepEqual(await ask('POST', '/simpan', script), [204, undefined, to]);
  assert.deepEqual(await ask('GET', '/pindah', script), [301, '/baru', undefined], 'no answer to a form');
  assert.deepEqual(await ask('POST', '/salah', script), [422, undefined, undefined]);
  await server.close();
});
