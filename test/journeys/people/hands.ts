/** How somebody works a page: by pointing at what is named, or with the keyboard alone. */
import type { Locator } from 'playwright-core';

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface Hands {
  /** Writes into a control, in place of what stands there. */
  write(control: Locator, text: string): Promise<void>;
  /** Picks from a list that opens. */
  pick(list: Locator, option: string): Promise<void>;
  /** Ticks a box or one of several buttons. */
  tick(box: Locator): Promise<void>;
  attach(control: Locator, file: ChosenFile): Promise<void>;
  /** Follows a link, presses a button, opens a fold. */
  press(control: Locator): Promise<void>;
  /** Called on each new page before anything is done there. */
  arrive(): Promise<void>;
}

/** Points and types, as most people do. */
export const pointing: Hands = {
  write: (control, text) => control.fill(text),
  pick: async (list, option) => void (await list.selectOption({ label: option })),
  tick: (box) => box.check(),
  attach: (control, file) => control.setInputFiles(file),
  press: (control) => control.click(),
  arrive: async () => {},
};
