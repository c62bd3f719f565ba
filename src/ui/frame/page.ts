import { attrs, html, type Content, type Html } from '../html.ts';
import { breadcrumbs, type Crumb } from '../components/lists.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';
import { form } from '../messages/form.ts';
import { accentStyle, type Accent } from '../accent.ts';
import type { AssetUrls } from '../assets.ts';
import { footer, type FooterProps } from './footer.ts';
import { header, type NavLink, type SignedIn } from './header.ts';

/** Whose house the page stands in; made once a government (or once for pages above all governments). */
export interface Site {
  /** "Layanan Kominfo". */
  readonly name: string;
  /** "Kabupaten Klaten"; left out above all governments. */
  readonly government?: string;
  readonly initial: string;
  readonly homeHref: string;
  readonly accent: Accent;
  /** Address of an icon of its own (`favicon`); the house's otherwise. */
  readonly iconHref?: string;
  readonly footer: FooterProps;
}

export interface PageProps {
  readonly lang: Lang;
  readonly site: Site;
  /** What this page is; the frame adds whose it is. */
  readonly title: string;
  /** One sentence for search engines and for sharing. */
  readonly description?: string;
  readonly nav: readonly NavLink[];
  /** The same page in the other language, such as `?lang=en`. */
  readonly languageHref: string;
  readonly assets: AssetUrls;
  /** Of the Content-Security-Policy; lets the accent's few lines of style pass. */
  readonly nonce: string;
  readonly main: Content;
  /** The page shows a form that was answered wrongly: its title says so, the first thing a screen reader reads. */
  readonly faulty?: boolean;
  readonly crumbs?: readonly Crumb[];
  /** `desk` is denser and wider. */
  readonly variant?: 'public' | 'desk';
  readonly signedIn?: SignedIn | null;
  readonly demo?: boolean;
  /** False for pages that only one person should see. */
  readonly indexed?: boolean;
  /** After how many seconds the browser asks again; for pages that wait for something. */
  readonly refreshAfter?: number;
}

/** A whole page as it goes out. */
export function page(props: PageProps): string {
  const { lang, site } = props;
  const crumbs = props.crumbs && props.crumbs.length > 0 && breadcrumbs({ lang, items: props.crumbs });
  const body = html`<body class="${props.variant ?? 'public'}"><a class="skip" href="#isi">${common[lang].frame.skip}</a>${header(props)}<div class="wrap">${crumbs}<main id="isi" tabindex="-1">${props.main}</main></div>${footer(props, site.footer)}</body>`;
  return `<!doctype html>${html`<html lang="${lang}">${head(props)}${body}</html>`.toString()}`;
}

function head(props: PageProps): Html {
  const { assets, site } = props;
  const owner = [site.name, site.government].filter(Boolean).join(', ');
  const meta = (name: string, content: string | undefined): Content =>
    content && html`<meta${attrs({ name, content })}>`;
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${props.faulty && `${form[props.lang].errorPrefix} `}${props.title} – ${owner}</title>${[
    meta('description', props.description),
    meta('robots', props.indexed === false ? 'noindex' : undefined),
    meta('color-scheme', 'light dark'),
    html`<meta property="og:title" content="${props.title}"><meta property="og:site_name" content="${owner}">`,
    props.refreshAfter !== undefined && html`<meta http-equiv="refresh" content="${props.refreshAfter}">`,
  ]}<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin><link rel="stylesheet" href="${assets.styles}">${accentStyle(site.accent, props.nonce)}<link rel="icon" href="${site.iconHref ?? assets.icon}" type="image/svg+xml"><script src="${assets.script}" defer></script></head>`;
}
