/** The thread that writes files: one order after the other, but for waiting for the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import { errorCode } from '../durable.ts';
import { FileBeingWritten } from './file-being-written.ts';
import { SLOT_BYTES } from './orders.ts';
import type { Answer, Batch, Order } from './orders.ts';

const memory = workerData as SharedArrayBuffer;
const begun = new Map<number, FileBeingWritten>();

/** Gives the answer, when the file's last bytes are on disk for good. */
async function carryOut(order: Order): Promise<Answer> {
  const { file } = order;
  try {
    if (!('givenUp' in order)) return await take(order);
    giveUp(file);
    return { file, ok: true };
  } catch (error) {
    leave(file);
    const code = errorCode(error);
    const message = error instanceof Error ? error.message : String(error);
    return { file, ok: false, message, ...(code !== undefined && { code }) };
  }
}

async function take({ file, begin, slot, length, last }: Batch): Promise<Answer> {
  const written = begun.get(file) ?? (begin && (await FileBeingWritten.begin(begin)));
  if (!written) throw new Error('a file begins with its first batch');
  begun.set(file, written);
  const bytes = Buffer.from(memory, slot * SLOT_BYTES, length);
  if (!last) {
    // The slot is another's before the last of these bytes are sealed.
    written.add(Buffer.from(bytes));
    return { file, ok: true };
  }
  written.end(bytes);
  const measured = await written.settle();
  begun.delete(file);
  return { file, ok: true, written: measured };
}

function giveUp(file: number): void {
  const left = begun.get(file);
  begun.delete(file);
  left?.giveUp();
}

/** Whoever waits is told what went wrong first. What cannot be removed either has no row and is swept later. */
function leave(file: number): void {
  try {
    giveUp(file);
  } catch {
    // Thrown here it would end the thread, and with it the files of everybody else.
  }
}

async function answer(order: Order): Promise<void> {
  const told = await carryOut(order);
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  parentPort?.postMessage(told);
}

/** Came, and not begun. */
const orders: Order[] = [];

/** One a turn of the loop: a file that has reached the disk meanwhile is told of before the next is sealed. */
function beginNext(): void {
  const order = orders.shift();
  if (order) void answer(order);
  if (orders.length > 0) setImmediate(beginNext);
}

parentPort?.on('message', (order: Order) => {
  orders.push(order);
  // All that came together is handed over in one turn; begun in that turn, the first file would be told of after the last.
  if (orders.length === 1) setImmediate(beginNext);
});
