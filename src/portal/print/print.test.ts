import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { Press } from '../../platform/index.ts';
import type { Paper } from '../../platform/index.ts';
import { jsonOf, readDecree, readFileText } from '../../standard/import/index.ts';
import { valueOf } from '../../ground/index.ts';
import { PrintedPapers } from './printed-papers.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('standards and the pledge as files', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('portal_print');
  });
  after(() => app.close());

  const fetched = (url: string, headers: Record<string, string> = {}) => app.server.inject({ url, headers });

  const files = [
    [
      '/klaten/layanan/ruang-rapat/standar.pdf',
      'application/pdf',
      'standar-pelayanan-klaten-ruang-rapat.pdf',
    ],
    ['/klaten/layanan/ruang-rapat/standar.docx', WORD, 'standar-pelayanan-klaten-ruang-rapat.docx'],
    ['/purbalingga/standar-pelayanan.pdf', 'application/pdf', 'standar-pelayanan-purbalingga.pdf'],
    ['/purbalingga/standar-pelayanan.docx', WORD, 'standar-pelayanan-purbalingga.docx'],
    ['/purbalingga/maklumat-a4.pdf', 'application/pdf', 'maklumat-pelayanan-purbalingga-a4.pdf'],
    ['/purbalingga/maklumat-a3.pdf', 'application/pdf', 'maklumat-pelayanan-purbalingga-a3.pdf'],
  ] as const;
  for (const [url, type, name] of files) {
    it(`${url} is a file with a name, and the same one to whoever has it`, async () => {
      const first = await fetched(url);
      assert.equal(first.statusCode, 200);
      assert.equal(first.headers['content-type'], type);
      assert.equal(first.headers['content-disposition'], `attachment; filename="${name}"`);
      assert.match(String(first.headers['content-security-policy']), /sandbox/);
      assert.match(first.rawPayload.subarray(0, 4).toString('latin1'), type === WORD ? /^PK/ : /^%PDF/);
      const tag = String(first.headers['etag']);
      const again = await fetched(url, { 'if-none-match': tag });
      assert.deepEqual([again.statusCode, again.rawPayload.length], [304, 0]);
      assert.deepEqual((await fetched(url)).rawPayload, first.rawPayload);
    });
  }

  it('a version can be named; the one in force is the same file', async () => {
    const url = '/klaten/layanan/ruang-rapat/standar.docx';
    const [now, first] = [await fetched(url), await fetched(`${url}?versi=1`)];
    assert.equal(first.statusCode, 200);
    assert.deepEqual(first.rawPayload, now.rawPayload);
  });

  it('the pages link to them in both languages, and every link leads somewhere', async () => {
    for (const lang of ['id', 'en']) {
      for (const page of ['/klaten/layanan/ruang-rapat', '/purbalingga/maklumat']) {
        const { body } = await fetched(`${page}?lang=${lang}`);
        const links = [...body.matchAll(/<a href="([^"]+)" download>/g)].map(([, href = '']) => href);
        assert.ok(links.length >= 2, page);
        for (const link of links) assert.equal((await fetched(link)).statusCode, 200, link);
      }
    }
  });

  it('what was downloaded is read back as the same service', async () => {
    const { rawPayload } = await fetched('/purbalingga/standar-pelayanan.docx');
    const { services } = jsonOf(valueOf(readDecree(valueOf(await readFileText(rawPayload)))), 'id');
    assert.equal(services.length, 2);
    assert.equal(
      services[0]?.components.time.text,
      app.context.catalogue.service('purbalingga', 'internet-jaringan').value.components.time.text,
    );
  });

  it('what does not exist is not found', async () => {
    for (const url of [
      '/klaten/layanan/tidak-ada/standar.pdf',
      '/tidak-ada/standar-pelayanan.pdf',
      '/klaten/layanan/ruang-rapat/standar.pdf?versi=99',
      '/klaten/layanan/ruang-rapat/standar.pdf?versi=1&versi=1',
    ]) {
      assert.equal((await fetched(url)).statusCode, 404, url);
    }
  });
});

describe('printed papers', () => {
  const paper = (id: string): Paper => ({
    title: 'Uji',
    author: 'Dinas',
    lang: 'id',
    createdAt: '2026-11-23T02:00:00Z',
    id,
    page: { size: 'A4' },
    body: [{ kind: 'paragraph', text: id }],
  });
  let printed: string[] = [];
  /** A press of which only what it is asked for is looked at. */
  const press = {
    print: async ({ id }: Paper) => {
      printed.push(id);
      if (id === 'broken') throw new Error('broken');
      return Buffer.alloc(40, id);
    },
  } as unknown as Press;

  it('are printed once for all who ask, until they give way to others', async () => {
    printed = [];
    const papers = new PrintedPapers(press, 100);
    await Promise.all([
      papers.get(paper('a'), 'pdf'),
      papers.get(paper('a'), 'pdf'),
      papers.get(paper('b'), 'pdf'),
    ]);
    await papers.get(paper('a'), 'pdf');
    assert.deepEqual(printed, ['a', 'b']);
    await papers.get(paper('c'), 'pdf');
    await papers.get(paper('a'), 'pdf');
    assert.deepEqual(printed, ['a', 'b', 'c']);
    await papers.get(paper('b'), 'pdf');
    assert.deepEqual(printed, ['a', 'b', 'c', 'b']);
  });

  it('do not wait for each other when there is no room for all of them', async () => {
    const papers = new PrintedPapers(press, 100);
    await papers.get(paper('a'), 'pdf');
    await papers.get(paper('b'), 'pdf');
    const all = ['c', 'd', 'a', 'b'].map((id) => papers.get(paper(id), 'pdf'));
    const files = await Promise.race([Promise.all(all), pause(2000, null, { ref: false })]);
    assert.equal(files?.length, 4);
  });

  it('one that failed is tried anew', async () => {
    printed = [];
    const papers = new PrintedPapers(press);
    await assert.rejects(papers.get(paper('broken'), 'pdf'));
    await assert.rejects(papers.get(paper('broken'), 'pdf'));
    assert.deepEqual(printed, ['broken', 'broken']);
  });
});
