import { randomBytes, randomFillSync } from 'node:crypto';

const STOCK_BYTES = 4096;
const stock = Buffer.alloc(STOCK_BYTES);
let used = STOCK_BYTES;

/**
 * Random bytes for what is drawn often: nonces, salts, references. They are fetched from the system in bulk, since asking costs more
 * than a hundred bytes do; each is given once, and wiped where it stood. Keys are drawn on their own.
 */
export function drawBytes(count: number): Buffer {
  if (count > STOCK_BYTES) return randomBytes(count);
  if (used + count > STOCK_BYTES) {
    randomFillSync(stock);
    used = 0;
  }
  const drawn = Buffer.from(stock.subarray(used, used + count));
  stock.fill(0, used, used + count);
  used += count;
  return drawn;
}

/** A secret of `bits` random bits as base64url text, fit for links, cookies and keys. 128 bits are 22 characters. */
export function randomToken(bits: number): string {
  return randomBytes(Math.ceil(bits / 8)).toString('base64url');
}
