/** Stopping as administrators do it: signals under load, a second start, and what a killed installation leaves. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { startProgram } from '../support/program.ts';
import { chanceOf, documentOf } from './chance.ts';
import { Installation } from './installation.ts';
import { sentAs } from './ledger.ts';
import type { Receipt, Sent } from './ledger.ts';
import { courses, formOf, Load } from './load.ts';
import { PortalClient } from './portal-client.ts';
import { openInside, proveJournals, proveRequests, proveStore } from './proof.ts';
import { issueTokens } from './tokens.ts';

const seed = process.env['CHAOS_SEED'] ?? 'stop';
const chance = chanceOf(seed, 'stopper');
let begun = 0;

/** What PostgreSQL writes at its start when it was not stopped as it should be. */
const unclean = /not properly shut down/u;

const clean = { code: 0, signal: null };
const [klaten] = courses;

describe('stopping', () => {
  let installation: Installation;
  let load: Load;

  before(async () => {
    installation = await Installation.start({ DEMO: 'no', LOG_LEVEL: 'info' });
    load = new Load(seed, installation, await issueTokens(installation, courses));
    load.start();
  });

  after(async () => {
    await installation.stop();
    await installation.remove();
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`${signal} under load: what has begun is answered, the database stops, the exit code is 0`, async () => {
      await Promise.race([load.ledger.grow(5), load.fault]);
      const begun = await Promise.all([beginSubmission(installation.url), beginSubmission(installation.url)]);
      const logBefore = (await installation.databaseLog()).length;
      const stopped = installation.stop(signal);
      await installation.web.says(/"msg":"closing"/u);
      const receipts = await Promise.all(begun.map((finish) => finish()));
      assert.deepEqual(await stopped, [clean, clean]);
      await installation.startAll();
      const log = (await installation.databaseLog()).slice(logBefore);
      assert.match(log, /database system is shut down/u);
      assert.doesNotMatch(log, unclean);
      for (const receipt of receipts) load.ledger.received({ ...klaten, ...receipt.kept }, [receipt.sent]);
    });
  }

  test('a signal while the portal starts leaves no database running behind', async () => {
    await installation.stop();
    const logBefore = (await installation.databaseLog()).length;
    const starting = startProgram(['start'], installation.settings);
    try {
      await starting.says(/Menyiapkan basis data/u);
      starting.signal('SIGTERM');
      assert.deepEqual(await starting.ended, clean);
      assert.match((await installation.databaseLog()).slice(logBefore), /database system is shut down\n$/u);
    } finally {
      // The tests behind this one find an installation that runs, whatever happened here.
      await installation.startAll();
    }
  });

  test('a second start on the same data directory is refused with the reason and the way out', async () => {
    const { code, output } = await installation.run(['start']);
    assert.equal(code, 1);
    assert.match(output, /is in use by another running Pendopo/u);
    assert.match(output, /choose another DATA_DIR/u);
    await installation.ready();
  });

  test('after all was killed a worker alone does not take the place of the portal, which starts', async () => {
    await installation.killAll();
    const worker = startProgram(['work'], installation.settings);
    assert.deepEqual(await worker.ended, { code: 1, signal: null });
    assert.match(worker.output(), /cannot be reached/u);
    await installation.startAll();
  });

  test('and nothing that was acknowledged is lost', async () => {
    await load.stop();
    await proveRequests(new PortalClient(installation, chance, load.troubles), load);
    const inside = await openInside(installation.directory);
    try {
      await proveJournals(inside, load);
      await proveStore(inside);
    } finally {
      await inside.close();
    }
  });
});

/** A submission of which the portal has the beginning: it has said that the rest may come. Gives how it goes on. */
async function beginSubmission(
  url: string,
): Promise<() => Promise<{ readonly kept: Receipt; readonly sent: Sent }>> {
  const { government, service, requirement } = klaten;
  const path = `${url}/api/v1/governments/${government}/services/${service}`;
  const { example } = (await (await fetch(path)).json()) as {
    readonly example: { readonly answers: object };
  };
  const document = documentOf(seed, `begun ${(begun += 1)}`, 2000);
  const sent = sentAs('surat.pdf', document);
  const body = new Response(
    formOf({ answers: JSON.stringify(example.answers) }, requirement, sent.name, document),
  );
  const bytes = Buffer.from(await body.arrayBuffer());
  const form = request(`${path}/requests`, {
    method: 'POST',
    headers: { 'content-type': body.headers.get('content-type') ?? '', expect: '100-continue' },
  });
  form.flushHeaders();
  await once(form, 'continue');
  form.write(bytes.subarray(0, 100));
  return async () => {
    form.end(bytes.subarray(100));
    const [answer] = (await once(form, 'response')) as [IncomingMessage];
    const text = Buffer.concat(await answer.toArray()).toString();
    assert.equal(answer.statusCode, 201, text);
    return { kept: JSON.parse(text) as Receipt, sent };
  };
}
