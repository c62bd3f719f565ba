/** Bearer tokens of the command line: signed, not stored. */
import type { Clock } from '../ground/index.ts';
import type { Keys } from '../platform/index.ts';
import type { SignedIn } from './deps.ts';

const tokenLife = Temporal.Duration.from({ hours: 1 });

interface TokenBody extends SignedIn {
  readonly position: string;
  /** Seconds since 1970. */
  readonly until: number;
}

/** A bearer token for one hour: signed, not stored; acts in one position only. */
export function issueToken(
  keys: Keys,
  clock: Clock,
  holder: SignedIn & { readonly position: string },
): string {
  const body: TokenBody = {
    ...holder,
    until: Math.floor(clock.now().add(tokenLife).epochMilliseconds / 1000),
  };
  const text = Buffer.from(JSON.stringify(body)).toString('base64url');
  return `pendopo.${text}.${keys.mac('bearer-token', text).toString('base64url')}`;
}

/** Who a bearer token speaks for, or null when it is forged, broken or over. */
export function readToken(
  keys: Keys,
  clock: Clock,
  token: string,
): (SignedIn & { readonly position: string }) | null {
  const [word, text, mac, ...rest] = token.split('.');
  if (word !== 'pendopo' || text === undefined || mac === undefined || rest.length > 0) return null;
  if (!keys.verifyMac('bearer-token', text, Buffer.from(mac, 'base64url'))) return null;
  const body = JSON.parse(Buffer.from(text, 'base64url').toString()) as TokenBody;
  const { until, ...holder } = body;
  return until * 1000 > clock.now().epochMilliseconds ? holder : null;
}
