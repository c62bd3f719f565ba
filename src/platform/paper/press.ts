import { Buffer } from 'node:buffer';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../ground/index.ts';
import type { Paper } from './model.ts';
import type { WrittenPdf } from './pdf/write.ts';
import type { Order, Outcome, PaperForm } from './press-order.ts';

/** One paper may take this long; the annex of a large office takes about two seconds. */
const MOST_MS = 20_000;
/** A thread that had nothing to do for this long gives its memory back. */
const IDLE_MS = 60_000;
const MOST_MEGABYTES = 256;
/** More are not kept waiting: whoever comes then is told to come again. */
const MOST_WAITING = 20;

const busy = (): Fault =>
  new Fault('unavailable', 'press-busy', {
    id: 'Banyak dokumen sedang disiapkan. Coba lagi sebentar lagi.',
    en: 'Many documents are being prepared. Try again in a moment.',
  });

const failed = (): Fault =>
  new Fault('unavailable', 'press-failed', {
    id: 'Dokumen ini tidak dapat disiapkan sekarang. Coba lagi nanti, atau baca halamannya.',
    en: 'This document cannot be prepared now. Try again later, or read the page.',
  });

interface Waiting {
  readonly order: Order;
  readonly resolve: (written: WrittenPdf) => void;
  readonly reject: (fault: Fault) => void;
}

/**
 * Writes papers in a thread of its own, one after the other: whoever asks for a page does not wait for somebody's document,
 * and no document takes more than its time and memory. Faults: `press-busy`, `press-failed`, and those of the paper.
 */
export class Press {
  readonly #tell: (error: unknown) => void;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** `tell`: hears of whatever ended the thread, for the log. */
  constructor(tell: (error: unknown) => void) {
    this.#tell = tell;
  }

  /** The bytes of a paper's file. */
  async print(paper: Paper, form: PaperForm): Promise<Buffer> {
    return (await this.#put(paper, form)).bytes;
  }

  /** As `writePdf`: with the places in it that were given a name. */
  printPdf(paper: Paper): Promise<WrittenPdf> {
    return this.#put(paper, 'pdf');
  }

  #put(paper: Paper, form: PaperForm): Promise<WrittenPdf> {
    if (this.#closed || this.#waiting.length >= MOST_WAITING) return Promise.reject(busy());
    const { promise, resolve, reject } = Promise.withResolvers<WrittenPdf>();
    this.#waiting.push({ order: { paper, form }, resolve, reject });
    this.#next();
    return promise;
  }

  /** Ends the thread; whoever still waits is told so. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(busy());
    await this.#end(busy());
  }

  #next(): void {
    if (this.#current) return;
    const next = this.#waiting.shift();
    clearTimeout(this.#timer);
    this.#current = next ?? null;
    if (next) {
      this.#timer = setTimeout(() => void this.#end(failed()), MOST_MS);
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
      this.#thread().postMessage(next.order);
    } else {
      this.#timer = setTimeout(() => void this.#end(busy()), IDLE_MS).unref();
    }
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const extension = import.meta.filename.endsWith('.ts') ? '.ts' : '.js';
    const worker = new Worker(new URL(`./press-worker${extension}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    worker.on('message', (outcome: Outcome) => this.#done(outcome));
    worker.on('error', (error) => {
      this.#tell(error);
      void this.#end(failed());
    });
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #done(outcome: Outcome): void {
    const current = this.#current;
    this.#current = null;
    if (outcome.ok) {
      const { bytes, pages, places } = outcome;
      const { buffer, byteOffset, byteLength } = bytes;
      current?.resolve({ bytes: Buffer.from(buffer, byteOffset, byteLength), pages, places });
    } else {
      current?.reject(new Fault(outcome.kind, outcome.code, outcome.words));
    }
    this.#next();
  }

  /** Ends the thread with whatever it was doing, and goes on with the next paper in a new one. */
  async #end(reason: Fault): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    const current = this.#current;
    this.#worker = null;
    this.#current = null;
    worker?.removeAllListeners();
    // It may have broken in this very moment: what nobody hears would end the whole program.
    worker?.on('error', this.#tell);
    current?.reject(reason);
    if (this.#waiting.length > 0) this.#next();
    await worker?.terminate();
  }
}
