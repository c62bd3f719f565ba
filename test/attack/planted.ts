/** A small site with the three holes that the tools must find before their silence about ours means anything. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';

export interface Planted {
  readonly origin: string;
  close(): Promise<void>;
}

const HOME =
  '<!doctype html><title>x</title><a href="/cari?q=a">cari</a> <a href="/ke?u=/">ke</a> <a href="/barang?id=1">barang</a>';

/** `databaseUrl`: a real PostgreSQL; what is typed goes straight into its statements. */
export async function startPlanted(databaseUrl: string): Promise<Planted> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    "create temporary table barang as select n as id, 'barang ' || n as nama from generate_series(1, 5) n",
  );
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
    const page = (status: number, body: string): void =>
      void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    if (pathname === '/cari') return page(200, `<p>Hasil untuk ${searchParams.get('q') ?? ''}</p>`);
    if (pathname === '/ke')
      return void response.writeHead(302, { location: encodeURI(searchParams.get('u') ?? '/') }).end();
    if (pathname !== '/barang') return page(200, HOME);
    client.query(`select nama from barang where id = ${searchParams.get('id') ?? '0'}`).then(
      ({ rows }) => page(200, `<p>${JSON.stringify(rows)}</p>`),
      (error: unknown) => page(500, String(error)),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await client.end();
    },
  };
}
