import { holesOf, isAddress, isForbidden, type Hole } from './template.ts';

/** Markup known to be safe. Only `html`, `raw` and what is built on them make it. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Attributes known to be safe, with a leading space: `<input${attrs({ name })}>`. */
export class Attributes {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand between tags. `null`, `undefined` and booleans show nothing; text is escaped. */
export type Content = Html | string | number | bigint | boolean | null | undefined | readonly Content[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text with `& < > " '` written as references: safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '') : text;
}

/**
 * An address a browser may follow: relative, or of a harmless scheme. Everything else (`javascript:`, `data:`)
 * becomes `about:invalid`. Browsers drop control characters and blanks before the scheme, so this does too.
 */
export function safeAddress(address: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly the characters a browser ignores here
  const scheme = /^([^/?#:]*):/.exec(address.replace(/[\u0000-\u0020\u007f]/g, ''))?.[1]?.toLowerCase();
  return scheme === undefined || /^(?:https?|mailto|tel)$/.test(scheme) ? address : 'about:invalid';
}

const knownTemplates = new WeakMap<TemplateStringsArray, Hole[]>();

/**
 * Markup from a template. Nested `Html` passes, arrays are joined, everything else is escaped for the place it
 * stands in; addresses (`href`, `src`, `action`) are also checked for their scheme.
 * Throws where no escaping can help, such as unquoted attributes and scripts.
 */
export function html(parts: TemplateStringsArray, ...values: readonly (Content | Attributes)[]): Html {
  let holes = knownTemplates.get(parts);
  if (!holes) knownTemplates.set(parts, (holes = holesOf(parts)));
  let text = parts[0] ?? '';
  for (let at = 0; at < holes.length; at += 1) {
    text += filled(holes[at] ?? 'text', values[at]) + (parts[at + 1] ?? '');
  }
  return new Html(text);
}

function filled(hole: Hole, value: Content | Attributes): string {
  if (hole === 'attributes') {
    if (value instanceof Attributes) return value.toString();
    throw new TypeError('html: between attributes only attrs({…}) may stand');
  }
  if (value instanceof Attributes) throw new TypeError('html: attrs({…}) may stand only inside a tag');
  if (hole === 'text') return shown(value);
  if (value instanceof Html || typeof value === 'object') {
    throw new TypeError('html: an attribute takes text, not markup');
  }
  const text = shown(value);
  return hole === 'address' ? safeAddress(text) : text;
}

function shown(value: Content): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Html) return value.toString();
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  let text = '';
  for (const item of value) text += shown(item);
  return text;
}

/** Markup taken as it is. Only for constants of our own code, never for anything read or typed. */
export const raw = (markup: string): Html => new Html(markup);

/** Nothing to show. */
export const nothing: Html = raw('');

type AttributeValue = string | number | boolean | null | undefined;

/**
 * Attributes from an object: `true` stands bare, `false`, `null` and `undefined` are left out, the rest is
 * escaped. Throws on names that are no attribute names and on those our content policy forbids.
 */
export function attrs(values: Readonly<Record<string, AttributeValue>>): Attributes {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === false) continue;
    if (!/^[a-z][a-z0-9-]*$/.test(name) || isForbidden(name))
      throw new TypeError(`attrs: ${name} is not allowed`);
    if (value === true) text += ` ${name}`;
    else text += ` ${name}="${escapeHtml(isAddress(name) ? safeAddress(String(value)) : String(value))}"`;
  }
  return new Attributes(text);
}

/** Class names in one string, without those that do not apply; undefined when none is left. */
export function classes(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
