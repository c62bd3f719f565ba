/** What was closed: one line of JSON each, with the account's line as it was, so that an administrator can bring it back. Pure. */
import { z } from 'zod';

const Closed = z.object({
  address: z.string(),
  delivery: z.string(),
  closed: z.string(),
  /** Until then the mail is kept and the address belongs to nobody else. */
  keepUntil: z.string(),
  account: z.string(),
});
export type Closed = z.infer<typeof Closed>;

const read = (line: string): Closed | null => {
  try {
    return Closed.parse(JSON.parse(line));
  } catch {
    return null;
  }
};

const all = (text: string): readonly Closed[] =>
  text
    .split('\n')
    .map(read)
    .filter((one) => one !== null);

export const findClosed = (text: string, delivery: string): Closed | null =>
  all(text).find((one) => one.delivery === delivery) ?? null;

/** The closing that still keeps an address from being given away. */
export function findKept(text: string, address: string, today: Temporal.PlainDate): Closed | null {
  const kept = (one: Closed): boolean =>
    one.address === address && Temporal.PlainDate.compare(one.keepUntil, today) >= 0;
  return all(text).find(kept) ?? null;
}

/** Closed twice, as after a withdrawal that broke off, is closed once: on the first day. */
export const withClosed = (text: string, closed: Closed): string =>
  findClosed(text, closed.delivery) === null ? `${text}${JSON.stringify(closed)}\n` : text;
