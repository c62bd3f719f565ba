/** Sites as the web server shows them, by the block that docs/products.md gives administrators. */
import assert from 'node:assert/strict';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { hosting } from '../../src/product/hosting/index.ts';
import { StandingClock, valueOf } from '../../src/ground/index.ts';
import { newFolder } from './folder.ts';
import { describeWith, programAt } from './needs.ts';
import { freePort, startServer } from './servers/process.ts';
import type { Server } from './servers/process.ts';

const zone = 'bulungan.go.id';
const documented = '/srv/pendopo-data/products/bulungan/hosting';

/** The block as it stands in the guide, for this folder and port. */
async function documentedBlock(directory: string, port: number): Promise<string> {
  const guide = await readFile(fileURLToPath(new URL('../../docs/products.md', import.meta.url)), 'utf8');
  const [, block = ''] = /```nginx\n([^]*?)```/.exec(guide) ?? [];
  assert.ok(block.includes('listen 80;') && block.includes(documented));
  return block.replace('listen 80;', `listen 127.0.0.1:${port};`).replace(documented, directory);
}

async function startNginx(folder: string, directory: string, port: number): Promise<Server> {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const configuration = `daemon off; pid ${folder}/pid; error_log stderr;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
access_log off;
${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
${await documentedBlock(directory, port)}}
`;
  const file = join(folder, 'nginx.conf');
  await writeFile(file, configuration);
  return startServer(programAt('nginx'), ['-p', folder, '-c', file, '-e', 'stderr'], { port });
}

describeWith('sites on nginx, as documented', { programs: ['nginx'] }, () => {
  let folder: string;
  let site: string;
  let port: number;
  let nginx: Server;

  before(async () => {
    folder = await newFolder('nginx');
    const directory = join(folder, 'hosting');
    await mkdir(directory);
    const [connector] = hosting.connectors;
    assert.ok(connector);
    const clock = new StandingClock('2026-11-23T02:00:00Z');
    const settings = hosting.settings.schema.parse({ zone });
    const order = hosting.order.parse({ account: 'perpus' });
    const plan = valueOf(hosting.prepare({ order, settings, today: Temporal.PlainDate.from('2026-11-23') }));
    const form = connector.form.schema.parse({});
    await connector.connect(form, { directory, clock }).deliver(plan, {
      key: { delivery: crypto.randomUUID(), government: 'bulungan', request: 'BUL-2026-7F3K9Q' },
      signal: AbortSignal.timeout(10_000),
      secret: 'abcde-fghjk-mnpqr-stuv',
    });
    site = join(directory, 'sites', plan.domain, 'public');
    port = await freePort();
    nginx = await startNginx(folder, directory, port);
  });
  after(async () => {
    await nginx.stop();
    await rm(folder, { recursive: true });
  });

  /** Status and text of an address of a host. */
  async function get(path: string, host = `perpus.${zone}`): Promise<readonly [number | undefined, string]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly [number | undefined, string]>();
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      void text(answer).then((body) => resolve([answer.statusCode, body]), reject);
    });
    asked.on('error', reject).end();
    return promise;
  }

  test('a site shows its first page, and what its owner puts there', async () => {
    const [status, body] = await get('/');
    assert.deepEqual([status, body.includes('Situs ini sedang disiapkan.')], [200, true]);
    await writeFile(join(site, 'katalog.html'), 'Katalog');
    assert.deepEqual(await get('/katalog.html'), [200, 'Katalog']);
  });

  test('a link leads nowhere, to a file or to a folder: owners publish what is theirs', async () => {
    await writeFile(join(folder, 'rahasia.txt'), 'bukan milik situs');
    await symlink(join(folder, 'rahasia.txt'), join(site, 'tautan.txt'));
    await symlink(folder, join(site, 'folder'));
    await symlink('../.pendopo.json', join(site, 'tanda.json'));
    for (const path of ['/tautan.txt', '/folder/rahasia.txt', '/tanda.json'])
      assert.ok([403, 404].includes((await get(path))[0] ?? 0), path);
  });

  test('marks, hidden files, other hosts and the folders above are not served', async () => {
    await writeFile(join(site, '.htpasswd'), 'x');
    assert.equal((await get('/.htpasswd'))[0], 403);
    for (const host of ['..', `lain.${zone}`, 'contoh.id', `perpus.${zone}/../perpus.${zone}`])
      assert.ok([400, 404].includes((await get('/', host))[0] ?? 0), host);
    for (const path of ['/../.pendopo.json', '/%2e%2e/.pendopo.json', `/..%2f${dirname(site)}`])
      assert.ok([400, 403, 404].includes((await get(path))[0] ?? 0), path);
  });
});
