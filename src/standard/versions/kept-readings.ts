/**
 * What published texts say, parsed before: a start that finds it here need not parse YAML, which takes most of the time
 * to its first page. A line for each text, by its hash; whatever is missing or damaged is parsed again.
 */
import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseText } from '../reading/yaml.ts';

/** The values of texts that were published, so that they have no faults. */
export interface KeptReadings {
  /** The plain value of a text; undefined when it cannot be parsed. `sha256`: of the text, in hexadecimal. */
  valueOf(sha256: string, text: string): unknown;
}

/** Opens those kept in a file, which is made when there is something to keep. */
export async function openKeptReadings(file: string): Promise<KeptReadings> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line[HASH_LENGTH] === ' ');
  const kept = new Map(lines.map((line) => [line.slice(0, HASH_LENGTH), line.slice(HASH_LENGTH + 1)]));
  return {
    valueOf(sha256, published) {
      const found = readLine(kept.get(sha256));
      // The version keeps its value; its line has served.
      kept.delete(sha256);
      if (found !== undefined) return found;
      const { value } = parseText(published);
      if (value !== undefined) keep(file, `${sha256} ${JSON.stringify(value)}\n`);
      return value;
    },
  };
}

const HASH_LENGTH = 64;

function readLine(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    // The machine stopped in the middle of the line.
    return undefined;
  }
}

/** Once for each text that is ever published; a disk that is full costs only time. */
function keep(file: string, line: string): void {
  try {
    appendFileSync(file, line, { mode: 0o600 });
  } catch {
    // The next start parses it again.
  }
}
