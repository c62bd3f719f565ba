import type { Socket } from 'node:net';
import { errorCode } from '../durable.ts';

/** What Node's parser gives up on, with the status that says why. Anything else is a malformed request. */
const STATUSES: Readonly<Record<string, readonly [status: number, title: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

const DETAIL = 'Permintaan ini tidak dapat dibaca. / This request cannot be read.';

/**
 * Answers what is no HTTP request: too long in its headers, too slow, or malformed. There is no address yet and no language,
 * so there is one answer for all, and the connection ends.
 */
export function answerUnreadable(error: unknown, socket: Socket): void {
  if (socket.destroyed || !socket.writable) return void socket.destroy();
  const [status, title] = STATUSES[errorCode(error) ?? ''] ?? [400, 'Bad Request'];
  const type = 'urn:pendopo:fault:request-unreadable';
  const body = JSON.stringify({ type, title, status, detail: DETAIL, code: 'request-unreadable' });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
