/** What whoever needs no account leaves on the disk: counted in megabytes, for each site. */
import type { FastifyRequest } from 'fastify';
import { takeOrRefuse } from '../platform/index.ts';
import type { WebContext } from './context.ts';

type Counting = Pick<WebContext, 'limiters'>;

const MEGABYTE = 1e6;
/** No page of answers is longer. It costs nothing: where files have used up the room of an address, people still write. */
const FREE_CHARACTERS = 16_000;

/** Counts so many bytes that are kept; of 0 it only looks whether there is room. Fault `too-many-attempts`. */
export const takeRoom = ({ limiters }: Counting, { site }: FastifyRequest, bytes: number): Promise<void> =>
  takeOrRefuse(limiters.room, site, bytes / MEGABYTE);

/** The same of what was typed on a page, where it is more than any page asks for. */
export async function takeRoomForWords(
  context: Counting,
  request: FastifyRequest,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  const { length } = JSON.stringify(typed);
  if (length > FREE_CHARACTERS) await takeRoom(context, request, length);
}
