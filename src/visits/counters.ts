/** Counters: positions that serve visitors, each with the letter of its queue. Pure. */
import type { Organisation, Position, Text } from '../standard/index.ts';

export interface Counter {
  readonly position: string;
  readonly title: Text;
  /** Stands before the numbers of its queue, so that two counters never call the same one; from the 25th on two letters. */
  readonly letter: string;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

const isCounter = ({ roles }: Position): boolean => roles.includes('counter');

/** All counters of an organisation, lettered in the order in which it names them. */
export const countersOf = ({ positions }: Organisation): readonly Counter[] =>
  positions.filter(isCounter).map(({ id, title }, at) => ({
    position: id,
    title,
    letter: letterAt(at),
  }));

/** A to Z, then AA, AB and so on. */
const letterAt = (at: number): string =>
  (at < LETTERS.length ? '' : letterAt(Math.floor(at / LETTERS.length) - 1)) +
  (LETTERS[at % LETTERS.length] ?? '');

/** Counters among these positions. */
export const countersAmong = (organisation: Organisation, positions: readonly string[]): readonly Counter[] =>
  countersOf(organisation).filter(({ position }) => positions.includes(position));

const DIGITS = 3;

/** "A-007", as it is called and printed. */
export const numberLabel = ({ letter }: Pick<Counter, 'letter'>, number: number): string =>
  `${letter}-${String(number).padStart(DIGITS, '0')}`;
