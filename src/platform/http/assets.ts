import type { FastifyInstance } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { compress, encodingFor, isTextual } from './compression.ts';
import type { Encoding } from './compression.ts';

/** A style, script, font or picture; its name changes with its content, so it may be kept for ever. */
export interface ServedAsset {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Where assets are served; pages link to this, a slash and the asset's name. */
export const ASSET_BASE = '/aset';

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Its address cannot change with its content. */
const FOR_A_DAY = 'public, max-age=86400';

/** Serves assets from memory, each compressed as well as can be when it is first asked for. */
export function addAssets(server: FastifyInstance, assets: readonly ServedAsset[]): void {
  const byName = new Map(assets.map((asset) => [asset.name, asset]));
  const compressed = compressedOnce();
  server.get<{ Params: { name: string } }>(`${ASSET_BASE}/:name`, async (request, reply) => {
    const asset = byName.get(request.params.name);
    if (asset === undefined) throw notFound();
    reply.header('cache-control', FOR_EVER).type(asset.contentType);
    if (!isTextual(asset.contentType)) return reply.send(asset.bytes);
    reply.header('vary', 'accept-encoding');
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (encoding === undefined) return reply.send(asset.bytes);
    return reply.header('content-encoding', encoding).send(await compressed(asset, encoding));
  });
}

/** Serves the icon that browsers ask for at the root of every site. */
export function addRootIcon(server: FastifyInstance, icon: ServedAsset): void {
  server.get(`/${icon.name}`, (_request, reply) =>
    reply.header('cache-control', FOR_A_DAY).type(icon.contentType).send(icon.bytes),
  );
}

function compressedOnce(): (asset: ServedAsset, encoding: Encoding) => Promise<Buffer> {
  const known = new Map<string, Promise<Buffer>>();
  return (asset, encoding) => {
    const key = `${encoding} ${asset.name}`;
    const bytes = known.get(key) ?? compress(asset.bytes, encoding, 'best');
    known.set(key, bytes);
    return bytes;
  };
}

const notFound = (): Fault =>
  new Fault('not-found', 'asset-not-found', {
    id: 'Berkas tampilan ini tidak ada.',
    en: 'There is no such asset.',
  });
