/** The frame of our pages: whose house it is, what leads where, who is signed in. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Government } from '../standard/index.ts';
import { accessibleAccent, html, page } from '../ui/index.ts';
import type { Content, Crumb, Lang, NavLink, PublicAddress, Refresh, Site } from '../ui/index.ts';
import { barePath } from './bare-path.ts';
import { channelLine } from './channels.ts';
import type { WebContext } from './context.ts';
import { initialOf } from './letterhead.ts';
import type { OfficialSession } from './session.ts';
import { tabIconHref } from './tab-icon.ts';
import { frameWords } from './words.ts';

export interface PageContent {
  /** The government whose page it is; null above all governments. */
  readonly government: Government | null;
  readonly title: string;
  readonly description?: string;
  readonly main: Content;
  readonly crumbs?: readonly Crumb[];
  readonly variant?: 'public' | 'desk' | 'screen';
  readonly session?: OfficialSession | null;
  /** Whether an official may use the counter. Left out: by their role alone. */
  readonly counter?: boolean;
  /** Which entry of the navigation this is: its path. */
  readonly at?: string;
  /** False for pages that only one person should see. */
  readonly indexed?: boolean;
  /** How the page comes anew where no script looks after it. */
  readonly withoutScript?: Refresh;
}

const PLAIN_ACCENT = '#0f6a57';
const sites = new WeakMap<Government, Record<Lang, Site>>();

function siteOf(government: Government, lang: Lang): Site {
  const words = frameWords[lang];
  const base = `/${government.id}`;
  return {
    name: government.office.shortName[lang],
    government: government.name,
    initial: initialOf(government),
    homeHref: base,
    icon: tabIconHref(government),
    accent: accessibleAccent(government.accent),
    footer: {
      contact: html`<p>${government.office.name}<br>${government.office.address}</p>${contactLines(government, lang)}`,
      links: [
        { label: words.pledge, href: `${base}/maklumat` },
        { label: words.privacy, href: `${base}/data-pribadi` },
        { label: words.verify, href: '/verifikasi' },
        { label: words.api, href: '/api' },
        { label: words.staff, href: '/meja' },
      ],
    },
  };
}

function contactLines(government: Government, lang: Lang): Content {
  const lines = government.contacts.filter(
    (channel) => channel.value !== undefined && channel.kind !== 'address',
  );
  return html`<p>${lines.map((channel, index) => html`${index > 0 && html`<br>`}${channelLine(channel, lang)}`)}</p>`;
}

/** The site above all governments. */
function siteAboveAll(lang: Lang): Site {
  const words = frameWords[lang];
  return {
    name: words.portal,
    initial: 'P',
    homeHref: '/',
    accent: accessibleAccent(PLAIN_ACCENT),
    footer: {
      contact: html`<p>${words.portalAbout}</p>`,
      links: [
        { label: words.verify, href: '/verifikasi' },
        { label: words.api, href: '/api' },
        { label: words.staff, href: '/meja' },
      ],
    },
  };
}

const aboveAll: Readonly<Record<Lang, Site>> = { id: siteAboveAll('id'), en: siteAboveAll('en') };

/** The site of a government in one language; built once a version. */
export function siteFor(government: Government | null, lang: Lang): Site {
  if (!government) return aboveAll[lang];
  const known = sites.get(government) ?? { id: siteOf(government, 'id'), en: siteOf(government, 'en') };
  sites.set(government, known);
  return known[lang];
}

/** The same house from inside: officials need no directions to their own office, nor the door they came by. */
function deskSite(government: Government | null, lang: Lang): Site {
  const site = siteFor(government, lang);
  const links = site.footer.links.filter(({ href }) => href !== '/meja');
  return {
    ...site,
    footer: { contact: html`<p>${government?.office.name ?? frameWords[lang].portalAbout}</p>`, links },
  };
}

function publicNav(government: Government | null, lang: Lang): readonly { label: string; href: string }[] {
  if (!government) return [];
  const words = frameWords[lang];
  return [
    { label: words.services, href: `/${government.id}` },
    { label: words.track, href: `/${government.id}/permohonan` },
  ];
}

function deskNav({ session, counter }: PageContent, lang: Lang): readonly { label: string; href: string }[] {
  // Before a session is finished every other page would only lead back.
  if (!session || session.unfinished) return [];
  const words = frameWords[lang];
  const { roles } = session.standing;
  const atCounter = counter ?? roles.includes('counter');
  const entries = [
    { label: words.queue, href: '/meja' },
    ...(atCounter ? [{ label: words.counter, href: '/meja/loket' }] : []),
  ];
  const administers = roles.includes('administrator') || roles.includes('auditor');
  return administers ? [...entries, { label: words.administration, href: '/meja/kelola' }] : entries;
}

/** The same address in the other language; everything else of it stays. */
export function languageHref(request: FastifyRequest): string {
  const url = new URL(`http://here${request.url.replace(/^[^/]*/, '')}`);
  url.searchParams.set('lang', request.lang === 'id' ? 'en' : 'id');
  // Two slashes at the beginning would name another site.
  const path = url.pathname.replace(/^\/+/, '/');
  return request.method === 'GET' ? `${path}${url.search}` : `?lang=${url.searchParams.get('lang')}`;
}

/** Where the page stands for everybody: without search words and whatever else was in the address. */
function addressOf({ publicUrl }: WebContext, { url }: FastifyRequest): PublicAddress {
  return {
    origin: new URL(publicUrl).origin,
    path: barePath(url).replace(/^\/+/, '/'),
  };
}

const navOf = (content: PageContent, lang: Lang): readonly { label: string; href: string }[] =>
  ({
    public: () => publicNav(content.government, lang),
    desk: () => deskNav(content, lang),
    screen: () => [],
  })[content.variant ?? 'public']();

/** A screen in a room leads nowhere but to itself: nobody there could bring it back. */
function siteOfPage({ variant, government }: PageContent, { lang, url }: FastifyRequest): Site {
  if (variant === 'desk') return deskSite(government, lang);
  const site = siteFor(government, lang);
  return variant === 'screen' ? { ...site, homeHref: barePath(url) } : site;
}

/** A whole page as text. Its own style is let pass by the caller's nonce, or, where that is null, by its hash. */
export function renderPage(
  context: WebContext,
  request: FastifyRequest,
  content: PageContent,
  nonce: string | null = request.nonce,
): string {
  const { lang } = request;
  const session = content.session ?? null;
  const links = navOf(content, lang);
  const nav: NavLink[] = links.map((link) => ({ ...link, current: link.href === content.at }));
  return page({
    lang,
    site: siteOfPage(content, request),
    title: content.title,
    ...(content.description === undefined ? {} : { description: content.description }),
    nav,
    languageHref: languageHref(request),
    assets: context.assets,
    nonce,
    main: content.main,
    ...(content.crumbs ? { crumbs: content.crumbs } : {}),
    variant: content.variant ?? 'public',
    signedIn: session && {
      name: session.standing.name,
      post: postOf(context, session, lang),
      ...(session.unfinished ? {} : { accountHref: '/meja/akun' }),
      signOutAction: '/meja/keluar',
      csrf: request.csrfToken(),
    },
    demo: context.demo,
    indexed: content.indexed ?? content.variant !== 'desk',
    address: addressOf(context, request),
    ...(content.withoutScript ? { withoutScript: content.withoutScript } : {}),
  });
}

/** The post an official signs with: their first, "Plt."/"Plh." in front where they act. */
export function postOf(context: WebContext, session: OfficialSession, lang: Lang): string {
  const [held] = session.standing.held;
  if (!held) return frameWords[lang].noPost;
  const { positions } = context.catalogue.organisation(session.government);
  const title = positions.find((position) => position.id === held.position)?.title[lang] ?? held.position;
  const acting = { definitive: '', plt: 'Plt. ', plh: 'Plh. ' }[held.as];
  return `${acting}${title}`;
}

/** The type of a page. */
export const HTML = 'text/html; charset=utf-8';

/** Sends a page. */
export function sendPage(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  content: PageContent,
): FastifyReply {
  return reply.type(HTML).send(renderPage(context, request, content));
}
