/**
 * The requests this browser has shown the key of: sealed in a cookie that no script reads, for twelve hours. So a
 * tracking key never stands in an address, a log or a page's history.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { seal, unseal } from '../../platform/index.ts';
import type { TrackingCredentials } from '../../request/index.ts';
import type { WebContext } from '../../web/index.ts';

const COOKIE = 'lacak';
const HOURS = 12;
/** Somebody who asks for an office has several at a time; more would not fit in a cookie. */
const MOST = 8;
const PLACE = 'tracked-requests';

interface Tracked extends TrackingCredentials {
  /** Epoch milliseconds until which the browser may use the key. */
  readonly until: number;
}

type Parts = Pick<WebContext, 'keys' | 'clock'>;

const sealingKey = ({ keys }: Parts): Buffer => keys.mac('tracked-cookie', PLACE);

function read(parts: Parts, request: FastifyRequest): readonly Tracked[] {
  const cookie = request.ourCookie(COOKIE);
  if (cookie === undefined) return [];
  try {
    const plain = unseal(Buffer.from(cookie, 'base64url'), sealingKey(parts), PLACE);
    const now = parts.clock.now().epochMilliseconds;
    return (JSON.parse(plain.toString()) as Tracked[]).filter(({ until }) => until > now);
  } catch {
    // A cookie cut short, or of an installation with another key: as if there were none.
    return [];
  }
}

function write(parts: Parts, reply: FastifyReply, tracked: readonly Tracked[]): void {
  if (tracked.length === 0) {
    reply.dropCookie(COOKIE);
    return;
  }
  const sealed = seal(JSON.stringify(tracked), sealingKey(parts), PLACE);
  reply.keepCookie(COOKIE, sealed.toString('base64url'), HOURS * 3600);
}

const same = (one: TrackingCredentials, government: string, number: string): boolean =>
  one.government === government && one.number === number;

/** Lets this browser follow a request whose key it has shown. */
export function keepTracked(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  credentials: TrackingCredentials,
): void {
  const { government, number, trackingKey } = credentials;
  const until = parts.clock.now().epochMilliseconds + HOURS * 3_600_000;
  const others = read(parts, request).filter((one) => !same(one, government, number));
  write(parts, reply, [{ government, number, trackingKey, until }, ...others].slice(0, MOST));
}

/** The key this browser has shown for a request, or null. */
export function findTracked(
  parts: Parts,
  request: FastifyRequest,
  government: string,
  number: string,
): TrackingCredentials | null {
  return read(parts, request).find((one) => same(one, government, number)) ?? null;
}

/** Forgets a request in this browser. */
export function forgetTracked(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  { government, number }: TrackingCredentials,
): void {
  write(
    parts,
    reply,
    read(parts, request).filter((one) => !same(one, government, number)),
  );
}
