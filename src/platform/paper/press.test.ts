import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Press, writePdf } from './index.ts';
import type { Block, Paper } from './index.ts';

const paper = (...body: Block[]): Paper => ({
  title: 'Uji',
  author: 'Dinas',
  lang: 'id',
  createdAt: '2026-11-23T02:00:00Z',
  id: 'uji',
  page: { size: 'A4' },
  body,
});
const words = paper({ kind: 'paragraph', text: 'Isi' });
const told: unknown[] = [];
const press = new Press((error) => void told.push(error));
after(() => press.close());

test('a press gives the same bytes as writing here, for all who wait', async () => {
  const [pdf, docx, again] = await Promise.all([
    press.print(words, 'pdf'),
    press.print(words, 'docx'),
    press.print(words, 'pdf'),
  ]);
  assert.ok(pdf.equals((await writePdf(words)).bytes));
  assert.ok(pdf.equals(again));
  assert.equal(docx.subarray(0, 2).toString(), 'PK');
});

test('it tells where what has a name came to stand, as writing here does', async () => {
  const signed = paper({ kind: 'signatures', blocks: [{ post: ['Kepala,'], place: 'di-sini' }] });
  const [here, there] = await Promise.all([writePdf(signed), press.printPdf(signed)]);
  assert.deepEqual(there, here);
  assert.equal(there.places[0]?.name, 'di-sini');
});

test('a fault of the paper comes back in its words', async () => {
  const picture: Block = { kind: 'image', bytes: Buffer.from('no picture'), width: 20, alt: 'x' };
  await assert.rejects(press.print(paper(picture), 'pdf'), { code: 'paper-image', kind: 'invalid' });
});

test('a paper that breaks the thread is told, and the next one is printed by another', async () => {
  const broken = paper({ kind: 'no such block' } as unknown as Block);
  const both = await Promise.allSettled([press.print(broken, 'pdf'), press.print(words, 'docx')]);
  assert.equal(both[0].status === 'rejected' && both[0].reason.code, 'press-failed');
  assert.equal(both[1].status, 'fulfilled');
  assert.equal(told.length, 1);
});

test('more than a press can do soon is refused at once, and a closed one takes nothing', async () => {
  const other = new Press(() => {});
  const many = Promise.allSettled(Array.from({ length: 30 }, () => other.print(words, 'docx')));
  // One is in the thread and twenty wait: the rest is refused before anything was printed.
  await other.close();
  for (const one of await many) assert.equal(one.status === 'rejected' && one.reason.code, 'press-busy');
  await assert.rejects(other.print(words, 'docx'), { code: 'press-busy' });
});

test('a thread that breaks in the moment in which it is ended is told, and ends nobody else', async () => {
  const heard: unknown[] = [];
  const other = new Press((error) => void heard.push(error));
  await other.print(words, 'docx');
  const broken = other.print(paper({ kind: 'no such block' } as unknown as Block), 'docx');
  const refused = assert.rejects(broken, { code: 'press-busy' });
  // Nothing is heard of the thread while this one stands still.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  await other.close();
  await refused;
  for (let looks = 0; heard.length === 0 && looks < 100; looks += 1) await pause(20);
  assert.equal(heard.length, 1);
});
