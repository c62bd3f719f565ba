/**
 * Agenda numbers: the office's register of what came in, gap-free within a year. A request gets its number with the
 * first step an official makes on it, or at once when an official takes it in.
 */
import { sql } from 'kysely';
import type { Tx } from '../platform/index.ts';
import type { Service } from '../standard/index.ts';
import { todayIn } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import type { EntryKind, NewEntry } from './model/entries.ts';

/** Steps of the procedure; a remark or taking a request up is none. */
const official: readonly EntryKind[] = ['step-made', 'returned', 'return-proposed', 'refused'];

/** Whether these entries are the first step of the office on a request without a number. */
export const beginsAgenda = (agenda: object | null, entries: readonly NewEntry[]): boolean =>
  agenda === null && entries.some(({ kind }) => official.includes(kind));

/** Draws the next number of the office's register, inside the transaction that uses it: rolled back, it leaves no gap. */
export async function agendaEntry(
  tx: Tx,
  deps: Pick<RequestDeps, 'catalogue'>,
  government: string,
  service: Service,
  now: Temporal.Instant,
): Promise<NewEntry> {
  const { year } = todayIn(deps.catalogue, government, now);
  const agency = service.office;
  const { rows } = await sql<{ n: number }>`select next_number(${`agenda/${agency}`}, ${year}) as n`.execute(
    tx,
  );
  const number = rows[0]?.n;
  if (number === undefined) throw new Error('next_number() gave no row');
  return { kind: 'agenda-numbered', data: { agency, year, number } };
}
