/** The line to the database breaks at a commit: what is acknowledged is there, and a repetition settles the rest. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { apiOf, exampleForm, servicePath, submitExample } from '../support/api.ts';
import type { Example, OnDesk, Problem, Receipt, Tracked } from '../support/api.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { openBreakingLine } from './breaking-line.ts';
import type { BreakingLine, Where } from './breaking-line.ts';

describe('a line that breaks at a commit', () => {
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

  const breaks: readonly Where[] = ['before the commit', 'after the commit'];
  for (const where of breaks) {
    it(`${where} of a submission: it is not acknowledged; its repetition is, with the files`, async () => {
      const api = await apiOf(app);
      const { body } = await api.get<{ example: Example }>(path);
      const key = randomUUID();
      const send = (): ReturnType<typeof api.postForm> =>
        api.postForm(`${path}/requests`, exampleForm(body.example), { 'idempotency-key': key });

      line.breakAfter('tracking_hash', where);
      const unknown = await send();
      assert.equal(unknown.status, 503);
      assert.equal((unknown.body as Problem).code, 'outcome-unknown');

      const again = await send();
      assert.equal(again.status, 201);
      assert.equal('idempotency-replayed' in again.headers, where === 'after the commit');
      const { number, trackingKey } = again.body as Receipt;
      const tracking = { 'tracking-key': trackingKey };
      const { body: tracked } = await api.get<Tracked>(`/api/v1/requests/${number}`, tracking);
      assert.equal(tracked.files.length, body.example.files.length);
      for (const { id, size } of tracked.files) {
        const file = await app.server.inject({
          url: `/api/v1/requests/${number}/files/${id}`,
          headers: tracking,
        });
        assert.equal(file.statusCode, 200, file.body.slice(0, 200));
        assert.equal(file.rawPayload.length, size);
      }
    });

    it(`${where} of an official's act: it is not acknowledged; its repetition does it once`, async () => {
      const api = await apiOf(app);
      const { number } = await submitExample(api, 'klaten', 'ruang-rapat');
      const official = await api.as('klaten', 'pengelola-ruang-rapat');
      const desk = `/api/v1/desk/requests/${number}`;
      const { body: before } = await api.get<OnDesk>(desk, official);
      const action = before.actions.find(({ kind }) => kind === 'forward');
      const act = (): ReturnType<typeof api.post> =>
        api.post(
          `${desk}/actions`,
          { ...action?.example, action: action?.action, version: before.version },
          { ...official, 'idempotency-key': number },
        );

      // Of what is written, not of the statement: a connection that has prepared it sends its text no more.
      line.breakAfter('step-made', where);
      assert.equal((await act()).status, 503);
      const { body: between } = await api.get<OnDesk>(desk, official);
      assert.equal(between.version > before.version, where === 'after the commit');
      const again = await act();
      assert.equal(again.status, 200);
      const { body: after } = await api.get<OnDesk>(desk, official);
      assert.equal(after.version, (again.body as Tracked).version);
      assert.equal(after.timeline.filter(({ kind }) => kind === 'step-made').length, 1);
    });
  }

  it('broke each time', () => assert.equal(line.broken(), 4));
});
