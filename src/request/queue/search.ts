/** Search for officials: by number however it is typed, by NIK or phone, by words however they are spelt. */
import { sql } from 'kysely';
import { readRequestNumber } from '../../platform/index.ts';
import type { Keys, Tx } from '../../platform/index.ts';
import { likeness, wordsIn } from '../../standard/index.ts';
import { EVERYTHING } from '../everything.ts';
import { requestsOf } from './page.ts';
import type { Listed } from './page.ts';
import type { QueuePage, QueueQuery, QueueRow } from './query.ts';
import { conditions } from './rows.ts';
import type { Part } from './rows.ts';
import { positionsFor, servicesOverseen } from './viewer.ts';

/** What the meaning of a typed text depends on. */
export interface MeaningGround {
  readonly keys: Keys;
  /** With what numbers of this government begin, and the year on the office's wall. */
  readonly prefix: string;
  readonly year: number;
}

/** What was typed, in the ways in which it can be meant. */
export interface Meant {
  readonly numbers: readonly string[];
  readonly words: readonly string[];
  /** Keyed hashes of a NIK or phone number. */
  readonly contacts: readonly Buffer[];
  readonly digits: string | null;
}

/** Of so many hits those are taken that fit the filters. */
const MOST_FOUND = 200;
const MOST_WORDS = 8;
const LAST_DIGITS = 4;
/** A local phone number has no fewer. */
const LEAST_CONTACT = 8;

export function meaningOf(text: string, { keys, prefix, year }: MeaningGround): Meant {
  const whole = readRequestNumber(text);
  if (whole.ok) return { numbers: [whole.value.number], words: [], contacts: [], digits: null };
  const digits = text.replaceAll(/[\s().+-]/g, '');
  const isDigits = /^\d+$/.test(digits);
  const contacts =
    isDigits && digits.length >= LEAST_CONTACT
      ? [keys.lookupHash('nik', digits), keys.lookupHash('phone', digits)]
      : [];
  return {
    numbers: shortened(text, prefix, year),
    words: partsOf(text).slice(0, MOST_WORDS),
    contacts: text.includes('@') ? [keys.lookupHash('email', text)] : contacts,
    digits: isDigits && digits.length === LAST_DIGITS ? digits : null,
  };
}

/** Words, and the parts of words with a hyphen, as the index keeps them. */
const partsOf = (text: string): readonly string[] => wordsIn(text.replaceAll('-', ' '));

/** "7F3K9Q", or "2026-7F3K9Q": the rest of a number of this office, of this year or one of the two before. */
function shortened(text: string, prefix: string, year: number): readonly string[] {
  return [prefix, ...[year, year - 1, year - 2].map((one) => `${prefix}${one}`)].flatMap((beginning) => {
    const read = readRequestNumber(beginning + text);
    return read.ok ? read.value.number : [];
  });
}

/** What is exactly as it was typed, or has words that begin so; one page only. */
export async function findMeant(tx: Tx, part: Part, meant: Meant, query: QueueQuery): Promise<QueuePage> {
  const found = await find(tx, part, meant, { ...query, beginnings: false });
  return { ...found, next: null, guessed: false };
}

/** What begins like the words and is spelt nearly as they are: for when nothing else was found. */
export async function findSimilar(tx: Tx, part: Part, meant: Meant, query: QueueQuery): Promise<QueuePage> {
  const words = meant.words.map((word) => word.slice(0, Math.max(2, Math.ceil(word.length / 3))));
  const near = await find(tx, part, { ...meant, words }, { ...query, limit: MOST_FOUND, beginnings: true });
  const rows = near.rows.filter((row) => resembles(row, meant.words)).slice(0, query.limit);
  return { rows, next: null, guessed: rows.length > 0, partial: false };
}

/** Every word typed is like some word of the request. */
function resembles({ name, subject, agency }: QueueRow, asked: readonly string[]): boolean {
  const words = partsOf(`${name ?? ''} ${subject ?? ''} ${agency ?? ''}`);
  return asked.every((one) => words.some((word) => likeness(one, word) > 0));
}

interface Wanted extends QueueQuery {
  /** Only what begins like the words, though something may have just these words. */
  readonly beginnings: boolean;
}

async function find(
  tx: Tx,
  part: Part,
  { numbers, words, contacts, digits }: Meant,
  { queue, anywhere, limit, beginnings }: Wanted,
): Promise<Listed> {
  const { viewer, filter } = part;
  const { government } = viewer;
  const services = servicesOverseen(viewer);
  const scope = anywhere ? 'all' : queue === 'done' ? 'ended' : 'open';
  const narrowed = conditions(part);
  const found = sql`
    search_requests(${[...positionsFor(viewer, 'below')]}::text[], ${services && [...services]}::text[],
      ${[...numbers]}::text[], ${[...words]}::text[], ${[...contacts]}::bytea[], ${digits}, ${scope},
      ${narrowed.length > 0 ? MOST_FOUND : limit}, ${beginnings}) with ordinality f (request, due_at, open, partial, place)`;
  if (narrowed.length === 0)
    return requestsOf(
      tx,
      government,
      sql`select request, due_at, partial, place, null::jsonb as alike from ${found}`,
    );
  const keys = sql`
    select f.request, f.due_at, f.partial, f.place, null::jsonb as alike from ${found}
      join request_viewer v on v.government = ${government} and v.request = f.request
       and v.position = ${filter.position ?? EVERYTHING}
     where ${sql.join([...narrowed], sql` and `)} order by f.place limit ${limit}`;
  return requestsOf(tx, government, keys);
}
