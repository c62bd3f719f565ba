/**
 * Portal, worker and PostgreSQL killed (SIGKILL) under load, again and again: what was acknowledged is there. When and
 * what is killed comes from a seed, which is printed; CHAOS_SEED repeats it, CHAOS_KILLS makes it more or fewer.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from './chance.ts';
import { Installation, victims } from './installation.ts';
import { courses, Load } from './load.ts';
import { startMailServer } from './mail-server.ts';
import type { MailServer } from './mail-server.ts';
import { PortalClient } from './portal-client.ts';
import { openInside, proveAgenda, proveJournals, proveOutbox, proveRequests, proveStore } from './proof.ts';
import { issueTokens } from './tokens.ts';

const seed = process.env['CHAOS_SEED'] ?? randomUUID();
const kills = Number(process.env['CHAOS_KILLS'] ?? 20);
const chance = chanceOf(seed, 'killer');

let mail: MailServer;
let installation: Installation;
let load: Load;

before(async () => {
  mail = await startMailServer();
  installation = await Installation.start({
    DEMO: 'no',
    SMTP_URL: mail.url,
    MAIL_FROM: 'layanan@pendopo.example',
  });
  load = new Load(seed, installation, await issueTokens(installation, courses));
});

after(async () => {
  await installation.stop();
  await installation.remove();
  await mail.close();
});

test(
  `${kills} kills under load lose nothing that was acknowledged (CHAOS_SEED=${seed})`,
  { timeout: 480_000 },
  async (t) => {
    load.start();
    const deck = Array.from({ length: kills }, () => chance.shuffled(victims)).flat();
    for (const [at, victim] of deck.slice(0, kills).entries()) {
      await Promise.race([load.ledger.grow(chance.whole(3, 12)), load.fault]);
      // The moment itself: anywhere within what people are doing now.
      await pause(chance.whole(0, 60));
      const [acknowledged, since] = [load.ledger.acknowledged, performance.now()];
      await Promise.race([installation.kill(victim), load.fault]);
      const took = Math.round(performance.now() - since);
      t.diagnostic(`kill ${at + 1}: ${victim}, after ${acknowledged} acknowledgements; back in ${took} ms`);
    }
    await Promise.race([load.ledger.grow(10), load.fault]);
    await load.stop();
    t.diagnostic(JSON.stringify({ requests: load.ledger.requests.length, ...load.troubles }));
    assert.ok(load.troubles.unanswered > 0, 'somebody was cut off');
  },
);

test('every acknowledged request stands where its last act left it, with its files byte by byte', async () => {
  await proveRequests(new PortalClient(installation, chance, load.troubles), load);
});

test('no request is there twice or unasked, every journal is whole and its state follows from it', async () => {
  const inside = await openInside(installation.directory);
  try {
    await proveJournals(inside, load);
    assert.ok((await proveAgenda(inside)) > 0, 'letters were numbered');
    await proveStore(inside);
  } finally {
    await inside.close();
  }
  const { code, output } = await installation.run(['journal', 'verify']);
  assert.equal(code, 0, output);
});

test('every message leaves; only one that was on its way at a kill may come twice', async () => {
  const inside = await openInside(installation.directory);
  try {
    const ids = await proveOutbox(inside, load);
    assert.deepEqual([...mail.received.keys()].sort(), [...ids].sort());
    const twice = [...mail.received.values()].filter((times) => times > 1).length;
    // A worker sends four at a time, and is cut off by every victim: its database, or itself.
    assert.ok(twice <= kills * 4, `${twice} messages came again`);
  } finally {
    await inside.close();
  }
});
