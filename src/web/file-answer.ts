/** Files to people: always as a download, never shown inside our own pages. */
import type { FastifyReply } from 'fastify';
import type { OpenFile } from '../request/index.ts';
import type { WebContext } from './context.ts';

/** A name as RFC 8187 writes it, for any script; older programs read the plain part. */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * Sends a file that the reader may have (`openFileForApplicant`, `openFileForDesk`). Fault `file-not-found` when its
 * bytes are gone. Even a document made to attack can do nothing: attachment, no sniffing, an empty policy.
 */
export async function sendFile(
  context: WebContext,
  reply: FastifyReply,
  government: string,
  { file, dataKey }: OpenFile,
): Promise<FastifyReply> {
  const content = await context.files.get({ government, id: file.id, dataKey });
  return reply
    .type(file.type)
    .header('content-length', file.size)
    .header('content-disposition', dispositionOf(file.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(content);
}
