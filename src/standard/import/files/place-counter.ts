import type { Place } from '../model.ts';

/** Numbers lines through the whole document and remembers the page. */
export class PlaceCounter {
  #line = 0;
  page = 1;

  next(): Place {
    this.#line += 1;
    return { page: this.page, line: this.#line };
  }
}
