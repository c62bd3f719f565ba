/**
 * Counters at which visitors take their number themselves. Whoever takes one shows that they are in the room: by the code of the
 * day, which stands on the screen there, or by the kiosk, whose address only the office knows. From home nobody fills a queue.
 */
import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Keys, Tx } from '../platform/index.ts';
import { journalNow } from '../request/index.ts';
import type { RequestDeps } from '../request/index.ts';
import type { CounterPlace, CounterSpot } from './visits.ts';

/** That visitors may take numbers at a counter, and what its code and addresses are derived from. */
export interface SelfService extends CounterSpot {
  readonly salt: string;
}

const DIGITS = 5;
const SCREEN_KEY_BYTES = 16;

/** The code of a day, five digits: enough, since few may be tried (`limiters.drawing`) and a number is all there is to win. */
export function codeOfDay(
  keys: Keys,
  { government, counter, salt }: SelfService,
  day: Temporal.PlainDate,
): string {
  const mac = keys.mac('counter-code', `${government}/${counter}/${salt}/${day.toString()}`);
  return String(mac.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** Part of the address of screen and kiosk, 128 bits; it stays until the salt changes. */
export const screenKey = (keys: Keys, { government, counter, salt }: SelfService): string =>
  keys
    .mac('counter-screen', `${government}/${counter}/${salt}`)
    .subarray(0, SCREEN_KEY_BYTES)
    .toString('base64url');

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Whether this is the code of the day; blanks that people put in do not count. */
export const isCodeOfDay = (keys: Keys, at: SelfService, day: Temporal.PlainDate, typed: string): boolean =>
  isSame(typed.replaceAll(/\s/g, ''), codeOfDay(keys, at, day));

export const isScreenKey = (keys: Keys, at: SelfService, given: string): boolean =>
  isSame(given, screenKey(keys, at));

const ofCounter = (tx: Tx, { government, counter }: CounterSpot) =>
  tx
    .selectFrom('self_service')
    .select(['government', 'counter', 'salt'])
    .where('government', '=', government)
    .where('counter', '=', counter);

/** Whether visitors take numbers at a counter; null when they do not. */
export const findSelfService = async (tx: Tx, spot: CounterSpot): Promise<SelfService | null> =>
  (await ofCounter(tx, spot).executeTakeFirst()) ?? null;

/** The same, with all others who take a number there waiting until this transaction ends. */
export const lockSelfService = async (tx: Tx, spot: CounterSpot): Promise<SelfService | null> =>
  (await ofCounter(tx, spot).forUpdate().executeTakeFirst()) ?? null;

/** Positions of the counters of a government at which visitors take numbers. */
export async function listSelfService(tx: Tx, government: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('self_service')
    .select('counter')
    .where('government', '=', government)
    .execute();
  return rows.map(({ counter }) => counter);
}

/** Lets visitors take numbers; where they may already, code and addresses become new and the old ones end. */
export async function openSelfService(
  tx: Tx,
  deps: Pick<RequestDeps, 'clock'>,
  { government, counter, official }: CounterPlace,
): Promise<void> {
  const set = { salt: randomUUID(), since: journalNow(deps.clock), opened_by: official };
  await tx
    .insertInto('self_service')
    .values({ government, counter, ...set })
    .onConflict((conflict) => conflict.columns(['government', 'counter']).doUpdateSet(set))
    .execute();
}

/** From now on the officer draws every number; numbers taken stay. */
export async function closeSelfService(tx: Tx, { government, counter }: CounterSpot): Promise<void> {
  await tx
    .deleteFrom('self_service')
    .where('government', '=', government)
    .where('counter', '=', counter)
    .execute();
}
