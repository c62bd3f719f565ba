/**
 * Windows of a browser. One that somebody left is emptied and given to the next: opening another, with a process of its own and
 * every style and font fetched anew, takes the browser as long as two pages.
 */
import type { Browser, Page } from 'playwright-core';

const left = new WeakMap<Browser, { readonly page: Page; readonly scripts: boolean }[]>();

/** A window in which nothing is remembered, with or without scripts. */
export async function windowIn(browser: Browser, scripts: boolean): Promise<Page> {
  const free = left.get(browser) ?? [];
  const at = free.findIndex((one) => one.scripts === scripts);
  const [found] = at === -1 ? [] : free.splice(at, 1);
  return found?.page ?? open(browser, scripts);
}

async function open(browser: Browser, scripts: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Forgets whoever sat there: what they were shown, and all that was kept for it. */
export async function vacate(page: Page, scripts: boolean): Promise<void> {
  const context = page.context();
  const browser = context.browser();
  const { origin } = new URL(page.url());
  if (scripts) await page.evaluate('sessionStorage.clear()');
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
  await context.clearCookies();
  await page.setExtraHTTPHeaders({});
  page.removeAllListeners();
  await page.goto('about:blank');
  if (browser !== null) left.getOrInsertComputed(browser, () => []).push({ page, scripts });
}
