import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { expectAccessible, openBrowser } from './browser.ts';

async function serve(body: string): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(body),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('the browser of the tests keeps what is another origin’s from a page, as a visitor’s does', async () => {
  const [own, other] = [await serve('<h1>own</h1>'), await serve('secret')];
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(own.origin);
  const read = (address: string): Promise<string> =>
    page.evaluate(
      `fetch(${JSON.stringify(address)}).then((answer) => answer.text()).catch((error) => error.name)`,
    );
  assert.equal(await read(own.origin), '<h1>own</h1>');
  assert.equal(await read(other.origin), 'TypeError');
  await browser.close();
  own.server.close();
  other.server.close();
});

test('a page that shuts people out is found, with the place at fault', async () => {
  const { server, origin } = await serve(
    '<!doctype html><html><title>x</title><main><h1>x</h1><img src="/a.png"></main></html>',
  );
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(origin);
  await assert.rejects(expectAccessible(page), /html-has-lang[\s\S]*image-alt[\s\S]*<img src="\/a\.png">/);
  await browser.close();
  server.close();
});
