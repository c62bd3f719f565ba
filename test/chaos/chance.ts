/** Chance that can be repeated: what a seed brought once it brings again. */
import { createCipheriv, createHash } from 'node:crypto';

export interface Chance {
  /** A whole number between both, each as likely. */
  whole(least: number, most: number): number;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
  of<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): readonly T[];
}

/** Chances with the same seed and name bring the same; others have nothing to do with them. */
export function chanceOf(seed: string, name: string): Chance {
  const stream = streamOf(`${seed}/${name}`);
  const fraction = (): number => stream(6).readUIntBE(0, 6) / 2 ** 48;
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const of = <T>(list: readonly T[]): T => {
    const found = list[whole(0, list.length - 1)];
    if (found === undefined) throw new RangeError('nothing to choose from');
    return found;
  };
  const shuffled = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((one) => ({ one, at: fraction() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  return { whole, of, shuffled, oneIn: (n) => whole(1, n) === 1 };
}

function streamOf(seed: string): (bytes: number) => Buffer {
  const key = createHash('sha256').update(seed).digest().subarray(0, 16);
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  return (bytes) => cipher.update(Buffer.alloc(bytes));
}

/** A document nobody else has: the beginning and end of a PDF, and between them what the name brings by chance. */
export function documentOf(seed: string, name: string, size: number): Buffer {
  const begin = Buffer.from('%PDF-1.4\n');
  const end = Buffer.from('\n%%EOF\n');
  return Buffer.concat([begin, streamOf(`${seed}/${name}`)(size), end]);
}
