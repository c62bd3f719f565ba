/**
 * Works a page with Tab, Shift+Tab, Enter, Space, arrows and letters. Each move of the focus is watched: it must be visible,
 * not covered, and go on.
 */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { focusOf } from '../../support/page-sight.ts';
import type { Hands } from './hands.ts';

/** No page has so many places to stop at that this is reached. */
const MOST_STOPS = 250;

/** A control in the browser, as far as the functions sent there look. */
interface Control {
  readonly type: string;
  readonly name: string;
  readonly form: unknown;
  readonly ownerDocument: { readonly activeElement: Control | null };
  readonly selectedOptions: readonly { readonly label: string }[];
}

const hasFocus = (element: Control): boolean => element.ownerDocument.activeElement === element;

/** Whether the control has the focus. */
export const isFocused = (control: Locator): Promise<boolean> => control.evaluate(hasFocus);

export function keyboardOf(page: Page, skipLink: string): Hands {
  const { keyboard } = page;
  // From now on the browser tells of choosers; asked only with the key press, it may learn too late that it should.
  page.on('filechooser', () => {});

  /** One move of the focus; fails when it stays where it was or cannot be seen. */
  const move = async (key: 'Tab' | 'Shift+Tab'): Promise<void> => {
    const before = await focusOf(page);
    await keyboard.press(key);
    const after = await focusOf(page);
    const where = `${page.url()}: ${after.what}`;
    assert.ok(!after.onPage || after.place !== before.place, `${where} holds the focus`);
    assert.ok(after.marked, `${where} has the focus and does not show it`);
    assert.ok(after.seen, `${where} has the focus and is covered or outside the window`);
  };

  const reach = async (control: Locator, arrived = isFocused): Promise<void> => {
    for (let stops = 0; stops <= MOST_STOPS; stops += 1) {
      if (await arrived(control)) return;
      await move('Tab');
    }
    assert.fail(`${page.url()}: ${control.toString()} cannot be reached with the keyboard`);
  };

  /** One of several buttons is one stop: the arrows move between them. */
  const onSameGroup = (control: Locator): Promise<boolean> =>
    control.evaluate(
      (element: Control) =>
        element.ownerDocument.activeElement === element ||
        (element.type === 'radio' &&
          element.ownerDocument.activeElement?.name === element.name &&
          element.ownerDocument.activeElement.form === element.form),
    );

  const picked = (list: Locator): Promise<string> =>
    list.evaluate((element: Control) => element.selectedOptions[0]?.label ?? '');

  return {
    write: async (control, text) => {
      await reach(control);
      await keyboard.press('Control+A');
      await keyboard.insertText(text);
    },
    pick: async (list, option) => {
      await reach(list);
      await keyboard.type(option);
      assert.equal(await picked(list), option, `letters do not find ${option}`);
    },
    tick: async (box) => {
      await reach(box, onSameGroup);
      for (let moves = 0; moves < MOST_STOPS && !(await isFocused(box)); moves += 1)
        await keyboard.press('ArrowDown');
      if (!(await box.isChecked())) await keyboard.press('Space');
      assert.ok(await box.isChecked(), `${box.toString()} cannot be ticked with the keyboard`);
    },
    attach: async (control, file) => {
      await reach(control);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Space')]);
      await chooser.setFiles(file);
    },
    press: async (control) => {
      await reach(control);
      await keyboard.press('Enter');
    },
    /** From the top of a page the first stop leads past the header. */
    arrive: async () => {
      const { onPage } = await focusOf(page);
      if (onPage) return;
      await move('Tab');
      const first = await focusOf(page);
      assert.equal(first.what, `a ${skipLink}`, `${page.url()} begins with ${first.what}`);
      await keyboard.press('Enter');
      await move('Tab');
      const inside = await focusOf(page);
      assert.ok(inside.inMain, `${page.url()}: past the header comes ${inside.what}`);
      await move('Shift+Tab');
      await move('Tab');
      assert.equal((await focusOf(page)).place, inside.place, `${page.url()}: back and forth ends elsewhere`);
    },
  };
}
