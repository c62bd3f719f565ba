import { contrast, fromOklch, toOklch, type Oklch } from './colour.ts';
import { html, raw, type Html } from './html.ts';

/** The grounds text stands on; the same values as in `styles/tokens.css` (a test compares them). */
export const GROUNDS = {
  light: { paper: '#faf8f4', card: '#ffffff' },
  dark: { paper: '#191713', card: '#23201b' },
} as const;

/** A government's colour for one colour scheme of the screen, `#rrggbb` each. */
export interface AccentScheme {
  /** Surfaces: buttons, the roof, the crest. */
  readonly accent: string;
  /** Text on `accent`. */
  readonly onAccent: string;
  /** Text in the accent's tone: links, the promise. */
  readonly accentInk: string;
  /** A breath of the accent behind text. */
  readonly accentWash: string;
}

export interface Accent {
  readonly light: AccentScheme;
  readonly dark: AccentScheme;
}

/** WCAG 2.2, 1.4.3: least contrast of text. Kept for surfaces too, though 1.4.11 asks only 3. */
const LEAST_CONTRAST = 4.5;

/** The nearest lightness, in steps of a hundredth, at which the colour stands out from all the grounds. */
function standingOut(
  colour: Oklch,
  grounds: readonly string[],
  step: 0.01 | -0.01,
  least = LEAST_CONTRAST,
): string {
  let { lightness } = colour;
  let hex = fromOklch(colour);
  while (grounds.some((ground) => contrast(hex, ground) < least) && lightness > 0 && lightness < 1) {
    lightness += step;
    hex = fromOklch({ ...colour, lightness });
  }
  return hex;
}

/**
 * A government's own colour, made lighter or darker until every text in it and on it holds AA (4.5 : 1) on paper, card
 * and wash, in light and in dark. Hue and, as far as the screen can show it, chroma stay. `hex` is `#rrggbb`.
 */
export function accessibleAccent(hex: string): Accent {
  const own = toOklch(hex);
  return { light: lightScheme(own), dark: darkScheme(own) };
}

function lightScheme(own: Oklch): AccentScheme {
  const { paper, card } = GROUNDS.light;
  const accentWash = fromOklch({ ...own, lightness: 0.95, chroma: Math.min(own.chroma, 0.016) });
  const grounds = [paper, card, accentWash];
  const accent = standingOut({ ...own, lightness: Math.min(own.lightness, 0.55) }, grounds, -0.01);
  const accentInk = standingOut({ ...own, lightness: Math.min(own.lightness, 0.42) }, grounds, -0.01);
  return { accent, onAccent: '#ffffff', accentInk, accentWash };
}

function darkScheme(own: Oklch): AccentScheme {
  const { paper, card } = GROUNDS.dark;
  const chroma = Math.min(own.chroma, 0.13);
  const accentWash = fromOklch({ ...own, lightness: 0.28, chroma: Math.min(own.chroma, 0.035) });
  const grounds = [paper, card, accentWash];
  const accent = standingOut({ ...own, chroma, lightness: Math.max(own.lightness, 0.7) }, grounds, 0.01);
  const accentInk = standingOut({ ...own, chroma, lightness: Math.max(own.lightness, 0.8) }, grounds, 0.01);
  return { accent, onAccent: paper, accentInk, accentWash };
}

const properties = (scheme: AccentScheme): string =>
  `--accent:${scheme.accent};--on-accent:${scheme.onAccent};--accent-ink:${scheme.accentInk};--accent-wash:${scheme.accentWash}`;

/** The accent as custom properties: the text of a style. */
export function accentCss(accent: Accent): string {
  const css = `:root{${properties(accent.light)}}@media screen and (prefers-color-scheme:dark){:root{${properties(accent.dark)}}}`;
  // The four colours come from `accessibleAccent`, which writes nothing but #rrggbb; checked again, as it is used raw.
  if (/[<>&]/.test(css)) throw new TypeError('an accent holds colours only');
  return css;
}

/**
 * The accent in a `<style>` that the Content-Security-Policy lets pass by its nonce, or, without one, by the hash of
 * `accentCss`.
 */
export function accentStyle(accent: Accent, nonce: string | null): Html {
  const css = raw(accentCss(accent));
  const close = raw('</style>');
  return nonce === null
    ? html`${raw('<style>')}${css}${close}`
    : html`${raw('<style nonce="')}${nonce}${raw('">')}${css}${close}`;
}
