/** The thread of a press: takes one paper after the other, gives the bytes of its file. */
import { parentPort } from 'node:worker_threads';
import { Fault } from '../../ground/index.ts';
import { writeDocx, writePdf } from './write.ts';
import type { Order, Outcome } from './press-order.ts';

async function printed({ form, paper }: Order): Promise<Outcome> {
  try {
    if (form === 'pdf') return { ok: true, ...(await writePdf(paper)) };
    // Word sets the pages itself, so nothing is known of them.
    return { ok: true, ...(await writeDocx(paper)), pages: 0, places: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { kind, code, words } = error;
    return { ok: false, kind, code, words };
  }
}

parentPort?.on('message', (order: Order) => {
  // What is no Fault ends the thread: the press tells it and starts another one.
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  void printed(order).then((outcome) => parentPort?.postMessage(outcome));
});
