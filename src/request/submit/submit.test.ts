import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { exampleFor } from '../../standard/index.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { beginSubmission, submitRequest } from './index.ts';
import type { SubmitInput } from './index.ts';

let app: TestApp;
before(async () => {
  app = await startTestApp('submit');
});
after(() => app.close());

function incident(idempotencyKey: string | null): SubmitInput {
  const service = app.context.catalogue.service('klaten', 'insiden-siber').value;
  const { answers } = exampleFor(service, Temporal.PlainDate.from('2026-11-23'));
  return {
    submission: beginSubmission(app.context),
    government: 'klaten',
    service: service.id,
    answers,
    mode: 'api',
    files: [],
    channel: 'api',
    lang: 'id',
    idempotencyKey,
  };
}

test('a number that is taken is drawn again, and the applicant never notices', async () => {
  const owner = new Client({ connectionString: app.addresses.ownerUrl });
  await owner.connect();
  // Whatever is inserted first clashes twice: the row itself is what the driver reports, not a stand-in for it.
  await owner.query(`
    create sequence pendopo.planted;
    create function pendopo.planted_clash() returns trigger language plpgsql security definer as $$
    begin
      if nextval('pendopo.planted') <= 2 then
        raise unique_violation using constraint = 'request_number_key', message = 'planted clash';
      end if;
      return new;
    end $$;
    create trigger planted before insert on pendopo.request for each row execute function pendopo.planted_clash()`);
  const submitted = await submitRequest(app.context, incident('clash'));
  await owner.query('drop trigger planted on pendopo.request');
  const { rows } = await owner.query('select count(*)::int as n from pendopo.request where number = $1', [
    submitted.number,
  ]);
  await owner.end();
  assert.equal(rows[0].n, 1);
  assert.equal(submitted.fresh, true);
});

test('the same key and content give the same request, number and tracking key', async () => {
  const first = await submitRequest(app.context, incident('twice'));
  const second = await submitRequest(app.context, incident('twice'));
  assert.deepEqual({ ...second, fresh: true }, first);
  assert.equal(second.fresh, false);
});

test('ten at once with the same key make one request', async () => {
  const all = await Promise.all(
    Array.from({ length: 10 }, () => submitRequest(app.context, incident('at once'))),
  );
  assert.equal(new Set(all.map(({ number }) => number)).size, 1);
  assert.equal(all.filter(({ fresh }) => fresh).length, 1);
});

test('the same key with another content is refused', async () => {
  await submitRequest(app.context, incident('other'));
  const changed = incident('other');
  const answers = { ...(changed.answers as Record<string, unknown>) };
  const text = Object.entries(answers).find(
    ([, value]) => typeof value === 'string' && value.length > 30,
  )?.[0];
  assert.ok(text);
  answers[text] = 'Isi yang lain sama sekali, cukup panjang untuk diterima.';
  await assert.rejects(submitRequest(app.context, { ...changed, answers }), { code: 'idempotency-mismatch' });
});
