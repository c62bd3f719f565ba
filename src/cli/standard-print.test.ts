import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { callCommand } from '../../test/support/command.ts';
import { Fault, valueOf } from '../ground/index.ts';
import { jsonOf, readDecree, readFileText } from '../standard/import/index.ts';
import { run as runExport } from './standard-export.ts';
import { run } from './standard-print.ts';

const governments = fileURLToPath(new URL('../../governments', import.meta.url));
const purbalingga = join(governments, 'purbalingga');
const service = join(purbalingga, 'services', 'internet-jaringan.yaml');

describe('pendopo standard print', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-print-'));
  });
  after(() => rm(folder, { recursive: true }));

  const printed = async (name: string, ...args: string[]): Promise<Uint8Array> => {
    const to = join(folder, name);
    assert.deepEqual(await callCommand(run, [...args, '--to', to]), {
      code: 0,
      stdout: `${to}\n`,
      stderr: '',
    });
    return new Uint8Array(await readFile(to));
  };
  const titlesIn = async (bytes: Uint8Array): Promise<readonly (string | null)[]> =>
    jsonOf(valueOf(readDecree(valueOf(await readFileText(bytes)))), 'id').services.map(({ title }) => title);

  test('prints one service from its file, and all of a government from its directory, as PDF and for Word', async () => {
    assert.deepEqual(await titlesIn(await printed('satu.pdf', service)), ['INTERNET DAN JARINGAN']);
    const all = ['INTERNET DAN JARINGAN', 'PENGADUAN LAYANAN'];
    assert.deepEqual(await titlesIn(await printed('semua.docx', purbalingga)), all);
    assert.deepEqual(await titlesIn(await printed('semua.pdf', purbalingga)), all);
  });

  test('the issuer stands where it was asked for, and the same twice is the same file', async () => {
    const [first, second] = [
      await printed('a.docx', service, '--issuer', 'Bupati Purbalingga'),
      await printed('b.docx', service, '--issuer', 'Bupati Purbalingga'),
    ];
    assert.deepEqual(first, second);
    assert.notDeepEqual(first, await printed('c.docx', service));
  });

  test('the pledge is a poster of its size', async () => {
    const poster = Buffer.from(await printed('maklumat.pdf', purbalingga, '--pledge', 'a3'));
    assert.match(poster.toString('latin1'), /\/MediaBox \[0 0 841\.\d+ 1190\.\d+\]/);
  });

  test('says in one line what it cannot do', async () => {
    const wrong = [
      [],
      [service, '--to', 'standar.txt'],
      [purbalingga, '--pledge', 'A5'],
      [purbalingga, '--pledge', 'A4', '--to', 'maklumat.docx'],
    ];
    for (const args of wrong) {
      const { code, stderr, stdout } = await callCommand(run, args);
      assert.deepEqual([code, stdout, stderr.split('\n').length], [2, '', 2], args.join(' '));
    }
    await assert.rejects(callCommand(run, [join(governments, 'tidak', 'ada.yaml')]), (fault) => {
      assert.ok(fault instanceof Fault);
      return fault.code === 'standard-unknown';
    });
  });

  test('exports for SIPPN in its order, all of a government or one service', async () => {
    const csv = await callCommand(runExport, [purbalingga, '--sippn', 'csv']);
    assert.equal(csv.code, 0);
    assert.match(
      csv.stdout,
      /^\uFEFFinstansi,layanan,nomor_sk,tanggal_sk,persyaratan,prosedur,waktu_penyelesaian,biaya,produk,pengaduan\r\n/,
    );
    const json = JSON.parse((await callCommand(runExport, [service, '--sippn', 'json'])).stdout) as object[];
    assert.equal(json.length, 1);
    assert.equal((await callCommand(runExport, [purbalingga, '--sippn', 'xml'])).code, 2);
  });
});
