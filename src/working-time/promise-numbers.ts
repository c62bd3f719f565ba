import type { Token } from './promise-tokens.ts';

type NumberToken = Extract<Token, { kind: 'number' }>;

const isNumber = (token: Token | undefined): token is NumberToken => token?.kind === 'number';

/** A number read from several tokens. */
export interface NumberRead {
  /** NaN where the tokens make no number that is certain. */
  readonly value: number;
  readonly at: number;
  readonly end: number;
  /** How many tokens it takes. */
  readonly length: number;
  /** Figures and words that say different numbers: "14 (tiga belas)". */
  readonly contradicts: boolean;
}

/** "1 ½". */
const isMixed = (parts: readonly NumberToken[]): boolean => {
  const [first, second] = parts;
  return (
    parts.length === 2 &&
    Number.isInteger(first?.value) &&
    second?.digits === null &&
    second.value > 0 &&
    second.value < 1
  );
};

/** Figures that a scanner has set apart; NaN where one of them is more than one figure. */
function joined(parts: readonly NumberToken[]): number {
  const figures = parts.map(({ digits }) => digits ?? '');
  return figures.every((figure) => /^\d$/.test(figure)) ? Number(figures.join('')) : Number.NaN;
}

/** "10 sepuluh": in figures and in words, without brackets. */
const isRepeatedInWords = (parts: readonly NumberToken[]): boolean =>
  parts.length === 2 && (parts[0]?.digits === null) !== (parts[1]?.digits === null);

/** What parts say of themselves. Figures set apart say something only with noughts: no promise is nought minutes. */
function valueOfParts(parts: readonly NumberToken[]): number {
  const [first, ...more] = parts.map(({ value }) => value);
  if (first === undefined || more.length === 0) return first ?? Number.NaN;
  if (isMixed(parts)) return first + (more[0] ?? Number.NaN);
  if (isRepeatedInWords(parts)) return first === more[0] ? first : Number.NaN;
  return more.every((value) => value === 0) ? joined(parts) : Number.NaN;
}

/**
 * The number that neighbouring tokens make: one figure or word, "1 ½", "10 sepuluh", "3 0"; with the words behind them
 * in brackets, which must say the same, any figures set apart: "1 4 (empat belas)".
 */
function valueOf(parts: readonly NumberToken[], proof: number | null): number {
  if (proof === null) return valueOfParts(parts);
  const value = parts.length === 1 ? parts[0]?.value : joined(parts);
  return value === proof ? proof : Number.NaN;
}

/** The numbers that stand side by side from `next` on, with nothing but space between them. */
function neighbours(text: string, tokens: readonly Token[], next: number): readonly NumberToken[] {
  const parts: NumberToken[] = [];
  for (let i = next; i < tokens.length; i += 1) {
    const token = tokens[i];
    const last = parts.at(-1);
    if (!isNumber(token) || (last && text.slice(last.end, token.at).trim() !== '')) break;
    parts.push(token);
  }
  return parts;
}

interface Repetition {
  readonly value: number;
  readonly end: number;
  readonly length: number;
}

/** "(sepuluh)" at `next`; of "(sepuluh hari)" the part before the unit, which is left to be read. */
function repetitionAt(tokens: readonly Token[], next: number): Repetition | null {
  const [open, inner, close] = tokens.slice(next, next + 3);
  if (open?.kind !== 'open' || !isNumber(inner)) return null;
  if (close?.kind === 'close') return { value: inner.value, end: close.end, length: 3 };
  return close?.kind === 'unit' ? { value: inner.value, end: inner.end, length: 2 } : null;
}

/** A number from the token at `next`, which is one, with its repetition in brackets: "10 (sepuluh)". */
export function readNumber(text: string, tokens: readonly Token[], next: number): NumberRead | null {
  const parts = neighbours(text, tokens, next);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const repetition = repetitionAt(tokens, next + parts.length);
  const value = valueOf(parts, repetition?.value ?? null);
  return {
    value,
    at: first.at,
    end: repetition?.end ?? last.end,
    length: parts.length + (repetition?.length ?? 0),
    contradicts: repetition !== null && Number.isNaN(value),
  };
}

/** Two numbers in brackets and what stands between them. */
export interface NumberPair {
  readonly first: number;
  readonly mark: Token['kind'];
  readonly second: number;
  /** How many tokens it takes. */
  readonly length: number;
}

/** "(tiga sampai lima)" at `next`; of "(tiga sampai lima hari)" the part before the unit, which is left to be read. */
export function readNumberPair(tokens: readonly Token[], next: number): NumberPair | null {
  const [open, first, mark, second, close] = tokens.slice(next, next + 5);
  if (open?.kind !== 'open' || !mark || !isNumber(first) || !isNumber(second)) return null;
  const length = close?.kind === 'close' ? 5 : 4;
  return { first: first.value, mark: mark.kind, second: second.value, length };
}
