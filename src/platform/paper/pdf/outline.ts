import type { PdfDocument } from './structure.ts';

type Item = Pick<PdfDocument['outline'], 'addItem'>;

/** Bookmarks, each below the last one of a higher level. */
export class Outline {
  readonly #items: { level: number; item: Item }[];

  constructor(document: PdfDocument) {
    this.#items = [{ level: 0, item: document.outline }];
  }

  add(level: number, title: string): void {
    while (this.#last().level >= level) this.#items.pop();
    this.#items.push({ level, item: this.#last().item.addItem(title, { expanded: level === 1 }) });
  }

  #last(): { level: number; item: Item } {
    const last = this.#items.at(-1);
    if (!last) throw new Error('The root of the bookmarks is never taken away.');
    return last;
  }
}
