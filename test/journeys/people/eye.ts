/** Looks at every page that is reached: nothing cut off, and accessible in each state it is met in. */
import type { Page } from 'playwright-core';
import { expectAccessible } from '../../support/browser.ts';
import { anatomyOf, expectNothingCutOff } from '../../support/page-sight.ts';
import { FoundGood } from '../../support/shared.ts';

/** What differs from request to request and not from page to page: numbers of requests, keys of drafts, ids of files. */
const ownParts = /^([A-Z]{3}-\d{4}-\w{6}|[\w-]{22,})$/;

const kindOfAddress = (url: string): string =>
  new URL(url).pathname
    .split('/')
    .map((part) => (ownParts.test(part) ? '…' : part))
    .join('/');

/**
 * One for all people. What was looked at already in this run with the same language, scheme, width, elements and states, and found
 * accessible, is not given to axe-core a second time; forms carry their service in the address, so each is.
 */
export class Eye {
  readonly #seen = new FoundGood('looked');

  async look(page: Page, scripts: boolean): Promise<void> {
    await expectNothingCutOff(page);
    const sight = `${kindOfAddress(page.url())}\n${await anatomyOf(page)}`;
    if (this.#seen.has(sight)) return;
    await expectAccessible(page, { scripts });
    this.#seen.add(sight);
  }
}
