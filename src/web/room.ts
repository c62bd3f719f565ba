/** What whoever needs no account may leave on the disk: counted in megabytes, for each site, before it is read. */
import type { FastifyRequest } from 'fastify';
import { takeOrRefuse } from '../platform/index.ts';
import type { WebContext } from './context.ts';

const MEGABYTE = 1e6;
/** No page of answers is longer. It costs nothing: an address whose files have used up its room can still write. */
const FREE_BYTES = 16_000;
/** Of one form no more is read: ten files of ten megabytes and some fields. Also for one that does not say how long it is. */
const MOST_BYTES = 110 * MEGABYTE;

/** Takes the room that this form may need. Fault `too-many-attempts`. */
export async function takeRoom(
  { limiters }: Pick<WebContext, 'limiters'>,
  { headers, site }: FastifyRequest,
): Promise<void> {
  const bytes = Math.min(Number(headers['content-length'] ?? MOST_BYTES), MOST_BYTES);
  if (bytes > FREE_BYTES) await takeOrRefuse(limiters.room, site, bytes / MEGABYTE);
}
