import { Fault } from '../../ground/index.ts';

/** Codes of the operating system when there is nobody at the other end, or no longer. */
const systemCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/**
 * Class 08: connection; 57P01–57P05: the server is stopping, starting or closed the session; 53: no slot, no memory or no
 * disk left; 25006: it only lets read, as a standby does.
 */
const serverCodes = /^(?:08...|57P0[1-5]|53...|25006)$/u;

/** What the driver says without a code. */
const driverWords =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/u;

/** Whether an error means that the database cannot be reached now, though nothing is wrong with the statement. */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return systemCodes.has(code) || serverCodes.test(code) || driverWords.test(error.message);
}

/** The error itself, or the fault `database-away` (kind unavailable) with the error as its cause. */
export function awayFaultOr(error: unknown): unknown {
  if (!isAway(error)) return error;
  const fault = new Fault('unavailable', 'database-away', {
    id: 'Basis data sedang tidak dapat dihubungi. Coba lagi beberapa saat lagi.',
    en: 'The database cannot be reached at the moment. Try again in a little while.',
  });
  fault.cause = error;
  return fault;
}

/**
 * The fault of a commit whose answer did not come: everything was done or nothing, and nobody can tell from here. What
 * belongs to the transaction outside of the database (files) must be left alone.
 */
export function outcomeUnknown(error: unknown): Fault {
  const fault = new Fault('unavailable', 'outcome-unknown', {
    id: 'Basis data terputus tepat saat menyimpan; yang Anda kirim mungkin sudah tersimpan. Beberapa saat lagi, periksa dahulu apakah sudah ada sebelum mengirim lagi.',
    en: 'The database broke off just when it saved; what you sent may have been saved. In a little while, look whether it is there before you send it again.',
  });
  fault.cause = error;
  return fault;
}

/** Whether a fault leaves open that everything was done. */
export const mayHaveBeenDone = (error: unknown): boolean =>
  error instanceof Fault && error.code === 'outcome-unknown';
