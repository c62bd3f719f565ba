/** Asks BIND's own checker whether a zone file is sound, where this machine has it. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** It often lies where only an administrator's path leads. */
const folders = (): readonly string[] => [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/bin',
];

async function findChecker(): Promise<string | null> {
  for (const folder of folders()) {
    const path = join(folder, 'named-checkzone');
    const runnable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runnable) return path;
  }
  return null;
}

/**
 * What is wrong with the zone file, in the checker's words; null: nothing, or there is no checker here. `beside`: the folder in which
 * files lie that the zone includes by their bare names.
 */
export async function zoneFault(
  zone: string,
  { file, beside }: { readonly file: string; readonly beside: string },
  signal: AbortSignal,
): Promise<string | null> {
  const checker = await findChecker();
  if (checker === null) return null;
  try {
    await run(checker, ['-i', 'local', zone, file], { signal, cwd: beside });
    return null;
  } catch (failed) {
    signal.throwIfAborted();
    return outputOf(failed).trim().split('\n')[0] ?? '';
  }
}

const outputOf = (failed: unknown): string =>
  failed instanceof Error && 'stdout' in failed ? String(failed.stdout) : String(failed);
