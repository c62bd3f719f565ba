/** One-time codes of an authenticator app (RFC 6238) and their secrets. Pure. */
import { Secret, TOTP } from 'otpauth';

/** 160 bits, as RFC 4226 section 4 recommends. */
export const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** RFC 6238 section 5.2: one step for clocks that differ and codes typed slowly. */
const DRIFT_STEPS = 1;
const ISSUER = 'Pendopo';

function authenticator(secret: Buffer, label = ''): TOTP {
  // SHA-1, six digits and thirty seconds are what every app understands; some silently ignore anything else.
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
  });
}

/** The time step whose code this is, within the drift; null for a wrong code. */
export function stepOfCode(secret: Buffer, code: string, now: Temporal.Instant): number | null {
  const timestamp = now.epochMilliseconds;
  const delta = authenticator(secret).validate({ token: code, timestamp, window: DRIFT_STEPS });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}

/** What an authenticator app needs: an address for its camera, and the secret in groups of four to type. */
export function enrolmentOf(
  secret: Buffer,
  username: string,
): { readonly address: string; readonly groups: string } {
  const totp = authenticator(secret, username);
  return { address: totp.toString(), groups: totp.secret.base32.match(/.{1,4}/g)?.join(' ') ?? '' };
}

/** Six digits as people type them: "123 456", "123-456". Null for anything else. */
export function readOneTimeCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}
