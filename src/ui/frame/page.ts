import { html, type Content } from '../html.ts';
import { breadcrumbs, type Crumb } from '../components/lists.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';
import type { Accent } from '../accent.ts';
import type { AssetUrls } from '../assets.ts';
import { footer, type FooterProps } from './footer.ts';
import { head, type PublicAddress, type Refresh } from './head.ts';
import { keyHelp } from './key-help.ts';
import { header, type NavLink, type SignedIn } from './header.ts';

/** Whose house the page stands in; made once a government (or once for pages above all governments). */
export interface Site {
  /** "Layanan Kominfo". */
  readonly name: string;
  /** "Kabupaten Klaten"; left out above all governments. */
  readonly government?: string;
  readonly initial: string;
  readonly homeHref: string;
  /** Address of the drawn icon in the tab; the program's own when left out. */
  readonly icon?: string;
  readonly accent: Accent;
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
  /** Of the Content-Security-Policy; lets the accent's few lines of style pass. Null: their hash does. */
  readonly nonce: string | null;
  readonly main: Content;
  /** The page shows a form that was answered wrongly: its title says so, the first thing a screen reader reads. */
  readonly faulty?: boolean;
  readonly crumbs?: readonly Crumb[];
  /** `desk` is denser and wider; `screen` stands in a room, read from afar, and leads nowhere else. */
  readonly variant?: 'public' | 'desk' | 'screen';
  readonly signedIn?: SignedIn | null;
  readonly demo?: boolean;
  /** False for pages that only one person should see. */
  readonly indexed?: boolean;
  /** Of a page for everybody; for search engines and messengers. */
  readonly address?: PublicAddress | null;
  readonly withoutScript?: Refresh;
}

/** A whole page as it goes out. */
export function page(props: PageProps): string {
  const { lang, site } = props;
  const crumbs = props.crumbs && props.crumbs.length > 0 && breadcrumbs({ lang, items: props.crumbs });
  const body = html`<body class="${props.variant ?? 'public'}"><a class="skip" href="#isi">${common[lang].frame.skip}</a>${header(props)}<div class="wrap">${crumbs}<main id="isi" tabindex="-1">${props.main}${props.variant === 'desk' && keyHelp(lang)}</main></div>${props.variant !== 'screen' && footer({ lang, address: sourceOf(props) }, site.footer)}</body>`;
  return `<!doctype html>${html`<html lang="${lang}">${head({ ...props, owner: site.government ?? site.name, accent: site.accent, icon: site.icon ?? props.assets.icon })}${body}</html>`.toString()}`;
}

/** Where a page for everybody was printed from; others are nobody else's business. */
const sourceOf = ({ address, indexed }: PageProps): string | null =>
  address && indexed !== false ? `${address.origin}${address.path}` : null;
