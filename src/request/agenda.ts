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

/** Steps of the procedure, also one that the program is told to make; a remark or taking a request up is none. */
const official: readonly EntryKind[] = [
  'step-made',
  'delivery-ordered',
  'returned',
  'return-proposed',
  'refused',
];

/** Whether these entries are the first step of the office on a request without a number. */
export const beginsAgenda = (agenda: object | null, entries: readonly NewEntry[]): boolean =>
  agenda === null && entries.some(({ kind }) => official.includes(kind));

/** Which register a number is drawn from: that of the office which runs the service, in the year on its wall. */
export interface AgendaPlace {
  readonly agency: string;
  readonly year: number;
}

export const agendaPlace = (
  deps: Pick<RequestDeps, 'catalogue'>,
  government: string,
  service: Service,
  now: Temporal.Instant,
): AgendaPlace => ({ agency: service.office, year: todayIn(deps.catalogue, government, now).year });

/** The name of a register as the database keeps it. */
const agendaRegister = ({ agency }: AgendaPlace): string => `agenda/${agency}`;

/** Draws the next number of the office's register, inside the transaction that uses it: rolled back, it leaves no gap. */
export async function agendaEntry(
  tx: Tx,
  deps: Pick<RequestDeps, 'catalogue'>,
  government: string,
  service: Service,
  now: Temporal.Instant,
): Promise<NewEntry> {
  const place = agendaPlace(deps, government, service, now);
  const number = await drawAgenda(tx, place, 1);
  return { kind: 'agenda-numbered', data: { ...place, number } };
}

/** Draws `count` numbers in a row and gives the first of them. */
export async function drawAgenda(tx: Tx, place: AgendaPlace, count: number): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`
    select min(next_number(${agendaRegister(place)}, ${place.year})) as n
      from generate_series(1, ${count}::integer)`.execute(tx);
  const first = rows[0]?.n;
  if (typeof first !== 'number') throw new Error('next_number() gave no number');
  return first;
}
