import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';

export type Encoding = 'br' | 'gzip';
/** `quick` for answers made on the way, `best` for what is compressed once and served often. */
export type Effort = 'quick' | 'best';

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);
const BROTLI_QUALITY: Record<Effort, number> = { quick: 4, best: 11 };
const GZIP_LEVEL: Record<Effort, number> = { quick: 5, best: 9 };
const WORTH_BYTES = 1024;
const TEXTUAL = /^(text\/|application\/([a-z.-]+\+)?(json|xml)|image\/svg)/;

/** Whether content of this type gets smaller by compression. */
export function isTextual(contentType: string): boolean {
  return TEXTUAL.test(contentType);
}

/** Compresses off the main thread. */
export async function compress(bytes: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  if (encoding === 'gzip') return gzipOf(bytes, { level: GZIP_LEVEL[effort] });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[effort],
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliOf(bytes, { params });
}

/** The best encoding the caller accepts, from its Accept-Encoding header; undefined for none. */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding | undefined {
  const accepted = new Set(
    String(acceptEncoding ?? '')
      .toLowerCase()
      .split(',')
      // Trimmed afterwards: a pattern that looks for the blanks as well takes a second over a header full of them.
      .map((offer) => offer.split(';').map((part) => part.trim()))
      .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
      .map(([name]) => name),
  );
  return (['br', 'gzip'] as const).find((encoding) => accepted.has(encoding));
}

/** Compresses textual answers of more than 1 KiB that the handler has not encoded itself. */
export function addCompression(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload: unknown) => {
    if (!isOpen(reply, payload)) return payload;
    addVary(reply);
    const encoding = encodingFor(request.headers['accept-encoding']);
    const bytes = Buffer.from(payload);
    if (encoding === undefined || bytes.length <= WORTH_BYTES) return payload;
    reply.header('content-encoding', encoding).removeHeader('content-length');
    return compress(bytes, encoding, 'quick');
  });
}

/** Whether an answer is text that the handler has not encoded itself. */
function isOpen(reply: FastifyReply, payload: unknown): payload is string | Buffer {
  const known = typeof payload === 'string' || Buffer.isBuffer(payload);
  return (
    known && !reply.hasHeader('content-encoding') && isTextual(String(reply.getHeader('content-type') ?? ''))
  );
}

function addVary(reply: FastifyReply): void {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? 'accept-encoding' : `${String(before)}, accept-encoding`);
}
