/** Files of a form: one for each requirement, and not without end from one place. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { exampleFields, pdf } from '../../../test/support/form-example.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import type { SentFile } from '../../../test/support/visitor.ts';

const field = 'surat-peminjaman';

let app: TestApp;
before(async () => {
  app = await startTestApp('files');
});
after(() => app.close());

/** A visitor from this address on the page of files. */
async function atFiles(address: string): Promise<Visitor> {
  const visitor = new Visitor(app.server, address);
  await visitor.open('/klaten/layanan/ruang-rapat/ajukan');
  app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
  while (!visitor.page.url.endsWith('/berkas')) await visitor.submit(exampleFields(app, visitor.page));
  return visitor;
}

/** A document of about this many bytes. */
function large(name: string, bytes: number): SentFile {
  const small = pdf(name);
  return { ...small, bytes: Buffer.concat([small.bytes, Buffer.alloc(bytes, '%')]) };
}

const stored = (): number =>
  readdirSync(join(app.dataDirectory, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;

const held = (): Promise<number> =>
  app.context.database.transaction({ government: 'klaten' }, async (tx) => {
    const rows = await tx.selectFrom('file').select('id').where('government', '=', 'klaten').execute();
    return rows.length;
  });

describe('several files for one requirement', () => {
  test('leave the last one, which is the one that is shown', async () => {
    const visitor = await atFiles('10.5.0.1');
    const [rows, files] = [await held(), stored()];
    const first = visitor.page;
    await visitor.submit({ [field]: [pdf('pertama.pdf'), pdf('kedua.pdf'), pdf('ketiga.pdf')] });
    assert.match(visitor.page.url, /\/periksa$/);
    assert.match(visitor.page.body, /ketiga\.pdf/);
    assert.doesNotMatch(visitor.page.body, /pertama\.pdf|kedua\.pdf/);
    assert.deepEqual([(await held()) - rows, stored() - files], [1, 1]);
    visitor.page = first;
    await visitor.submit({ [field]: pdf('baru.pdf') });
    assert.match(visitor.page.body, /baru\.pdf/);
    assert.deepEqual([(await held()) - rows, stored() - files], [1, 1]);
  });
});

describe('files without end', () => {
  const address = '10.5.0.2';

  test('are not kept, others elsewhere send theirs, and what was kept can be removed', async () => {
    const visitor = await atFiles(address);
    const page = visitor.page;
    await visitor.submit({ [field]: large('awal.pdf', 40_000) });
    assert.match(visitor.page.body, /awal\.pdf/);
    while ((await app.context.limiters.room.take(address)).allowed);
    const [rows, files] = [await held(), stored()];
    visitor.page = page;
    await visitor.submit({ [field]: large('lagi.pdf', 40_000) });
    assert.equal(visitor.page.status, 422);
    assert.match(visitor.page.body, /Dari jaringan Anda datang banyak berkas sekaligus/);
    assert.match(visitor.page.body, /awal\.pdf/);
    assert.deepEqual([await held(), stored()], [rows, files]);
    const other = await atFiles('10.5.0.3');
    await other.submit({ [field]: large('lain.pdf', 40_000) });
    assert.match(other.page.url, /\/periksa$/);
    await visitor.submit({ hapus: field });
    assert.doesNotMatch(visitor.page.body, /awal\.pdf/);
  });

  test('keep nobody at the same address from writing, but from writing a book', async () => {
    const visitor = new Visitor(app.server, address);
    await visitor.open('/klaten/layanan/ruang-rapat/ajukan');
    app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
    const page = visitor.page;
    const fields = exampleFields(app, page);
    await visitor.submit({ ...fields, nama: 'x'.repeat(50_000), nanti: '' });
    assert.equal(visitor.page.status, 429);
    visitor.page = page;
    await visitor.submit(fields);
    assert.match(visitor.page.url, /\/isi\//);
  });
});
