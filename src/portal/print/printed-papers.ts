import { createHash } from 'node:crypto';
import type { Press } from '../../platform/index.ts';
import type { Paper, PaperForm } from '../../platform/index.ts';

/** A file as it goes over the line. */
export interface PrintedPaper {
  readonly bytes: Buffer;
  /** Tells this file from every other, for browsers that have it already. */
  readonly tag: string;
}

/** The standards of some hundred services. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Papers that were printed, kept by what they were printed from: a version never changes, and equal papers give equal
 * bytes. What was asked for longest ago gives way.
 */
export class PrintedPapers {
  readonly #press: Press;
  readonly #most: number;
  readonly #printing = new Map<string, Promise<PrintedPaper>>();
  readonly #kept = new Map<string, PrintedPaper>();
  #bytes = 0;

  constructor(press: Press, mostBytes: number = MOST_BYTES) {
    this.#press = press;
    this.#most = mostBytes;
  }

  /** The file of `paper`; whoever asks while it is being printed waits for the same. The paper's `id` names its versions. */
  async get(paper: Paper, form: PaperForm): Promise<PrintedPaper> {
    const key = `${form} ${paper.page.enlargedTo ?? paper.page.size} ${paper.title} ${paper.id}`;
    const known = this.#kept.get(key);
    if (known) {
      // Put last again: the first of the map is what was asked for longest ago.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const printing = this.#printing.get(key) ?? this.#print(paper, form, key);
    this.#printing.set(key, printing);
    return printing;
  }

  async #print(paper: Paper, form: PaperForm, key: string): Promise<PrintedPaper> {
    try {
      const bytes = await this.#press.print(paper, form);
      const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      const printed = { bytes, tag };
      this.#keep(key, printed);
      return printed;
    } finally {
      this.#printing.delete(key);
    }
  }

  /** Only what is printed takes room and gives way: nobody's paper waits for somebody else's. */
  #keep(newest: string, printed: PrintedPaper): void {
    this.#kept.set(newest, printed);
    this.#bytes += printed.bytes.length;
    for (const [key, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#most || key === newest) return;
      this.#kept.delete(key);
      this.#bytes -= bytes.length;
    }
  }
}
