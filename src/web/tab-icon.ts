/** The picture in the browser's tab: each government's shield with its letter, in its accent, so that tabs are told apart. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Government } from '../standard/index.ts';
import { accessibleAccent, favicon } from '../ui/index.ts';
import type { WebContext } from './context.ts';
import { initialOf } from './letterhead.ts';

interface TabIcon {
  readonly svg: string;
  /** Of its content: an address that carries it may be kept for ever. */
  readonly hash: string;
}

const FILE = 'lambang.svg';
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Asked for by another hash: a page from before a new accent was published. */
const FOR_A_MINUTE = 'public, max-age=60';

const drawn = new WeakMap<Government, TabIcon>();

/** Drawn once a published version. */
function iconOf(government: Government): TabIcon {
  const known = drawn.get(government);
  if (known) return known;
  const svg = favicon(initialOf(government), accessibleAccent(government.accent).light.accent);
  const icon = { svg, hash: createHash('sha256').update(svg).digest('hex').slice(0, 10) };
  drawn.set(government, icon);
  return icon;
}

/** Where a government's pages find their icon; the address changes with the accent and the name. */
export const tabIconHref = (government: Government): string =>
  `/${government.id}/${FILE}?v=${iconOf(government).hash}`;

/** `/:gov/lambang.svg`. */
export function addTabIcons(server: FastifyInstance, { catalogue }: Pick<WebContext, 'catalogue'>): void {
  server.get<{ Params: { gov: string }; Querystring: { v?: unknown } }>(`/:gov/${FILE}`, (request, reply) => {
    const { svg, hash } = iconOf(catalogue.government(request.params.gov));
    return reply
      .header('cache-control', request.query.v === hash ? FOR_EVER : FOR_A_MINUTE)
      .type('image/svg+xml')
      .send(svg);
  });
}
