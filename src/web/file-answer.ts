/** Files to people: as a download, or to be looked at; never able to run anything of ours. */
import type { FastifyReply } from 'fastify';
import type { OpenFile } from '../request/index.ts';
import type { WebContext } from './context.ts';

/** Whether the browser saves the file or shows it inside one of our pages. */
export type FileAnswer = 'download' | 'view';

/** A name as RFC 8187 writes it, for any script; older programs read the plain part. */
function dispositionOf(name: string, how: FileAnswer): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const kind = how === 'view' ? 'inline' : 'attachment';
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Kinds a browser may show: what the store has found by content, and nothing that can carry a script of a page. */
const VIEWABLE: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** Whether a file of this type can be looked at in the page. */
export const isViewable = (type: string): boolean => VIEWABLE.includes(type);

/**
 * What the answer may do. Chromium shows no PDF in a sandboxed document, nor under an empty policy: a PDF that is looked
 * at relies on its fixed type, `nosniff` and the browser's own reader, which runs apart from our origin
 * (docs/decisions/file-preview.md). Everything else may do nothing at all.
 */
function policyOf(type: string, how: FileAnswer): string {
  if (how === 'view' && type === 'application/pdf')
    return "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  return "default-src 'none'; sandbox";
}

/**
 * Sends a file that the reader may have (`openFileForApplicant`, `openFileForDesk`). Fault `file-not-found` when its
 * bytes are gone. A file of a kind that is not shown is always a download.
 */
export async function sendFile(
  context: WebContext,
  reply: FastifyReply,
  government: string,
  { file, dataKey }: OpenFile,
  how: FileAnswer = 'download',
): Promise<FastifyReply> {
  const content = await context.files.get({ government, id: file.id, dataKey });
  const answer = isViewable(file.type) ? how : 'download';
  return reply
    .type(file.type)
    .header('content-length', file.size)
    .header('content-disposition', dispositionOf(file.name, answer))
    .header('content-security-policy', policyOf(file.type, answer))
    .send(content);
}

/** A file that was made for this answer and is kept nowhere. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Sends such a file as a download; nobody on the way keeps it either. */
export const sendMadeFile = (reply: FastifyReply, { name, type, bytes }: MadeFile): FastifyReply =>
  reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', dispositionOf(name, 'download'))
    .header('content-security-policy', policyOf(type, 'download'))
    .send(bytes);
