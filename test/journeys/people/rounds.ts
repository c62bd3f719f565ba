/** Goes through the house: every page that links lead to, one of each kind, as one person sees them. */
import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';

/** No pages: assets, files, what programs read. */
const forPrograms = [
  '/aset/:name',
  '/favicon.ico',
  '/:gov/lambang.svg',
  '/robots.txt',
  '/sitemap.xml',
  '/sehat',
  '/sehat/hidup',
  '/api/openapi.json',
  '/:gov/permohonan/:number/berkas/:file',
  '/:gov/permohonan/:number/tenggat.ics',
  '/:gov/permohonan/:number/sertifikat/sertifikat.crt',
  '/:gov/tte-percobaan/ca.crt',
  '/:gov/tte-percobaan/daftar-cabut.crl',
  '/meja/permohonan/:number/berkas/:file',
  '/meja/permohonan/:number/berkas/:file/lihat',
];

/** Every page there is: the addresses that answer GET, as they are registered, without those for programs. */
export function pagesOf(server: FastifyInstance): readonly string[] {
  const at: string[] = [];
  const found: string[] = [];
  for (const line of server.printRoutes({ commonPrefix: false, method: 'GET' }).split('\n')) {
    const [, indent = '', part = ''] = /^([\s│]*)[├└]── (\S+)/.exec(line) ?? [];
    if (part === '') continue;
    const depth = indent.length / 4;
    const above = depth === 0 ? '' : (at[depth - 1] ?? '');
    const path = `${above}${above.endsWith('/') || part.startsWith('/') ? '' : '/'}${part}`;
    at[depth] = path;
    if (/\(.*GET/.test(line)) found.push(path.replaceAll(/\/\/+/g, '/'));
  }
  assert.ok(found.length > 20, 'the routes cannot be read any more');
  return found.filter((path) => !path.startsWith('/api/v1') && !isPaper(path) && !forPrograms.includes(path));
}

/** Papers to be taken along: no pages; their own tests open them. */
const isPaper = (path: string): boolean => /\.(pdf|docx)$/.test(path);

/** The registered address that a path is answered by; those with fewer blanks first, as the server does. */
export function pageAt(pages: readonly string[], path: string): string | null {
  const fitting = pages.filter((page) =>
    new RegExp(`^${page.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
  );
  const blanks = (page: string): number => page.split(':').length;
  return fitting.toSorted((one, other) => blanks(one) - blanks(other))[0] ?? null;
}

export interface Round {
  readonly page: Page;
  readonly origin: string;
  readonly pages: readonly string[];
  /** Paths to begin at. */
  readonly from: readonly string[];
  /** Links out of this part are left to others. */
  readonly within?: string;
  /** Links that lead nowhere are told here. */
  readonly faults: string[];
  /** Called with each page that is open, and the registered address it answers. */
  readonly visit: (pattern: string, path: string) => Promise<void>;
}

/**
 * Follows links from page to page. Of each kind (registered address and names of its query) one is visited.
 */
export async function goRound({
  page,
  origin,
  pages,
  from,
  within = '/',
  faults,
  visit,
}: Round): Promise<void> {
  const seen = new Set<string>();
  const open = [...from];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const { pathname, searchParams } = new URL(path, origin);
    const pattern = isPaper(pathname) ? null : pageAt(pages, pathname);
    const kind = `${pattern} ${[...searchParams.keys()].toSorted().join()}`;
    if (!pattern?.startsWith(within) || seen.has(kind) || searchParams.has('lang')) continue;
    seen.add(kind);
    const answer = await page.goto(`${origin}${path}`);
    if (answer?.status() === 200) await visit(pattern, path);
    else faults.push(`${path} leads nowhere: ${answer?.status()}`);
    open.push(...(await linksOn(page)));
  }
}

const linksOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(
    `[...document.querySelectorAll('a[href]')].map((link) => new URL(link.href)).filter((url) => url.origin === location.origin).map((url) => url.pathname + url.search)`,
  );
