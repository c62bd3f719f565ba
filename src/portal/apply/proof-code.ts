/** The six figures that show that an address of mail belongs to whoever sends a form. Kept nowhere: they follow from both. */
import type { Clock } from '../../ground/index.ts';
import { sameBytes } from '../../platform/index.ts';
import type { Keys } from '../../platform/index.ts';

/** A code counts in the quarter of an hour it was made in, and in the next. */
const WINDOW_MS = 15 * 60_000;

export interface Proving {
  readonly keys: Keys;
  readonly clock: Clock;
  /** Of the draft. */
  readonly draft: string;
  readonly email: string;
}

function codeAt({ keys, draft, email }: Proving, window: number): string {
  const mac = keys.mac('email-proof', JSON.stringify([draft, email.toLowerCase(), window]));
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

const windowOf = ({ clock }: Proving): number => Math.floor(clock.now().epochMilliseconds / WINDOW_MS);

/** The code to be sent now. */
export const codeFor = (proving: Proving): string => codeAt(proving, windowOf(proving));

/** Whether this is a code that was sent in the last quarter of an hour; spaces do not matter. */
export function isCodeFor(proving: Proving, typed: string): boolean {
  const given = Buffer.from(typed.replaceAll(/\D/g, ''));
  const now = windowOf(proving);
  return [now, now - 1].some((window) => sameBytes(Buffer.from(codeAt(proving, window)), given));
}
