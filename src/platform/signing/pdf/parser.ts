/** Reads PDF values from bytes (ISO 32000-2, 7.2 and 7.3). Never looks outside the bytes; nesting is bounded. */
import { PdfUnreadable } from './faults.ts';
import type { PdfDict, PdfText, PdfValue } from './values.ts';

const MOST_NESTED = 100;
const WHITE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)));
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** A word that is no value: `obj`, `stream`, `R`, `xref`. */
export interface Keyword {
  readonly kind: 'keyword';
  readonly word: string;
}

export class PdfParser {
  readonly bytes: Buffer;
  position: number;

  constructor(bytes: Buffer, position = 0) {
    if (!Number.isSafeInteger(position) || position < 0 || position > bytes.length)
      throw new PdfUnreadable(`no such place: ${position}`);
    this.bytes = bytes;
    this.position = position;
  }

  /** The value that stands here. */
  value(depth = 0): PdfValue {
    const token = this.token(depth);
    if (typeof token === 'object' && token !== null && token.kind === 'keyword')
      throw this.#fault(`unexpected "${token.word}"`);
    return token;
  }

  /** A value, or a word that is none. */
  token(depth = 0): PdfValue | Keyword {
    if (depth > MOST_NESTED) throw this.#fault('nested too deeply');
    this.skipWhite();
    const byte = this.bytes[this.position];
    if (byte === undefined) throw this.#fault('ends too early');
    const character = String.fromCharCode(byte);
    if (character === '/') return { kind: 'name', name: this.#name() };
    if (character === '(') return this.#literal();
    if (character === '[') return { kind: 'array', items: this.#until(']', depth) };
    if (character === '<') return this.bytes[this.position + 1] === byte ? this.#dict(depth) : this.#hex();
    return this.#word();
  }

  /** The number that stands here, a whole one that is not negative. */
  count(): number {
    const value = this.value();
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
      throw this.#fault('not a number');
    return value;
  }

  /** Passes over this word, or says that something else stands here. */
  expect(word: string): void {
    const token = this.token();
    if (typeof token !== 'object' || token?.kind !== 'keyword' || token.word !== word)
      throw this.#fault(`"${word}" expected`);
  }

  /** Whether this word comes next; passes over it if so. */
  take(word: string): boolean {
    this.skipWhite();
    const end = this.position + word.length;
    if (this.bytes.toString('latin1', this.position, end) !== word || !this.#endsAt(end)) return false;
    this.position = end;
    return true;
  }

  skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === 0x25) this.#skipComment();
      else if (byte !== undefined && WHITE.has(byte)) this.position += 1;
      else return;
    }
  }

  #skipComment(): void {
    while (this.position < this.bytes.length && !this.#atLineEnd()) this.position += 1;
  }

  #atLineEnd(): boolean {
    const byte = this.bytes[this.position];
    return byte === 0x0a || byte === 0x0d;
  }

  #endsAt(position: number): boolean {
    const byte = this.bytes[position];
    return byte === undefined || WHITE.has(byte) || DELIMITERS.has(byte);
  }

  #regular(): string {
    const start = this.position;
    while (!this.#endsAt(this.position)) this.position += 1;
    return this.bytes.toString('latin1', start, this.position);
  }

  #name(): string {
    this.position += 1;
    return this.#regular().replaceAll(/#([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #word(): PdfValue | Keyword {
    const word = this.#regular();
    if (word === '') throw this.#fault('unexpected delimiter');
    if (NUMBER.test(word)) return this.#refFrom(Number(word)) ?? Number(word);
    if (word === 'true') return true;
    if (word === 'false') return false;
    return word === 'null' ? null : { kind: 'keyword', word };
  }

  /** `12 0 R`: two whole numbers and an R are one value. */
  #refFrom(number: number): PdfValue | null {
    if (!Number.isSafeInteger(number) || number < 0) return null;
    const ahead = this.bytes.toString('latin1', this.position, this.position + 16);
    const match = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(ahead);
    if (!match) return null;
    this.position += match[0].length;
    return { kind: 'ref', number, generation: Number(match[1]) };
  }

  #until(closing: string, depth: number): PdfValue[] {
    this.position += 1;
    const items: PdfValue[] = [];
    for (this.skipWhite(); this.bytes[this.position] !== closing.charCodeAt(0); this.skipWhite())
      items.push(this.value(depth + 1));
    this.position += 1;
    return items;
  }

  #dict(depth: number): PdfDict {
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    for (this.skipWhite(); this.bytes[this.position] !== 0x3e; this.skipWhite()) {
      if (this.bytes[this.position] !== 0x2f) throw this.#fault('a dictionary needs names');
      const name = this.#name();
      // Two readers could each believe another one of two values; a signed file must say one thing only.
      if (entries.has(name)) throw this.#fault(`"${name}" twice in one dictionary`);
      entries.set(name, this.value(depth + 1));
    }
    if (this.bytes[this.position + 1] !== 0x3e) throw this.#fault('dictionary not closed');
    this.position += 2;
    return { kind: 'dict', entries };
  }

  #hex(): PdfText {
    const end = this.bytes.indexOf(0x3e, this.position);
    if (end < 0) throw this.#fault('text not closed');
    const digits = this.bytes.toString('latin1', this.position + 1, end).replaceAll(/[\0\t\n\f\r ]/g, '');
    if (/[^\da-f]/i.test(digits)) throw this.#fault('not hexadecimal');
    this.position = end + 1;
    return { kind: 'text', bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex') };
  }

  #literal(): PdfText {
    const bytes: number[] = [];
    this.position += 1;
    for (let open = 1; ; this.position += 1) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw this.#fault('text not closed');
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) break;
      if (byte === 0x5c) bytes.push(...this.#escape());
      else bytes.push(byte);
    }
    this.position += 1;
    return { kind: 'text', bytes: Buffer.from(bytes) };
  }

  /** What a backslash and what follows stand for; ends on the last byte it used. */
  #escape(): readonly number[] {
    const ahead = this.bytes.toString('latin1', this.position + 1, this.position + 4);
    const octal = /^[0-7]{1,3}/.exec(ahead)?.[0];
    if (octal !== undefined) {
      this.position += octal.length;
      return [Number.parseInt(octal, 8) & 0xff];
    }
    if (ahead.startsWith('\r\n')) {
      this.position += 2;
      return [];
    }
    this.position += 1;
    const next = ahead.charAt(0);
    if (next === '\n' || next === '\r') return [];
    return [ESCAPES[next] ?? next.charCodeAt(0)];
  }

  #fault(what: string): PdfUnreadable {
    return new PdfUnreadable(`${what} at byte ${this.position}`);
  }
}
