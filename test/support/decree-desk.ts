/** A decree as text, and the forms of the pages that lead from it to a service, as a browser sends them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { componentTitles } from '../../src/standard/index.ts';
import type { ComponentName, Components } from '../../src/standard/index.ts';
import type { FormValues, Officer, Page } from './officer.ts';

const documents = new URL('../import/documents/', import.meta.url);

const unescape = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

export const visible = (text: string): string =>
  unescape(text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '));

type Field = readonly [name: string, value: string];

/** Inputs as a browser sends them: boxes only where they are ticked, the token not at all (the officer adds it). */
function inputsIn(text: string): Field[] {
  return [...text.matchAll(/<input[^>]*>/g)].flatMap(([tag]): Field[] => {
    const attribute = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const [name, type] = [attribute('name'), attribute('type')];
    const isLeft = (type === 'checkbox' || type === 'radio') && !tag.includes(' checked');
    return name === undefined || name === '_csrf' || isLeft ? [] : [[name, attribute('value') ?? '']];
  });
}

const textsIn = (text: string): Field[] =>
  [...text.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)].map(
    ([, name = '', value = '']) => [name, value],
  );

const listsIn = (text: string): Field[] =>
  [...text.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''],
  );

/** What a browser would send of a page as it stands. */
export function fieldsOf({ text }: Page): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of [...inputsIn(text), ...textsIn(text), ...listsIn(text)])
    (values[name] ??= []).push(unescape(value));
  return values;
}

/** A decree with one standard, its components under their headings. */
export function decreeText(title: string, components: Components): string {
  const parts = (Object.keys(componentTitles) as ComponentName[]).map((name, index) => {
    const component = components[name];
    const lines =
      'items' in component ? component.items.map((item, at) => `${at + 1}. ${item}`) : [component.text];
    return [`## ${index + 1}. ${componentTitles[name].id}`, '', ...lines].join('\n');
  });
  const head = ['KEPUTUSAN KEPALA DINAS', 'NOMOR 9 TAHUN 2026', 'TENTANG STANDAR PELAYANAN'];
  return [...head, `# Standar Pelayanan ${title}`, ...parts].join('\n\n');
}

/** An administrator at the pages that lead from a decree to a service. */
export class DecreeDesk {
  readonly #administrator: Officer;

  constructor(administrator: Officer) {
    this.#administrator = administrator;
  }

  /** Uploads one of the documents and waits until it is read. Gives the address of its import and the page. */
  async upload(name: string): Promise<{ readonly href: string; readonly page: Page }> {
    return this.uploadContent(name.split('/').at(-1) ?? name, await readFile(new URL(name, documents)));
  }

  async uploadContent(
    fileName: string,
    content: Buffer,
  ): Promise<{ readonly href: string; readonly page: Page }> {
    await this.#administrator.get('/meja/kelola/impor');
    const file = { field: 'berkas', fileName, content };
    const sent = await this.#administrator.postFiles('/meja/kelola/impor', {}, [file]);
    assert.equal(sent.status, 303, visible(sent.text));
    const href = sent.location ?? '';
    return { href, page: await this.untilRead(href) };
  }

  async untilRead(href: string): Promise<Page> {
    for (let look = 0; look < 200; look += 1) {
      const page = await this.#administrator.get(href);
      assert.equal(page.status, 200);
      if (page.headers['refresh'] === undefined) return page;
      await pause(100);
    }
    return assert.fail('the decree was never read');
  }

  /** Posts a page as it stands, but for what is changed. */
  async save(url: string, page: Page, changes: FormValues): Promise<Page> {
    return this.#administrator.post(url, { ...fieldsOf(page), ...changes });
  }
}
