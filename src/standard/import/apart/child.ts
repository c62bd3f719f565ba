/**
 * The process that reads one file. Files come from anywhere: what they do to a parser they do to this process only.
 * Bytes on standard input, the outcome as JSON on standard output.
 */
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { readFileText } from '../files/index.ts';
import { readDecree } from '../grammar/read-decree.ts';
import type { Outcome } from './outcome.ts';

const extension = import.meta.filename.endsWith('.ts') ? '.ts' : '.js';
new Worker(new URL(`./memory-watch${extension}`, import.meta.url)).unref();

/** A library that stumbles over a broken file is no fault of ours to show; the person needs the way out. */
const BROKEN: Outcome = {
  ok: false,
  kind: 'malformed',
  code: 'broken-file',
  words: {
    id: 'Berkas ini rusak atau susunannya tidak wajar, sehingga tidak dapat dibaca. Buka dan simpan ulang, lalu coba lagi.',
    en: 'This file is broken or oddly built and cannot be read. Open and save it again, then retry.',
  },
};

async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  try {
    const text = await readFileText(bytes);
    const decree = text.ok ? readDecree(text.value, process.argv[2] ?? null) : text;
    if (decree.ok) return { ok: true, value: decree.value };
    const { kind, code, words } = decree.fault;
    return { ok: false, kind, code, words };
  } catch {
    return BROKEN;
  }
}

const outcome = await outcomeOf(new Uint8Array(await buffer(process.stdin)));
process.stdout.write(JSON.stringify(outcome));
