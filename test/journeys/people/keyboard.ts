/**
 * Works a page with Tab, Shift+Tab, Enter, Space, arrows and letters. Each move of the focus is watched: it must be visible,
 * not covered, and go on.
 */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { focusOf, type Focus } from '../../support/page-sight.ts';
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

/** One of several buttons is one stop: the arrows move between them. */
const onSameGroup = (element: Control): boolean => {
  const { activeElement } = element.ownerDocument;
  const isSister = activeElement?.name === element.name && activeElement.form === element.form;
  return activeElement === element || (element.type === 'radio' && isSister);
};

/** Whether the control has the focus. */
export const isFocused = (control: Locator): Promise<boolean> => control.evaluate(hasFocus);

export function keyboardOf(page: Page, skipLink: string): Hands {
  const { keyboard } = page;
  // From now on the browser tells of choosers; asked only with the key press, it may learn too late that it should.
  page.on('filechooser', () => {});

  /** One move of the focus, from where it is, to what is returned; fails when it stays where it was or cannot be seen. */
  const move = async (key: 'Tab' | 'Shift+Tab', before: Focus): Promise<Focus> => {
    await keyboard.press(key);
    const after = await focusOf(page);
    const where = `${page.url()}: ${after.what}`;
    assert.ok(!after.onPage || after.place !== before.place, `${where} holds the focus`);
    assert.ok(after.marked, `${where} has the focus and does not show it`);
    assert.ok(after.seen, `${where} has the focus and is covered or outside the window`);
    return after;
  };

  const reach = async (control: Locator, arrived = hasFocus): Promise<void> => {
    // Found once by its words, not again after each move: that takes the browser longer than the move.
    const element = await control.elementHandle();
    assert.ok(element, `${page.url()}: ${control.toString()} does not stand there`);
    let focus = await focusOf(page);
    for (let stops = 0; stops <= MOST_STOPS; stops += 1) {
      if (await element.evaluate(arrived)) return;
      focus = await move('Tab', focus);
    }
    assert.fail(`${page.url()}: ${control.toString()} cannot be reached with the keyboard`);
  };

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
      const start = await focusOf(page);
      if (start.onPage) return;
      const first = await move('Tab', start);
      assert.equal(first.what, `a ${skipLink}`, `${page.url()} begins with ${first.what}`);
      await keyboard.press('Enter');
      const inside = await move('Tab', await focusOf(page));
      assert.ok(inside.inMain, `${page.url()}: past the header comes ${inside.what}`);
      const back = await move('Tab', await move('Shift+Tab', inside));
      assert.equal(back.place, inside.place, `${page.url()}: back and forth ends elsewhere`);
    },
  };
}
