import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openBrowser } from '../../support/browser.ts';
import { vacate, windowIn } from './windows.ts';

test('a window that somebody left remembers nothing for the next, and its listeners and headers are gone', async (t) => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ headers }, response) => {
    asked.push([headers.cookie, headers['x-forwarded-for']].join(' ').trim());
    response.setHeader('set-cookie', 'a=1').setHeader('content-type', 'text/html').end('<h1>x</h1>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await openBrowser();
  t.after(async () => {
    await browser.close();
    server.close();
  });
  const first = await windowIn(browser, true);
  let heard = 0;
  first.on('load', () => (heard += 1));
  await first.setExtraHTTPHeaders({ 'x-forwarded-for': '10.20.30.40' });
  await first.goto(origin);
  await first.goto(origin);
  await first.evaluate(`localStorage.setItem('a', '1'), sessionStorage.setItem('a', '1')`);
  await vacate(first, true);
  const plain = await windowIn(browser, false);
  assert.notEqual(plain, first, 'scripts run there or not, for good');
  const next = await windowIn(browser, true);
  assert.equal(next, first);
  heard = 0;
  await next.goto(origin);
  assert.deepEqual(asked, ['10.20.30.40', 'a=1 10.20.30.40', '']);
  assert.equal(await next.evaluate('localStorage.length + sessionStorage.length'), 0);
  assert.equal(heard, 0);
});
