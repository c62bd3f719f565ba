/** What search engines ask of a site: where not to look, and which pages there are. */
import type { FastifyInstance } from 'fastify';
import { escapeHtml } from '../ui/index.ts';
import type { WebContext } from './context.ts';

/** Pages of one person's affairs say so themselves (noindex); here crawlers are only spared the way. */
const CLOSED = [
  '/meja',
  '/api/',
  '/gaya',
  '/*/permohonan',
  '/*/layanan/*/ajukan',
  '/*/layanan/*/hitung?',
  '/*?cari=',
];

const FOR_AN_HOUR = 'public, max-age=3600';

/** `/robots.txt` and `/sitemap.xml`, the second made from the catalogue in memory. */
export function addSiteFiles(
  server: FastifyInstance,
  { catalogue, publicUrl }: Pick<WebContext, 'catalogue' | 'publicUrl'>,
): void {
  const { origin } = new URL(publicUrl);
  server.get('/robots.txt', (_request, reply) =>
    reply
      .header('cache-control', FOR_AN_HOUR)
      .type('text/plain; charset=utf-8')
      .send(
        `User-agent: *\n${CLOSED.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${origin}/sitemap.xml\n`,
      ),
  );
  server.get('/sitemap.xml', (_request, reply) => {
    const urls = publicPaths(catalogue).map((path) => `<url><loc>${escapeHtml(origin + path)}</loc></url>`);
    return reply
      .header('cache-control', FOR_AN_HOUR)
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`,
      );
  });
}

/** Every page for everybody: front, catalogues, services, pledges. */
function publicPaths(catalogue: WebContext['catalogue']): readonly string[] {
  const ofGovernment = catalogue
    .governments()
    .flatMap(({ id }) => [
      `/${id}`,
      `/${id}/maklumat`,
      `/${id}/data-pribadi`,
      ...catalogue.services(id).map(({ value }) => `/${id}/layanan/${value.id}`),
    ]);
  return ['/', '/bandingkan', ...ofGovernment];
}
