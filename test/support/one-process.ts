/** Several test files in one process, one after the other; each is a suite of its path, and must leave the process as it was. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, suite } from 'node:test';
import { pathToFileURL } from 'node:url';

/**
 * Runs test files, relative to `root`. `atWork`: the file that says which of them runs, for whoever has to end this process: a
 * loop without end lets no report out.
 */
export async function runInOneProcess(root: string, files: readonly string[], atWork: string): Promise<void> {
  for (const file of files) {
    await suite(file, async () => {
      writeFileSync(atWork, file);
      const found = stateOfProcess();
      await import(pathToFileURL(join(root, file)).href);
      // Behind the file's own, which may set things right.
      after(() => {
        assert.deepEqual(stateOfProcess(), found, `${file} leaves the process otherwise than it was`);
      });
    });
  }
}

/** What test files could do to one another. */
function stateOfProcess(): Readonly<Record<string, unknown>> {
  return {
    environment: { ...process.env },
    folder: process.cwd(),
    exitCode: process.exitCode,
    // A test may have taken these into its hands. New names are no fault: libraries leave some.
    globals: [Date, Temporal, fetch, setTimeout, setInterval, setImmediate],
    listeners: signals.map((name) => process.listenerCount(name)),
  };
}

const signals = ['SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection'];
