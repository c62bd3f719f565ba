#!/usr/bin/env node
// The one file that must run on any Node: it finds the pinned Node 26 (an optional dependency) when started by an
// older one, and says plainly what to do when there is none. Everything else is TypeScript, run as it is.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;
const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { main } = await import('../src/cli/pendopo.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  runPinned(join(root, 'node_modules', '.bin', 'node'));
}

function runPinned(node) {
  if (!existsSync(node)) {
    process.stderr.write(
      `Pendopo perlu Node ${NEEDED}; yang berjalan ${process.version}. Jalankan "npm ci" di ${root} (tanpa --omit=optional), atau pasang Node ${NEEDED}. ` +
        `Pendopo needs Node ${NEEDED}; this is ${process.version}. Run "npm ci" in ${root} (without --omit=optional), or install Node ${NEEDED}.\n`,
    );
    process.exitCode = 1;
    return;
  }
  // The same bounds on memory as in bin/node26.
  const isBound = process.env.NODE_OPTIONS?.includes('--max-old-space-size') === true;
  const bounds = ['--max-semi-space-size=8', ...(isBound ? [] : ['--max-old-space-size=1024'])];
  const heap = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '262144', MALLOC_TRIM_THRESHOLD_: '4194304' };
  const child = spawn(node, [...bounds, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...heap, ...process.env },
  });
  // A terminal signals both; the child decides how to end, and this one ends as it did.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
  child.on('error', (fault) => {
    process.stderr.write(`${node}: ${fault.message}\n`);
    process.exitCode = 1;
  });
}
