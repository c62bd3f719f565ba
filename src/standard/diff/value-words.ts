import type { Words } from '../../ground/index.ts';
import { Promised, Text } from '../model/basics.ts';
import { promiseInWords } from '../model/promise-words.ts';

/** A promised time as a whole; part of an object would read as nothing. */
const isPromise = (value: object): value is Promised => 'basis' in value && Promised.safeParse(value).success;

export const isText = (value: unknown): value is Words => Text.safeParse(value).success;

/** What is compared and shown whole: plain values, a text in two languages, a promised time. */
export function isLeaf(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (!Array.isArray(value) && (isText(value) || isPromise(value)))
  );
}

const same = (text: string): Words => ({ id: text, en: text });

function plainInWords(value: string | number | boolean | null | undefined): Words {
  if (value === true) return { id: 'ya', en: 'yes' };
  if (value === false) return { id: 'tidak', en: 'no' };
  return value === null ? { id: 'tidak ada', en: 'none' } : same(String(value));
}

/** An object by what people call it: its title, label or text; failing that, its parts. */
function objectInWords(value: Readonly<Record<string, unknown>>): Words {
  for (const key of ['title', 'label', 'text', 'for', 'name']) {
    if (value[key] === undefined) continue;
    const name = inWords(value[key]);
    const id = typeof value['id'] === 'string' ? `${value['id']}: ` : '';
    return { id: `${id}${name.id}`, en: `${id}${name.en}` };
  }
  const parts = Object.entries(value).map(([key, part]) => [key, inWords(part)] as const);
  const joined = (lang: 'id' | 'en'): string => parts.map(([key, part]) => `${key} ${part[lang]}`).join(', ');
  return { id: joined('id'), en: joined('en') };
}

/** Any value of a definition in words of both languages, on one line. */
export function inWords(value: unknown): Words {
  if (typeof value !== 'object' || value === null)
    return plainInWords(value as string | number | boolean | null);
  if (Array.isArray(value)) {
    const items = value.map(inWords);
    return { id: items.map(({ id }) => id).join(', '), en: items.map(({ en }) => en).join(', ') };
  }
  if (isText(value)) return value;
  return isPromise(value) ? promiseInWords(value) : objectInWords(value as Readonly<Record<string, unknown>>);
}
