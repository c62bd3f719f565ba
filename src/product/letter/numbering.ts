/**
 * Numbers of outgoing letters (Permendagri 1/2023): code / running number [/ unit] / year, one register for each agency and
 * year; where several agencies provide services their units tell the numbers apart, which the check of definitions sees to. The counter's row stays locked until the transaction ends: what is rolled back leaves no gap, and nothing is drawn twice.
 */
import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { Government } from '../../standard/index.ts';
import { noClassification } from './faults.ts';

export interface Register {
  readonly agency: string;
  readonly year: number;
}

export interface Drawn extends Register {
  readonly running: number;
  readonly number: string;
}

/** The number as it is written. Fault: `letters-not-set`. */
export function writtenNumber(
  { letters }: Pick<Government, 'letters'>,
  service: string,
  { agency, year, running }: Register & { readonly running: number },
): string {
  if (!letters) throw noClassification();
  const code = letters.byService[service] ?? letters.classification;
  const unit = letters.units[agency] ?? letters.unit;
  return [code, running, ...(unit === undefined ? [] : [unit]), year].join('/');
}

/** Draws the next number of a register, inside the transaction that uses it. */
export async function drawNumber(
  tx: Tx,
  government: Government,
  service: string,
  { agency, year }: Register,
): Promise<Drawn> {
  if (!government.letters) throw noClassification();
  const { rows } = await sql<{ n: number }>`select next_number(${`letter/${agency}`}, ${year}) as n`.execute(
    tx,
  );
  const running = rows[0]?.n;
  if (typeof running !== 'number') throw new Error('next_number() gave no number');
  return { agency, year, running, number: writtenNumber(government, service, { agency, year, running }) };
}
