/** What a document gathers while its blocks are written: pictures, links and lists have their own parts of the package. */
import { createHash } from 'node:crypto';

export interface Picture {
  readonly relation: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface NumberedList {
  /** From 1, in the order of the document: each list begins anew. */
  readonly id: number;
  readonly numbers: 'decimal' | 'letters' | 'bullet';
}

/** Relations below this one belong to styles, numbering, settings, header and footer. */
const FIRST_FREE_RELATION = 10;

export class Gathered {
  readonly pictures: Picture[] = [];
  readonly links: { readonly relation: string; readonly address: string }[] = [];
  readonly lists: NumberedList[] = [];
  #relations = FIRST_FREE_RELATION;
  #drawings = 0;
  #bookmarks = 0;

  #relation(): string {
    this.#relations += 1;
    return `rId${this.#relations}`;
  }

  /** The relation of a picture; the same bytes are stored once. */
  picture(bytes: Uint8Array, ending: 'png' | 'jpeg'): string {
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const fileName = `media/${name}.${ending}`;
    const known = this.pictures.find((picture) => picture.fileName === fileName);
    if (known) return known.relation;
    const relation = this.#relation();
    this.pictures.push({ relation, fileName, bytes });
    return relation;
  }

  link(address: string): string {
    const relation = this.#relation();
    this.links.push({ relation, address });
    return relation;
  }

  list(numbers: NumberedList['numbers']): number {
    const id = this.lists.length + 1;
    this.lists.push({ id, numbers });
    return id;
  }

  /** Numbers for drawings and bookmarks: unique within the document. */
  drawing(): number {
    this.#drawings += 1;
    return this.#drawings;
  }

  bookmark(): number {
    this.#bookmarks += 1;
    return this.#bookmarks;
  }
}
