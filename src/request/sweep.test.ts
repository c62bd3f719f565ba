import assert from 'node:assert/strict';
import { readdir, utimes } from 'node:fs/promises';
import { randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { apiOf, submitExample } from '../../test/support/api.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { signedIn, usernameOf } from '../../test/support/officer.ts';
import { openDatabase } from '../platform/index.ts';
import { sweepRound } from './index.ts';

describe('the sweep of files', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('sweep');
  });
  after(() => app.close());

  /** Paths of all files of a government in the store. */
  async function stored(): Promise<readonly string[]> {
    const folder = join(app.dataDirectory, 'files', 'klaten');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  }

  /** What a killed program leaves: a file that nobody recorded. Gives its path. */
  async function leave(): Promise<string> {
    const source = (async function* () {
      yield Buffer.from('%PDF-1.4\nnobody knows me\n%%EOF');
    })();
    const id = randomUUIDv7();
    const dataKey = app.context.keys.newDataKey();
    await app.context.files.put({ government: 'klaten', id, dataKey, source });
    return join(app.dataDirectory, 'files', 'klaten', id.slice(-2), id);
  }

  const setAge = (path: string, hours: number): Promise<void> => {
    const seconds = app.clock.now().subtract({ hours }).epochMilliseconds / 1000;
    return utimes(path, seconds, seconds);
  };

  it('removes what no row knows, once it is a day old, and nothing else', async () => {
    await submitExample(await apiOf(app), 'klaten', 'ruang-rapat');
    const [known = ''] = await stored();
    const [young, old] = [await leave(), await leave()];
    await setAge(known, 25);
    await setAge(young, 23);
    await setAge(old, 25);
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    await sweepRound(app.context).run(worker);
    await worker.close();
    assert.deepEqual([...(await stored())].sort(), [known, young].sort());
  });

  it('forgets sessions that are over, and keeps the others', async () => {
    await signedIn(app, await usernameOf(app, 'klaten', 'pengelola-ruang-rapat'));
    app.clock.moveTo(app.clock.now().add({ hours: 1 }));
    await signedIn(app, await usernameOf(app, 'klaten', 'kepala-dinas'));
    app.clock.moveTo(app.clock.now().add({ hours: 1, minutes: 30 }));
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    await sweepRound(app.context).run(worker);
    await worker.close();
    const left = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('session').select('created_at').execute(),
    );
    assert.equal(left.length, 1);
  });
});
