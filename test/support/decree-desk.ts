/** A decree as text, and the forms of the pages that lead from it to a service, as a browser sends them. */
import { componentTitles } from '../../src/standard/index.ts';
import type { ComponentName, Components } from '../../src/standard/index.ts';
import type { Page } from './officer.ts';

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
