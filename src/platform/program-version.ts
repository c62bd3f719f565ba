import { readFileSync } from 'node:fs';
import { z } from 'zod';

let known: string | undefined;

/** The version of this program, from its package.json. */
export function programVersion(): string {
  const text = (): string => readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  known ??= z.object({ version: z.string() }).parse(JSON.parse(text())).version;
  return known;
}
