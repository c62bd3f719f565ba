/** Renewing: a new form with what is known, for the four services whose products end or are given back (rows 1, 2, 7, 15). */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import type { Seen } from '../../../test/support/visitor.ts';
import { eraseRequest } from '../../request/index.ts';
import { exampleFor } from '../../standard/index.ts';
import { eraseDraftTask } from '../drafts/erase-draft.ts';
import { typedFrom } from './known.ts';

const services = [
  ['klungkung', 'email-resmi'],
  ['klungkung', 'tanda-tangan-elektronik'],
  ['klaten', 'sertifikat-elektronik'],
  ['bulungan', 'hosting-subdomain-email'],
] as const;

describe('asking again', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('portal_again');
  });
  after(() => app.close());

  /** A request that was handed over by hand and has ended. */
  async function ended(
    government: string,
    service: string,
  ): Promise<{ readonly number: string; readonly trackingKey: string }> {
    const { number, trackingKey } = await submitExampleRequest(app, government, service);
    const { steps } = app.context.catalogue.service(government, service).value;
    let at = steps[0]?.id ?? null;
    while (at !== null) {
      const step = steps.find(({ id }) => id === at);
      const [action = ''] = Object.keys(step?.outcomes ?? {});
      const state = await act(app, government, number, action);
      assert.notEqual(state.step, at, `${service}: ${at}`);
      at = state.step;
    }
    return { number, trackingKey };
  }

  let addresses = 0;
  async function track(
    government: string,
    { number, trackingKey }: { readonly number: string; readonly trackingKey: string },
  ): Promise<Visitor> {
    addresses += 1;
    const visitor = new Visitor(app.server, `10.1.0.${addresses}`);
    await visitor.open(`/${government}/permohonan/${number}`);
    await visitor.submit({ nomor: number, kunci: trackingKey });
    return visitor;
  }

  /** Asked all the same, with the token of the page. */
  const asked = (visitor: Visitor, number: string): Promise<Seen> => {
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(visitor.page.body) ?? [];
    return visitor.post(`/klungkung/permohonan/${number}/ajukan-lagi`, { _csrf: token });
  };

  for (const [government, id] of services)
    it(`${id}: a new form that knows the applicant, and asks anew what is wanted`, async () => {
      const one = await ended(government, id);
      const visitor = await track(government, one);
      await visitor.submit({}, '/ajukan-lagi');
      const { value: service } = app.context.catalogue.service(government, id);
      assert.match(visitor.page.url, new RegExp(`^/${government}/layanan/${id}/ajukan/[^/]+/isi/pemohon$`));
      const { answers } = exampleFor(service, Temporal.PlainDate.from('2026-11-23'));
      const name = answers['nama-pemohon'] ?? answers['nama'];
      assert.ok(typeof name === 'string');
      assert.ok(visitor.page.body.includes(`value="${name}"`));
      // Without the key the form is found by its secret link only; the number opens nothing.
      const other = new Visitor(app.server, '10.1.1.1');
      await other.open(`/${government}/permohonan/${one.number}`);
      assert.ok(!other.page.body.includes(name));
    });

  it('what a form that was never sent was to renew is forgotten with it', async () => {
    const one = await ended('klungkung', 'email-resmi');
    const visitor = await track('klungkung', one);
    await visitor.submit({}, '/ajukan-lagi');
    const worker = await openWorker(app);
    const read = () =>
      worker.transaction({ government: 'klungkung' }, (tx) =>
        tx
          .selectFrom('request_renewal as n')
          .innerJoin('request as r', 'r.id', 'n.renews')
          .select('n.request')
          .where('r.number', '=', one.number)
          .execute(),
      );
    try {
      const [draft, ...more] = await read();
      assert.ok(draft && more.length === 0);
      const erase = () =>
        eraseDraftTask(app.context)(
          { id: draft.request, what: 'draft' },
          { government: 'klungkung', database: worker },
        );
      await erase();
      assert.equal((await read()).length, 1, 'its time is not over');
      app.clock.moveTo(app.clock.now().add({ hours: 15 * 24 }));
      await erase();
      assert.equal((await read()).length, 0);
    } finally {
      await worker.close();
    }
  });

  it('is not offered after erasure, nor while the request runs', async () => {
    const one = await ended('klungkung', 'email-resmi');
    const visitor = await track('klungkung', one);
    assert.match(visitor.page.body, /ajukan-lagi/);
    const worker = await openWorker(app);
    try {
      const { number } = one;
      const erasure = { government: 'klungkung', number, actor: 'uji', reason: 'permintaan subjek data' };
      await eraseRequest({ ...app.context, database: worker }, erasure);
    } finally {
      await worker.close();
    }
    await visitor.open(`/klungkung/permohonan/${one.number}`);
    assert.doesNotMatch(visitor.page.body, /ajukan-lagi/);
    assert.equal((await asked(visitor, one.number)).status, 409);
    const running = await submitExampleRequest(app, 'klungkung', 'email-resmi');
    const early = await track('klungkung', running);
    assert.doesNotMatch(early.page.body, /ajukan-lagi/);
    assert.equal((await asked(early, running.number)).status, 409);
  });

  it('takes over what the form of today still asks, and nothing of that one letter', () => {
    const { value: service } = app.context.catalogue.service('bulungan', 'hosting-subdomain-email');
    const typed = typedFrom(service, {
      'nama-pemohon': 'Siti Contoh',
      'kapasitas-hosting': 2.5,
      layanan: 'hosting',
      'nomor-surat': '500/12/2026',
      'pertanyaan-lama': 'tidak ditanyakan lagi',
      'perangkat-daerah': 7,
    });
    assert.deepEqual(typed, { 'nama-pemohon': 'Siti Contoh', 'kapasitas-hosting': '2,5' });
  });
});
