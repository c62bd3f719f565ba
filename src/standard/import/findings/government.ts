/** Whose decree it is. */
import type { Finding, Line } from '../model.ts';
import { finding } from './rule.ts';

/** A decree that nowhere names the government that imports it, and names another. */
export function foreignGovernment(lines: readonly Line[], name: string): readonly Finding[] {
  const text = lines.map((line) => line.text).join('\n');
  const own = name.replace(/^(?:kabupaten|kota|provinsi)\s+/i, '').toLowerCase();
  const named = /\b(?:kabupaten|kota|provinsi)\s+(?:administrasi\s+)?\p{L}{4,}/iu.exec(text)?.[0];
  if (named === undefined || text.toLowerCase().includes(own)) return [];
  const found = finding(
    'warning',
    'title',
    lines[0]?.place,
    `Naskah ini menyebut ${named}, dan tidak menyebut ${name}. Pastikan berkasnya benar.`,
    `This document names ${named} and nowhere ${name}. Make sure that it is the right file.`,
  );
  return [{ about: 'open', ...found }];
}
