/**
 * The process that reads one file. Files come from anywhere: what they do to a parser they do to this process only.
 * Bytes on standard input, the outcome as JSON on standard output.
 */
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { Fault } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import { readDecree } from '../grammar/read-decree.ts';
import type { DecreeText, ReadDocument } from '../model.ts';
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

const linesOf = ({ blocks }: DecreeText): ReadDocument['lines'] =>
  blocks
    .flatMap((block) => (block.kind === 'line' ? [block.line] : block.cells.flat()))
    .map(({ text, place }) => ({ text, place }));

const refusal = ({ kind, code, words }: Fault): Outcome => ({ ok: false, kind, code, words });

async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  try {
    const text = await readFileText(bytes);
    if (!text.ok) return refusal(text.fault);
    const decree = readDecree(text.value, process.argv[2] ?? null);
    if (!decree.ok) return refusal(decree.fault);
    return { ok: true, value: { ...decree.value, lines: linesOf(text.value) } };
  } catch {
    return BROKEN;
  }
}

const outcome = await outcomeOf(new Uint8Array(await buffer(process.stdin)));
process.stdout.write(JSON.stringify(outcome));
