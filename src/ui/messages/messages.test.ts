import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Catalogue, Message, Messages } from '../language.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && 'id' in value && 'en' in value;

async function catalogues(): Promise<[string, Catalogue][]> {
  const found: [string, Catalogue][] = [];
  for (const file of files) {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module))
      if (isCatalogue(value)) found.push([`${file} ${name}`, value]);
  }
  return found;
}

/** Every message by its path; functions as how many values they take. */
function shape(messages: Messages | readonly string[], path = ''): Map<string, Message> {
  const all = new Map<string, Message>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'object') for (const entry of shape(value, `${path}${key}.`)) all.set(...entry);
    else all.set(path + key, value);
  }
  return all;
}

const called = (message: Message): string =>
  typeof message === 'string'
    ? message
    : (message as (...values: unknown[]) => string)(
        ...Array.from({ length: message.length }, (_, at) => at + 2),
      );

test('every area has both languages, message by message, taking the same values', async () => {
  const all = await catalogues();
  assert.ok(all.length >= files.length, 'every file of messages has a catalogue');
  for (const [name, { id, en }] of all) {
    const arity = (messages: Messages) =>
      [...shape(messages)].map(([path, message]) => [path, typeof message === 'string' ? 0 : message.length]);
    assert.deepEqual(arity(en), arity(id), name);
  }
});

test('no message is empty, and every value a message takes is said', async () => {
  for (const [name, both] of await catalogues()) {
    for (const lang of ['id', 'en'] as const) {
      for (const [path, message] of shape(both[lang])) {
        const text = called(message);
        assert.notEqual(text.trim(), '', `${name} ${lang} ${path}`);
        assert.doesNotMatch(text, /undefined|NaN|\[object|TODO/, `${name} ${lang} ${path}`);
        if (typeof message === 'function') {
          for (let at = 0; at < message.length; at += 1)
            assert.match(text, new RegExp(String(at + 2)), `${name} ${lang} ${path}`);
        }
      }
    }
  }
});
