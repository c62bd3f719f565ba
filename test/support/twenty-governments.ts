/** A directory of twenty governments: the four of the repository, and sixteen neighbours made from the smallest of them. */
import { cp, glob, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('../../governments', import.meta.url));
const model = 'bulungan';
const NEIGHBOURS = 16;

/** Ids of the neighbours, each with the one service of the model: `daerah-a` to `daerah-p`. */
export const neighbours: readonly string[] = Array.from(
  { length: NEIGHBOURS },
  (_, at) => `daerah-${String.fromCodePoint(97 + at)}`,
);

/** Makes the directory below /tmp and gives its path; the caller removes it. */
export async function twentyGovernments(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'pendopo-twenty-'));
  await cp(own, root, { recursive: true });
  for (const id of neighbours) await makeNeighbour(join(root, id), id);
  return root;
}

async function makeNeighbour(directory: string, id: string): Promise<void> {
  await cp(join(own, model), directory, { recursive: true });
  const prefix = `XX${id.slice(-1).toUpperCase()}`;
  for await (const path of glob('**/*.{yaml,json}', { cwd: directory })) {
    const file = join(directory, path);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(model, id).replace(/^prefix: .*$/m, `prefix: ${prefix}`));
  }
}
