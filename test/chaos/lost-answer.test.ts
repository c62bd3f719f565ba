/** A commit whose answer is lost: the request is there with its files, whatever the applicant was told. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { apiOf, exampleForm, servicePath } from '../support/api.ts';
import type { Example, Problem, Receipt, Tracked } from '../support/api.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { openBreakingLine } from './breaking-line.ts';
import type { BreakingLine } from './breaking-line.ts';

describe('a commit whose answer is lost', () => {
  let line: BreakingLine;
  let app: TestApp;
  const path = servicePath('klaten', 'ruang-rapat');

  before(async () => {
    app = await startTestApp('lost_answer', {
      through: async (url) => {
        line = await openBreakingLine(url);
        return line.through(url);
      },
    });
  });

  after(async () => {
    await app.close();
    await line.close();
  });

  it('leaves files where they are, and the repetition gets the first answer with them', async () => {
    const api = await apiOf(app);
    const { body } = await api.get<{ example: Example }>(path);
    const send = (): ReturnType<typeof api.postForm> =>
      api.postForm(`${path}/requests`, exampleForm(body.example), { 'idempotency-key': 'once' });

    line.loseAnswerAfter('tracking_hash');
    const unknown = await send();
    assert.equal(line.lost(), 1);
    assert.equal(unknown.status, 503);
    assert.equal((unknown.body as Problem).code, 'outcome-unknown');

    const again = await send();
    assert.equal(again.status, 201);
    assert.equal(again.headers['idempotency-replayed'], 'true');
    const { number, trackingKey } = again.body as Receipt;
    const key = { 'tracking-key': trackingKey };
    const { body: tracked } = await api.get<Tracked>(`/api/v1/requests/${number}`, key);
    assert.equal(tracked.files.length, body.example.files.length);
    for (const { id, size } of tracked.files) {
      const file = await app.server.inject({ url: `/api/v1/requests/${number}/files/${id}`, headers: key });
      assert.equal(file.statusCode, 200, file.body.slice(0, 200));
      assert.equal(file.rawPayload.length, size);
    }
  });
});
