/**
 * What another site can find out about somebody who is signed in here: nothing. Tried from a second origin in our own browser,
 * each way first shown to succeed where nothing stands against it, so that a browser that lets everything through fails the test.
 */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { demoPassword } from '../../src/people/index.ts';
import { openBrowser } from '../support/browser.ts';
import { usernameOf } from '../support/officer.ts';
import { signIn } from './people/officer.ts';
import { Town } from './people/town.ts';

let town: Town;
let site: Server;
let elsewhere: string;
before(async () => {
  town = await Town.open('cross-origin');
  site = createServer((_request, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>'),
  );
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  elsewhere = `http://localhost:${(site.address() as AddressInfo).port}`;
});
after(async () => {
  site.close();
  await town.close();
});

/** Ways of a page to another address, each giving what it could read there, or what stopped it. */
const ways = {
  fetch: (url: string) =>
    `fetch('${url}', { credentials: 'include' }).then((answer) => answer.text(), () => 'stopped')`,
  'fetch without CORS': (url: string) =>
    `fetch('${url}', { mode: 'no-cors', credentials: 'include' }).then((answer) => answer.text(), () => 'stopped')`,
  frame: (url: string) => `new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.onload = () => { try { done(frame.contentWindow.document.body.innerText); } catch { done('stopped'); } };
    frame.onerror = () => done('stopped');
    frame.src = '${url}';
    document.body.append(frame);
  })`,
  script: (url: string) => `new Promise((done) => {
    const script = document.createElement('script');
    script.onload = () => done('read');
    script.onerror = () => done('stopped');
    script.src = '${url}';
    document.body.append(script);
  })`,
} as const;

/** What may be read from a page by all ways: everything that is not nothing. */
async function readBy(page: Page, url: string): Promise<Readonly<Record<string, boolean>>> {
  const found: Record<string, boolean> = {};
  for (const [way, script] of Object.entries(ways)) {
    const seen = await page.evaluate<string>(script(url));
    found[way] = seen !== 'stopped' && seen.trim() !== '';
  }
  return found;
}

async function signedIn(browser: Browser): Promise<Page> {
  const person = await town.person({}, browser);
  const username = await usernameOf(town.app, 'klaten', 'kabid-informatika');
  await signIn(person, { username, password: demoPassword });
  return person.page;
}

describe('another site', () => {
  test('reads nothing of ours, signed in or not, by any way', async () => {
    const page = await signedIn(town.browser);
    await page.goto(elsewhere);
    for (const path of ['/meja', '/klaten', '/api/v1/governments/klaten/services', '/aset/gaya.css'])
      assert.deepEqual(
        await readBy(page, `${town.origin}${path}`),
        { fetch: false, 'fetch without CORS': false, frame: false, script: false },
        path,
      );
    const own = await readBy(page, `${elsewhere}/`);
    assert.deepEqual(
      own,
      { fetch: true, 'fetch without CORS': true, frame: true, script: true },
      'what is its own',
    );
    await page.context().close();
  });

  test('would read the desk in a browser whose web security is off: ours is on', async () => {
    const careless = await openBrowser({ flags: ['--disable-web-security'] });
    const page = await signedIn(careless);
    await page.goto(elsewhere);
    assert.equal((await readBy(page, `${town.origin}/klaten`))['fetch'], true);
    await careless.close();
  });

  test('keeps no hold of a window it opened', async () => {
    const person = await town.person();
    const { page } = person;
    await page.goto(elsewhere);
    const opened = page.waitForEvent('popup');
    await page.evaluate(`window.held = window.open('${town.origin}/klaten'), undefined`);
    await (await opened).waitForLoadState();
    assert.equal(await page.evaluate('window.held.closed'), true, 'the window is cut off from who opened it');
    assert.equal(await (await opened).evaluate('window.opener'), null);
    await person.leave();
  });
});

describe('our answers', () => {
  test('allow no other origin anything, pages, API, files and faults alike', async () => {
    const headers = { origin: elsewhere, 'access-control-request-method': 'GET' };
    for (const method of ['GET', 'OPTIONS', 'POST'] as const)
      for (const url of [
        '/',
        '/klaten',
        '/meja',
        '/api',
        '/api/openapi.json',
        '/api/v1/requests/KLT-2026-000000',
        '/nowhere',
      ]) {
        const answer = await town.app.server.inject({ method, url, headers });
        const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
        assert.deepEqual(allowed, [], `${method} ${url}`);
        assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin', `${method} ${url}`);
      }
  });
});

describe('the browser of the tests', () => {
  test('is started as a visitor’s: nothing that protects them is switched off', async () => {
    // Chromium tells its flags only to who says it is automated.
    const browser = await openBrowser({ flags: ['--enable-automation'] });
    const session = await browser.newBrowserCDPSession();
    const { arguments: given } = await session.send('Browser.getBrowserCommandLine');
    const harmful = [
      '--disable-web-security',
      '--disable-site-isolation-trials',
      '--disable-site-isolation-for-policy',
      '--allow-running-insecure-content',
      '--allow-file-access-from-files',
      '--ignore-certificate-errors',
      '--single-process',
    ];
    assert.ok(given.length > 3, given.join(' '));
    assert.deepEqual(
      given.filter((flag) => harmful.includes(flag.split('=')[0] ?? '')),
      [],
    );
    const isolation = given.filter(
      (flag) => flag.startsWith('--disable-features=') && /IsolateOrigins|site-per-process/i.test(flag),
    );
    assert.deepEqual(isolation, []);
    await browser.close();
  });
});
