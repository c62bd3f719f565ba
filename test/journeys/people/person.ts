/** Somebody at a browser: finds things by their words only, and looks at every page that comes. */
import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Eye } from './eye.ts';
import { pointing, type Hands } from './hands.ts';
import { keyboardOf } from './keyboard.ts';
import { said, type Lang } from './words.ts';
import { vacate, windowIn } from './windows.ts';

export interface Circumstances {
  readonly origin: string;
  readonly eye: Eye;
  readonly lang?: Lang;
  /** CSS pixels; 320 is 1280 at 400 %. */
  readonly width?: number;
  readonly height?: number;
  readonly scripts?: boolean;
  readonly dark?: boolean;
  readonly keyboardOnly?: boolean;
}

export class Person {
  readonly page: Page;
  readonly lang: Lang;
  readonly hands: Hands;
  readonly #circumstances: Circumstances;

  private constructor(page: Page, circumstances: Circumstances) {
    this.page = page;
    this.#circumstances = circumstances;
    this.lang = circumstances.lang ?? 'id';
    this.hands = circumstances.keyboardOnly ? keyboardOf(page, said('skip', this.lang)) : pointing;
  }

  /** Opens a window of their own, with nothing remembered. */
  static async arrive(browser: Browser, circumstances: Circumstances): Promise<Person> {
    const { width = 1200, height = 800, scripts = true, dark = false } = circumstances;
    const page = await windowIn(browser, scripts);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    return new Person(page, circumstances);
  }

  async leave(): Promise<void> {
    await vacate(this.page, this.#circumstances.scripts ?? true);
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** Types an address. */
  async visit(path: string): Promise<void> {
    const answer = await this.page.goto(`${this.#circumstances.origin}${path}`);
    assert.equal(answer?.status(), 200, `${path}: ${await this.words()}`);
    await this.#look();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#look();
  }

  /** Follows a link, or presses a button, that leads to another page. */
  async go(control: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.hands.press(control)]);
    await this.#look();
  }

  follow(name: string | RegExp, within: Locator = this.main): Promise<void> {
    return this.go(within.getByRole('link', { name, exact: true }).first());
  }

  press(name: string, within: Locator = this.main): Promise<void> {
    return this.go(within.getByRole('button', { name, exact: true }));
  }

  /** Opens a fold, unless it stands open. */
  async unfold(title: string): Promise<void> {
    const words = this.page.getByText(title, { exact: true });
    const fold = this.main.getByRole('group').filter({ has: words }).last();
    if (!(await fold.evaluate((element: { open: boolean }) => element.open)))
      await this.hands.press(words.first());
  }

  /** Everything the page says, as it stands there. */
  words(): Promise<string> {
    return this.main.innerText();
  }

  async sees(...all: readonly (string | RegExp)[]): Promise<void> {
    const words = await this.words();
    for (const one of all)
      assert.ok(
        typeof one === 'string' ? words.includes(one) : one.test(words),
        `${this.page.url()} does not say ${one.toString()}:\n${words}`,
      );
  }

  /** What stands under a heading or a term, up to the next heading. */
  async under(heading: string): Promise<readonly string[]> {
    const lines = (await this.words()).split('\n').map((line) => line.trim());
    const at = lines.indexOf(heading);
    assert.notEqual(at, -1, `${this.page.url()} has nothing called ${heading}`);
    const titles = (await this.main.getByRole('heading').allInnerTexts()).map((title) => title.trim());
    const rest = lines.slice(at + 1).filter((line) => line !== '');
    const end = rest.findIndex((line) => titles.includes(line));
    return end === -1 ? rest : rest.slice(0, end);
  }

  async #look(): Promise<void> {
    await this.#circumstances.eye.look(this.page, this.#circumstances.scripts ?? true);
    await this.hands.arrive();
  }
}
