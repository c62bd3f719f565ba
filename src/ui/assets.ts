import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accessibleAccent } from './accent.ts';
import { favicon } from './frame/crest.ts';

/** A file every page may need. Its name carries a hash of its content, so it may be kept for a year. */
export interface Asset {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Addresses of the assets a page links to. */
export interface AssetUrls {
  readonly styles: string;
  readonly script: string;
  readonly font: string;
  /** Drawn, for browsers. */
  readonly icon: string;
  /** Of dots, for the first page of a telephone. */
  readonly touchIcon: string;
  /** Shown beside a link that somebody sends to somebody. */
  readonly shareImage: string;
}

/** In the order of the cascade: tokens first, paper last. */
const STYLES = [
  'tokens',
  'base',
  'frame',
  'forms',
  'parts',
  'table',
  'filters',
  'month',
  'month-course',
  'source-text',
  'paper',
];
const FONT = '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2';
const FALLBACK_COLOUR = '#0f6a57';

const bytesOf = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const own = (path: string): string => bytesOf(path).toString('utf8');

/** Without comments and blanks: enough for our own plain CSS, which has no strings with either. */
function packedCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

/** Without lines that are only remarks, and without indents: our own script has no string over several lines. */
const packedScript = (script: string): string =>
  script.replace(/^ *(?:\/\/|\/\*\*).*\n/gm, '').replace(/^ +/gm, '');

function asset(stem: string, ending: string, contentType: string, content: string | Buffer): Asset {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return { name: `${stem}-${hash}.${ending}`, contentType, bytes };
}

function loaded(): Record<keyof AssetUrls, Asset> {
  const font = asset(
    'plus-jakarta-sans',
    'woff2',
    'font/woff2',
    readFileSync(fileURLToPath(import.meta.resolve(FONT))),
  );
  // Assets lie side by side, so the style sheet names the font by its file name alone.
  const css = packedCss(STYLES.map((name) => own(`./styles/${name}.css`)).join('')).replace(
    'plus-jakarta-sans.woff2',
    font.name,
  );
  return {
    font,
    styles: asset('pendopo', 'css', 'text/css; charset=utf-8', css),
    script: asset(
      'pendopo',
      'js',
      'text/javascript; charset=utf-8',
      packedScript(own('./scripts/pendopo.js')),
    ),
    icon: asset(
      'pendopo',
      'svg',
      'image/svg+xml',
      favicon('P', accessibleAccent(FALLBACK_COLOUR).light.accent),
    ),
    // Made by docs/icons.ts.
    touchIcon: asset('pendopo-180', 'png', 'image/png', bytesOf('./icons/touch-icon.png')),
    shareImage: asset('pendopo-share', 'png', 'image/png', bytesOf('./icons/share.png')),
  };
}

let known: Record<keyof AssetUrls, Asset> | undefined;
const all = (): Record<keyof AssetUrls, Asset> => (known ??= loaded());

/** Everything the asset server has to serve; read from disk once. */
export const assets = (): readonly Asset[] => Object.values(all());

/** The icon at the one address that browsers ask for without being told: /favicon.ico. */
export const rootIcon = (): Asset => ({
  name: 'favicon.ico',
  contentType: 'image/x-icon',
  bytes: bytesOf('./icons/favicon.ico'),
});

/** Where pages find the assets; `base` is the folder they are served under, such as `/aset`. */
export function assetUrls(base: string): AssetUrls {
  const url = ({ name }: Asset): string => `${base}/${name}`;
  const { styles, script, font, icon, touchIcon, shareImage } = all();
  return {
    styles: url(styles),
    script: url(script),
    font: url(font),
    icon: url(icon),
    touchIcon: url(touchIcon),
    shareImage: url(shareImage),
  };
}
