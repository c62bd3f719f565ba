import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assets } from '../../src/ui/index.ts';

/** The nonce documents given to `servePages` are made with. */
export const NONCE = 'bm9uY2U';

const POLICY = `default-src 'none'; style-src 'self' 'nonce-${NONCE}'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'`;

export interface PageServer {
  readonly origin: string;
  close(): void;
}

/**
 * Serves documents of the ui room with its assets under `/aset` and the strictest policy they must live with; for tests of
 * the room alone. `documentFor` gives the document of an address.
 */
export async function servePages(documentFor: (url: URL) => string): Promise<PageServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets().find(({ name }) => url.pathname === `/aset/${name}`);
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('content-type', asset?.contentType ?? 'text/html; charset=utf-8');
    response.end(asset?.bytes ?? documentFor(url));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
