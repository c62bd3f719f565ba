/** Reads files in a process of their own, with an end to its time and memory. */
import { spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { text as textOfStream } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Fault, ok, refused } from '../../../ground/index.ts';
import type { Result, Words } from '../../../ground/index.ts';
import type { ReadDocument } from '../model.ts';
import type { Outcome } from './outcome.ts';

/** Larger files are no decrees: 600 pages of text with pictures stay below. */
export const MOST_BYTES = 64_000_000;
const MOST_SECONDS = 25;
const HEAP_MEGABYTES = 512;

const TOO_LARGE: Words = {
  id: `Berkasnya lebih dari ${MOST_BYTES / 1e6} MB. Ambil lampiran standar pelayanannya saja, atau kecilkan gambarnya.`,
  en: `The file is larger than ${MOST_BYTES / 1e6} MB. Take only the annex with the standards, or shrink its pictures.`,
};
const TOO_SLOW: Words = {
  id: `Berkas ini tidak selesai dibaca dalam ${MOST_SECONDS} detik. Pisahkan lampiran standar pelayanannya, atau simpan ulang sebagai .docx.`,
  en: `This file could not be read within ${MOST_SECONDS} seconds. Cut out the annex with the standards, or save it as .docx.`,
};
const TOO_HUNGRY: Words = {
  id: 'Membaca berkas ini memerlukan memori terlalu banyak. Pisahkan lampiran standar pelayanannya, atau simpan ulang berkasnya.',
  en: 'Reading this file takes too much memory. Cut out the annex with the standards, or save the file again.',
};

export const tooLarge = (): Result<never> => refused('too-large', 'file-too-large', TOO_LARGE);

/** A machine without room for one more process has it a moment later: whoever asked asks again. */
const notStarted = (): Fault =>
  new Fault('unavailable', 'reader-not-started', {
    id: 'Pembacaan berkas tidak dapat dimulai karena server sedang sibuk. Coba lagi sebentar lagi.',
    en: 'Reading the file could not be started, since the server is busy. Try again in a moment.',
  });

/**
 * The services of a decree in any file that can be read, or a fault in words. Never longer than half a minute, never
 * more than a gigabyte. `government` is the name of who imports it; a decree of another one gets a finding. Throws the
 * fault `reader-not-started`, which says nothing of the file.
 */
export async function importDecree(
  bytes: Uint8Array,
  government: string | null = null,
): Promise<Result<ReadDocument>> {
  if (bytes.length > MOST_BYTES) return tooLarge();
  const extension = import.meta.filename.endsWith('.ts') ? '.ts' : '.js';
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MEGABYTES}`,
      fileURLToPath(new URL(`./child${extension}`, import.meta.url)),
      ...(government === null ? [] : [government]),
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { ...systemRoot(), ...compileCache() } },
  );
  const broken = Promise.withResolvers<never>();
  child.on('error', () => broken.reject(notStarted()));
  let isLate = false;
  const alarm = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, MOST_SECONDS * 1000);
  // A child that ended early reads no further; its outcome says why.
  child.stdin.on('error', () => {});
  child.stdin.end(bytes);
  const said = await Promise.race([broken.promise, textOfStream(child.stdout)]).finally(() =>
    clearTimeout(alarm),
  );
  if (isLate) return refused('invalid', 'too-slow', TOO_SLOW);
  return resultOf(said);
}

/** Passwords and the place of the master key stand in our surroundings: a file from anywhere never gets near them. */
const systemRoot = (): Readonly<Record<string, string>> => {
  // Windows starts no program without it.
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
};

/** The child finds compiled what its parent keeps compiled. */
const compileCache = (): Readonly<Record<string, string>> => {
  const directory = getCompileCacheDir();
  return directory === undefined ? {} : { NODE_COMPILE_CACHE: directory };
};

/** A child that was ended, or ran out of its heap, has said nothing whole. */
function resultOf(said: string): Result<ReadDocument> {
  if (!said.endsWith('}')) return refused('too-large', 'too-hungry', TOO_HUNGRY);
  const outcome = JSON.parse(said) as Outcome;
  return outcome.ok ? ok(outcome.value) : refused(outcome.kind, outcome.code, outcome.words);
}
