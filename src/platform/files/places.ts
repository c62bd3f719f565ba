import { join } from 'node:path';

/** Which file of which government. `id` is a UUID. */
export interface FilePlace {
  readonly government: string;
  readonly id: string;
}

const GOVERNMENT = /^[a-z0-9][a-z0-9-]{0,62}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Where a file lies: `<root>/<government>/<xx>/<id>`. The folder is the end of the id, which is random; its
 * beginning is the time, which would put a month's files into one folder. Throws for names that are no slug and
 * UUID: nothing from outside may choose a path.
 */
export function pathOf(root: string, { government, id }: FilePlace): string {
  if (!GOVERNMENT.test(government)) throw new RangeError('not a government');
  if (!UUID.test(id)) throw new RangeError('not a file id');
  return join(root, government, id.slice(-2), id);
}

/** What the sealed bytes are bound to: a file moved to another place does not open there. */
export function contextOf({ government, id }: FilePlace): string {
  return `${government}/${id}`;
}
