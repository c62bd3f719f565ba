import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { apiOf, submitExample } from '../../test/support/api.ts';
import type { Api } from '../../test/support/api.ts';

/* Klaten, where the keeper of the meeting room also oversees public information, in which they have no part. */

const keeper = 'pengelola-ruang-rapat';

let app: TestApp;
let api: Api;
let directory: string;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pendopo-lists-'));
  await cp('governments/klaten', join(directory, 'klaten'), { recursive: true });
  const file = join(directory, 'klaten/services/informasi-publik.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^supervisors:\n/m, `supervisors:\n  - ${keeper}\n`));
  app = await startTestApp('lists', { governments: directory });
  api = await apiOf(app);
});

after(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

test('an overseer of one service lists it beside those in which they have a part, by deadline, in pages', async () => {
  const rooms: string[] = [];
  for (let i = 0; i < 3; i += 1) rooms.push((await submitExample(api, 'klaten', 'ruang-rapat')).number);
  const overseen = (await submitExample(api, 'klaten', 'informasi-publik')).number;
  await submitExample(api, 'klaten', 'penambahan-bandwidth');
  const seen: string[] = [];
  let after = '';
  do {
    const { body } = await api.get<{ items: { number: string }[]; next: string | null }>(
      `/api/v1/desk/requests?state=open&limit=2${after}`,
      await api.as('klaten', keeper),
    );
    seen.push(...body.items.map(({ number }) => number));
    after = body.next === null ? '' : `&after=${body.next}`;
  } while (after !== '');
  // Minutes for the rooms, working days for the information.
  assert.deepEqual(seen.toSorted(), [...rooms, overseen].toSorted());
  assert.equal(seen.at(-1), overseen);
});
