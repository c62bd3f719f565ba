import { DatabaseError } from 'pg';

/** A statement of lists in JSON: the same text with longer lists does the same for more rows. */
export interface ListStatement {
  readonly text: string;
  readonly values: readonly string[];
}

/** Sends one transaction of one statement, bound to a government. */
type Send = (government: string, statement: ListStatement) => Promise<void>;

/** Somebody's statement, until it is known how it went. */
interface Waiting {
  readonly statement: ListStatement;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/** More would make everybody wait for a long statement, and lose more time when one of them is refused. */
const MOST_TOGETHER = 32;
/** Characters of what goes along with the first. */
const MOST_CHARACTERS = 1024 * 1024;

/** At a time: with one alone everybody would wait for two turns of a slow disk, with many nobody would gather. */
const MOST_UNDER_WAY = 3;

/** What one government has to write. */
interface Line {
  waiting: Waiting[];
  /** Transactions that were sent and not answered yet. */
  underWay: number;
  /** Whether it is looked at when this turn of the loop ends. */
  isDue: boolean;
}

/**
 * What is to be written for one government in one turn of the loop, or while enough of it is being written, goes together,
 * in one transaction: a statement over ten tables costs the database far more to begin than to do for another row. Who
 * comes alone waits for nobody. One that is refused undoes all of its transaction, so each is then tried by itself and only it is told.
 */
export class Gathering {
  readonly #send: Send;
  /** A government has a line while something of it waits or is under way. */
  readonly #lines = new Map<string, Line>();

  constructor(send: Send) {
    this.#send = send;
  }

  /** Resolves when the statement is committed; rejects with why it is not, as if it had been sent alone. */
  async add(government: string, statement: ListStatement): Promise<void> {
    const line = this.#lines.get(government) ?? { waiting: [], underWay: 0, isDue: false };
    this.#lines.set(government, line);
    await new Promise<void>((done, failed) => {
      line.waiting.push({ statement, done, failed });
      this.#look(government, line);
    });
  }

  /** What else arrives in this turn of the loop goes along; what is sent leaves at its end anyway. */
  #look(government: string, line: Line): void {
    if (line.isDue) return;
    line.isDue = true;
    setImmediate(() => {
      line.isDue = false;
      while (line.waiting.length > 0 && line.underWay < MOST_UNDER_WAY) void this.#sendNext(government, line);
    });
  }

  async #sendNext(government: string, line: Line): Promise<void> {
    const together = takeAlike(line);
    line.underWay += 1;
    await this.#sendTogether(government, together);
    line.underWay -= 1;
    if (line.waiting.length > 0) this.#look(government, line);
    else if (line.underWay === 0) this.#lines.delete(government);
  }

  async #sendTogether(government: string, together: readonly Waiting[]): Promise<void> {
    const statements = together.map(({ statement }) => statement);
    try {
      await this.#send(government, joined(statements));
      for (const { done } of together) done();
    } catch (error) {
      if (together.length > 1 && isRefused(error)) await this.#sendEach(government, together);
      else for (const { failed } of together) failed(error);
    }
  }

  async #sendEach(government: string, each: readonly Waiting[]): Promise<void> {
    const ends = await Promise.allSettled(each.map(({ statement }) => this.#send(government, statement)));
    for (const [at, end] of ends.entries()) {
      if (end.status === 'fulfilled') each[at]?.done();
      else each[at]?.failed(end.reason);
    }
  }
}

/** Takes the first out of the line, and as many of the same text as fit. */
function takeAlike(line: Line): readonly Waiting[] {
  const [first] = line.waiting;
  let left = MOST_CHARACTERS;
  const taken = line.waiting
    .filter(({ statement }) => statement.text === first?.statement.text)
    .filter((waiting) => {
      left -= waiting === first ? 0 : lengthOf(waiting);
      return left >= 0;
    })
    .slice(0, MOST_TOGETHER);
  line.waiting = line.waiting.filter((waiting) => !taken.includes(waiting));
  return taken;
}

const lengthOf = ({ statement }: Waiting): number =>
  statement.values.reduce((sum, { length }) => sum + length, 0);

/** Statements of one text as one, each list with the rows of all. */
export function joined(statements: readonly ListStatement[]): ListStatement {
  const [first, ...others] = statements;
  if (!first) throw new Error('at least one statement');
  if (others.length === 0) return first;
  const values = first.values.map((_, at) =>
    joinedLists(statements.map(({ values: all }) => all[at] ?? '[]')),
  );
  return { text: first.text, values };
}

/** JSON lists as one list, without reading what is in them. */
const joinedLists = (lists: readonly string[]): string =>
  `[${lists
    .map((list) => list.slice(1, -1))
    .filter((inside) => inside !== '')
    .join()}]`;

/** The database said no to what was in the statement; nothing of it was done. */
const isRefused = (error: unknown): boolean => error instanceof DatabaseError;
