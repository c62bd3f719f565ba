/**
 * Browsers in which somebody has signed in before, known by a signed cookie: their attempts are counted apart, so that strangers
 * who try a name without end lock out strangers, not its owner (OWASP: device cookies). Pure but for chance.
 */
import type { Clock } from '../ground/index.ts';
import { randomToken } from '../platform/index.ts';
import type { Keys } from '../platform/index.ts';

/** Officials who share a computer; beyond it the one who signed in longest ago is a stranger again. */
const MOST_NAMES = 5;
export const KNOWN_DEVICE_DAYS = 180;
const BETWEEN = '~';

interface Deps {
  readonly keys: Keys;
  readonly clock: Clock;
}

/** One name's part of the cookie: `nonce.seconds.mac`. The name is in the mac only. */
interface Mark {
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly until: number;
  readonly mac: string;
}

const PURPOSE = 'known-device';

const signedPart = (username: string, { nonce, until }: Omit<Mark, 'mac'>): string =>
  JSON.stringify([username.trim().toLowerCase(), nonce, until]);

const written = ({ nonce, until, mac }: Mark): string => `${nonce}.${until}.${mac}`;

function marksIn(cookie: string | undefined): readonly Mark[] {
  return (cookie ?? '')
    .slice(0, 1000)
    .split(BETWEEN)
    .slice(0, MOST_NAMES)
    .flatMap((text) => {
      const [nonce = '', until = '', mac = ''] = text.split('.');
      return nonce && mac && /^\d{1,12}$/.test(until) ? [{ nonce, until: Number(until), mac }] : [];
    });
}

const isFor = ({ keys, clock }: Deps, username: string, mark: Mark): boolean =>
  mark.until * 1000 > clock.now().epochMilliseconds &&
  keys.verifyMac(PURPOSE, signedPart(username, mark), Buffer.from(mark.mac, 'base64url'));

/** What this browser's attempts at `username` are counted under; null for a browser not known to that name. */
export function findKnownDevice(deps: Deps, cookie: string | undefined, username: string): string | null {
  return marksIn(cookie).find((mark) => isFor(deps, username, mark))?.nonce ?? null;
}

/** The cookie after `username` has signed in, all factors shown: their mark in front, other people's kept. */
export function rememberDevice(deps: Deps, cookie: string | undefined, username: string): string {
  const until = Math.floor(deps.clock.now().add({ hours: 24 * KNOWN_DEVICE_DAYS }).epochMilliseconds / 1000);
  const fresh = { nonce: randomToken(96), until };
  const mac = deps.keys.mac(PURPOSE, signedPart(username, fresh)).toString('base64url');
  const others = marksIn(cookie).filter((mark) => !isFor(deps, username, mark));
  return [{ ...fresh, mac }, ...others].slice(0, MOST_NAMES).map(written).join(BETWEEN);
}
