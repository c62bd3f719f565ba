import { accentStyle, GROUNDS, type Accent } from '../accent.ts';
import type { AssetUrls } from '../assets.ts';
import { attrs, html, type Content, type Html } from '../html.ts';
import { LANGS, type Lang } from '../language.ts';
import { form } from '../messages/form.ts';

/** Where a page for everybody stands: the same in both languages, without whatever else was in the address. */
export interface PublicAddress {
  /** Scheme and host people use, without a slash at its end: "https://layanan.example.go.id". */
  readonly origin: string;
  /** "/klaten/layanan/ruang-rapat". */
  readonly path: string;
}

/**
 * That the browser asks again by itself, where no script does it more quietly. Only for pages that say so and can be told to
 * stop, and for screens in a room (WCAG 2.2.1, 2.2.2).
 */
export interface Refresh {
  readonly seconds: number;
  /** Where it goes then; the same page when left out. */
  readonly href?: string;
}

export interface HeadProps {
  readonly lang: Lang;
  readonly title: string;
  /** Whose house it is: the government, or the portal above all. */
  readonly owner: string;
  readonly description?: string;
  readonly assets: AssetUrls;
  readonly accent: Accent;
  /** Address of the drawn icon. */
  readonly icon: string;
  readonly nonce: string | null;
  readonly faulty?: boolean;
  readonly indexed?: boolean;
  /** Left out for pages that only one person should see. */
  readonly address?: PublicAddress | null;
  readonly withoutScript?: Refresh;
}

/** The program's own name, last in every title. */
const PROGRAM = 'Pendopo';
const LOCALES: Record<Lang, string> = { id: 'id_ID', en: 'en_GB' };
/** In pixels; said, so that a preview keeps its place while the picture loads. */
const SHARE_SIZE = { width: 1200, height: 630 };

/** "Peminjaman ruang rapat – Kabupaten Klaten – Pendopo": the page first, since tabs are cut off at their end. */
export const documentTitle = (title: string, owner: string): string =>
  [title, owner, PROGRAM].filter((part, at, all) => all.indexOf(part) === at).join(' – ');

/** The head of a page: title, what search engines and messengers show of it, colours, icons, styles. */
export function head(props: HeadProps): Html {
  const { assets, lang } = props;
  const mistake = props.faulty && `${form[lang].errorPrefix} `;
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${mistake}${documentTitle(props.title, props.owner)}</title>${[
    meta('description', props.description),
    meta('robots', props.indexed === false ? 'noindex' : undefined),
    meta('color-scheme', 'light dark'),
    themeColours,
    sharing(props),
    refresh(props),
  ]}<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin><link rel="stylesheet" href="${assets.styles}">${accentStyle(props.accent, props.nonce)}${icons(props)}<script src="${assets.script}" defer></script></head>`;
}

const refresh = ({ withoutScript: again }: HeadProps): Content =>
  again &&
  html`<noscript><meta http-equiv="refresh" content="${again.seconds}${again.href && `;url=${again.href}`}"></noscript>`;

const meta = (name: string, content: string | undefined): Content =>
  content && html`<meta${attrs({ name, content })}>`;

/** The browser's own bar in the colour of our header. */
const themeColours = (['light', 'dark'] as const).map(
  (scheme) =>
    html`<meta name="theme-color" content="${GROUNDS[scheme].card}" media="(prefers-color-scheme: ${scheme})">`,
);

/** Browsers take the drawn icon; older ones, and whoever asks for /favicon.ico, the one of dots. */
const icons = ({ assets, icon }: HeadProps): Html =>
  html`<link rel="icon" href="/favicon.ico" sizes="32x32"><link rel="icon" href="${icon}" type="image/svg+xml"><link rel="apple-touch-icon" href="${assets.touchIcon}">`;

/** Where the page stands in each language, and how a messenger shows a link to it. Nothing about one person's affairs. */
function sharing(props: HeadProps): Content {
  const { address, lang } = props;
  if (!address || props.indexed === false) return null;
  const at = (language: Lang): string =>
    `${address.origin}${address.path}${language === 'id' ? '' : `?lang=${language}`}`;
  return [
    html`<link rel="canonical" href="${at(lang)}">`,
    LANGS.map((one) => html`<link rel="alternate" hreflang="${one}" href="${at(one)}">`),
    html`<link rel="alternate" hreflang="x-default" href="${at('id')}">`,
    Object.entries({
      'og:type': 'website',
      'og:title': props.title,
      'og:description': props.description,
      'og:site_name': documentTitle(props.owner, PROGRAM),
      'og:url': at(lang),
      'og:locale': LOCALES[lang],
      'og:image': `${address.origin}${props.assets.shareImage}`,
      'og:image:width': SHARE_SIZE.width,
      'og:image:height': SHARE_SIZE.height,
    }).map(([property, content]) => content !== undefined && html`<meta${attrs({ property, content })}>`),
    meta('twitter:card', 'summary_large_image'),
  ];
}
