import type { Clock } from '../ground/index.ts';
import { CounterpartFault } from './contract.ts';

/** The first password, without which no account is made. */
export function firstPassword(secret: string | null): string {
  if (secret !== null) return secret;
  const words = {
    id: 'Kata sandi pertama belum dibuat, jadi akun tidak dibuat. Coba lagi.',
    en: 'There is no first password yet, so no account was made. Try again.',
  };
  throw new CounterpartFault('first-secret-missing', words, { done: 'none', passing: false });
}

/** Connectors know no government, so no zone: a day counts from the country's easternmost midnight. Nothing hangs on the hour. */
export const officeDay = (clock: Clock): Temporal.PlainDate =>
  clock.now().toZonedDateTimeISO('Asia/Jayapura').toPlainDate();
