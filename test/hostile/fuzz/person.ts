/** Somebody with a browser's cookies, over a real connection; follows links and reads the forms of pages. */
import { joined } from './multipart.ts';
import type { Part } from './multipart.ts';
import { ask } from './line.ts';
import type { Answer, Call } from './line.ts';

export interface Field {
  readonly name: string;
  readonly kind: string;
  /** What the page itself would send. */
  readonly value: string;
}

export interface FoundForm {
  /** The page it stands on, and where it goes. */
  readonly page: string;
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly multipart: boolean;
  readonly fields: readonly Field[];
}

/** Values of a form by the name of their field; a name may come several times. */
export type Values = readonly (readonly [string, string])[];

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

function fieldOf([tag, inside = '']: RegExpExecArray | RegExpMatchArray): Field[] {
  const name = attribute(tag, 'name');
  if (name === undefined) return [];
  const kind =
    attribute(tag, 'type') ?? (tag.startsWith('<input') ? 'text' : (tag.slice(1).split(/\W/u)[0] ?? ''));
  const chosen = /<option[^>]*\bselected[^>]*>/u.exec(inside)?.[0] ?? '';
  const value =
    kind === 'select' ? attribute(chosen, 'value') : (attribute(tag, 'value') ?? unescaped(inside));
  return [{ name, kind, value: value ?? '' }];
}

/** The forms of a page, as a browser would send them. */
export function formsOn(page: string, body: string): readonly FoundForm[] {
  const path = page.split('?')[0] ?? page;
  return [...body.matchAll(/<form\b[^>]*>.*?<\/form>/gsu)].map(([form]) => ({
    page,
    action: (attribute(form, 'action') ?? path).replace(/#.*$/u, '') || path,
    method: /^<form\b[^>]*method="post"/iu.test(form) ? 'POST' : 'GET',
    multipart: /^<form\b[^>]*multipart/u.test(form),
    fields: [
      ...form.matchAll(
        /<(?:input|button)\b[^>]*>|<(?:select|textarea)\b[^>]*>(.*?)<\/(?:select|textarea)>/gsu,
      ),
    ].flatMap(fieldOf),
  }));
}

const linksOn = (body: string): readonly string[] =>
  [...body.matchAll(/<a\s[^>]*href="(\/[^"#]*)/gu)].map(([, href = '']) => unescaped(href));

export class Person {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The headers of whatever this person's browser sends. */
  headers(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  async open(path: string): Promise<Answer> {
    return this.#follow({ method: 'GET', path, headers: this.headers(), body: null });
  }

  /** Sends a form with these values; what the page itself would send is not added. */
  async send(form: FoundForm, values: Values, files: readonly Part[] = []): Promise<Answer> {
    return this.#follow({
      ...callOf(form, values, files),
      headers: { ...callOf(form, values, files).headers, ...this.headers() },
    });
  }

  /** Fills in a form of a page by the names of its fields, and sends it with all that the page adds. */
  async fill(path: string, action: string, values: Readonly<Record<string, string>>): Promise<Answer> {
    const { body } = await this.open(path);
    const form = formsOn(path, body).find((one) => one.action.endsWith(action));
    if (!form) throw new Error(`no form to ${action} on ${path}: ${body.slice(0, 400)}`);
    const own = form.fields.filter(({ name, kind }) => kind === 'hidden' && !(name in values));
    return this.send(form, [
      ...own.map(({ name, value }) => [name, value] as const),
      ...Object.entries(values),
    ]);
  }

  /** Every page that links lead to from here, at most `most`, one of each kind of address first. */
  async walk(
    from: readonly string[],
    most: number,
  ): Promise<readonly { readonly path: string; readonly body: string }[]> {
    const pages: { path: string; body: string }[] = [];
    const waiting = [...from];
    const seen = new Set<string>();
    while (waiting.length > 0 && pages.length < most) {
      const path = waiting.shift() ?? '/';
      const { status, headers, body } = await this.open(path);
      if (status >= 400 || headers['content-type']?.startsWith('text/html') !== true) continue;
      pages.push({ path, body });
      for (const link of linksOn(body)) {
        if (seen.has(link) || /keluar|^\/aset|\/api\/|[?&]lang=/u.test(link)) continue;
        seen.add(link);
        waiting.push(link);
      }
    }
    return pages;
  }

  async #follow(call: Call, times = 5): Promise<Answer> {
    const answer = await ask(this.#origin, call);
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { location } = answer.headers;
    if (answer.status !== 303 || location === undefined || times === 0) return answer;
    return this.#follow({ method: 'GET', path: location, headers: this.headers(), body: null }, times - 1);
  }
}

/** The call that sends a form with these values. */
export function callOf(
  { action, method, multipart }: FoundForm,
  values: Values,
  files: readonly Part[] = [],
): Call {
  const wellFormed = values.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]);
  const encoded = new URLSearchParams(wellFormed).toString();
  if (method === 'GET')
    return { method, path: `${action.split('?')[0] ?? ''}?${encoded}`, headers: {}, body: null };
  if (!multipart) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method, path: action, headers, body: Buffer.from(encoded) };
  }
  const parts = wellFormed.map(([name = '', value = '']) => ({
    name,
    fileName: null,
    bytes: Buffer.from(value),
  }));
  const { type, bytes } = joined([...parts, ...files]);
  return { method, path: action, headers: { 'content-type': type ?? '' }, body: bytes };
}
