import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { callCommand } from '../../test/support/command.ts';
import { run as runFee } from './fee.ts';
import { run } from './standard-import.ts';

const STANDARD = `STANDAR PELAYANAN PEMINJAMAN TENDA
No | Komponen | Uraian |
1 | Persyaratan | 1. Surat permohonan 2. Fotokopi KTP |
2 | Sistem, Mekanisme dan Prosedur | 1. Pemohon datang 2. Petugas menyerahkan tenda |
3 | Jangka Waktu Pelayanan | 2 hari kerja |
4 | Biaya/Tarif | Rp15.000 |
`;

describe('pendopo standard import', () => {
  let folder: string;
  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-import-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('prints services, findings and decree', async () => {
    const { code, stdout, stderr } = await callCommand(run, [
      await file('tenda.txt', STANDARD),
      '--json',
      '--lang',
      'en',
    ]);
    assert.deepEqual([code, stderr], [0, '']);
    const { services, decree } = JSON.parse(stdout);
    assert.equal(decree, null);
    const [service] = services;
    assert.equal(service.title, 'PEMINJAMAN TENDA');
    assert.deepEqual(service.components.requirements, { items: ['Surat permohonan', 'Fotokopi KTP'] });
    assert.deepEqual(service.components.time, {
      text: '2 hari kerja',
      promise: { basis: 'working', months: 0, days: 2, hours: 0, minutes: 0 },
    });
    assert.deepEqual(service.components.fee, {
      text: 'Rp15.000',
      free: false,
      amounts: [{ idr: 15_000, times: 1 }],
    });
    assert.deepEqual(service.places.time, [{ page: null, line: 5 }]);
    const components = service.findings.map(({ component }: { component: string }) => component);
    assert.ok(components.includes('fee'), 'no tariff basis');
    assert.ok(components.includes('evaluation'), 'a component is missing');
    assert.ok(stdout.trimEnd().split('\n').length === 1);
  });

  test('a decree of another government gets a finding', async () => {
    const path = await file('lain.txt', STANDARD.replace('TENDA', 'TENDA KABUPATEN SAMUDRA'));
    const { stdout } = await callCommand(run, [path, '--government', 'klaten']);
    assert.match(stdout, /tidak menyebut Kabupaten Klaten/);
    const unknown = await callCommand(run, [path, '--government', 'nirwana']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /governments\/nirwana/);
  });

  test('what cannot be read is one line with the way out, and no stack', async () => {
    const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['kosong.pdf', '', /kosong/],
      ['catatan.txt', 'Rapat hari Senin.\n', /standar pelayanan/],
      ['bising.pdf', new Uint8Array(1000).map((_, at) => (at * 7919) % 256), /bukan PDF/],
      ['rusak.pdf', '%PDF-1.7\nrusak', /rusak/],
    ];
    for (const [name, content, words] of bad) {
      const { code, stdout, stderr } = await callCommand(run, [await file(name, content)]);
      assert.deepEqual([code, stdout], [1, ''], name);
      assert.match(stderr, words, name);
      assert.equal(stderr.trimEnd().split('\n').length, 1, name);
    }
  });
});

test('pendopo fee prints what a fee says', async () => {
  const { code, stdout } = await callCommand(runFee, ['2 x tayang @ 30.000', '--json']);
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(stdout), { fee: { free: false, amounts: [{ idr: 30_000, times: 2 }] } });
  assert.equal((await callCommand(runFee, [])).code, 2);
});
