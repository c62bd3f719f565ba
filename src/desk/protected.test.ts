import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { acted, linesOn, pathOf, visible } from '../../test/support/desk-page.ts';
import { official } from '../../test/support/officer.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';

describe('a protected reporter', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('desk-protected');
  });
  after(() => app.close());

  const readings = (): Promise<readonly { actor: string; reason: string | null }[]> =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('access_log')
        .select(['actor', 'reason'])
        .where('act', '=', 'read-identity')
        .where('actor', '!=', 'system')
        .execute(),
    );

  test('stays unnamed on every page; opening the identity asks a reason and is recorded', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'pengaduan');
    const clerk = await official(app, 'klaten', 'petugas-pengaduan');
    const service = app.context.catalogue.service('klaten', 'pengaduan').value;
    const name = service.example.answers['nama'];
    assert.ok(typeof name === 'string' && name !== '', 'the example names a reporter');
    const page = await clerk.get(pathOf(number));
    assert.match(visible(page.text), /Identitas pelapor dilindungi/);
    for (const url of [
      pathOf(number),
      '/meja',
      `${pathOf(number)}/tanda-terima`,
      `${pathOf(number)}/disposisi`,
    ])
      assert.ok(!(await clerk.get(url)).text.includes(name), url);
    assert.match(visible((await clerk.get('/meja')).text), /dilindungi/);

    await clerk.get(pathOf(number));
    const silent = await clerk.post(`${pathOf(number)}/identitas`, { 'reveal.reason': ' ' });
    assert.equal(silent.status, 422);
    assert.ok(!silent.text.includes(name));
    assert.deepEqual(await readings(), []);
    const opened = await clerk.post(`${pathOf(number)}/identitas`, {
      'reveal.reason': 'Menghubungi pelapor untuk memperjelas tempat',
    });
    assert.equal(opened.status, 200);
    assert.ok(opened.text.includes(name));
    const [reading] = await readings();
    assert.equal(reading?.reason, 'Menghubungi pelapor untuk memperjelas tempat');
  });

  test('of a service that protects single answers, whoever works on it may ask for them too', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'insiden-siber');
    const head = await official(app, 'klaten', 'kabid-informatika');
    const name = app.context.catalogue.service('klaten', 'insiden-siber').value.example.answers['nama'];
    assert.ok(typeof name === 'string' && name !== '');
    assert.ok(!(await head.get(pathOf(number))).text.includes(name));
    const opened = await head.post(`${pathOf(number)}/identitas`, {
      'reveal.reason': 'Meminta log serangan',
    });
    assert.equal(opened.status, 200);
    assert.ok(opened.text.includes(name));
  });

  test('the answering agency sees the case, never the person', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'pengaduan');
    const clerk = await official(app, 'klaten', 'petugas-pengaduan');
    const contact = await official(app, 'klaten', 'penghubung-dinas-kesehatan');
    assert.equal((await contact.get(pathOf(number))).status, 404);
    await acted(clerk, number, {
      action: 'complete',
      'step.checklist': linesOn(await clerk.get(pathOf(number))),
    });
    await acted(clerk, number, { action: 'dispose', 'step.addressees': 'penghubung-dinas-kesehatan' });
    const { text, status } = await contact.get(pathOf(number));
    assert.equal(status, 200);
    assert.doesNotMatch(text, /reveal\.reason/);
    const attack = await contact.post(`${pathOf(number)}/identitas`, { 'reveal.reason': 'Ingin tahu' });
    assert.equal(attack.status, 403);
    const before = (await readings()).filter(({ reason }) => reason === 'Ingin tahu');
    assert.deepEqual(before, []);
  });

  test('whom a reporter allows to see who they are, the agency asks with a reason as well', async () => {
    const { answers } = app.context.catalogue.service('klaten', 'pengaduan').value.example;
    const { number } = await submitExampleRequest(app, 'klaten', 'pengaduan', {
      answers: { ...answers, sembunyikan: 'no' },
    });
    const clerk = await official(app, 'klaten', 'petugas-pengaduan');
    const contact = await official(app, 'klaten', 'penghubung-dinas-kesehatan');
    await acted(clerk, number, {
      action: 'complete',
      'step.checklist': linesOn(await clerk.get(pathOf(number))),
    });
    await acted(clerk, number, { action: 'dispose', 'step.addressees': 'penghubung-dinas-kesehatan' });
    const name = String(answers['nama']);
    const { text } = await contact.get(pathOf(number));
    assert.match(text, /reveal\.reason/);
    assert.ok(!text.includes(name), 'not before it was asked for');
    const opened = await contact.post(`${pathOf(number)}/identitas`, {
      'reveal.reason': 'Menjawab langsung',
    });
    assert.ok(opened.text.includes(name));
    assert.equal((await readings()).filter(({ reason }) => reason === 'Menjawab langsung').length, 1);
  });
});
