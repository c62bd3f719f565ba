/** When the master key was last backed up: a note in the data directory, so that administrators are told when it never was. */
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durable.ts';

const Note = z.object({ at: z.iso.datetime({ offset: true }), fingerprint: z.string() });

export interface KeyBackupNote {
  readonly at: Temporal.Instant;
  /** Which key was backed up. */
  readonly fingerprint: string;
}

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'key-backup.json');

/** Notes that a backup was made. It says when and of which key, never where it is: that stays with the people who know. */
export async function noteKeyBackup(
  dataDirectory: string,
  { at, fingerprint }: KeyBackupNote,
): Promise<void> {
  const file = fileIn(dataDirectory);
  const unfinished = `${file}.${process.pid}`;
  await writeDurably(unfinished, `${JSON.stringify({ at: at.toString(), fingerprint })}\n`);
  await rename(unfinished, file);
}

/** The note, or null when there is none that can be read: what cannot be shown counts as not done. */
export async function findKeyBackup(dataDirectory: string): Promise<KeyBackupNote | null> {
  const text = await readFile(fileIn(dataDirectory), 'utf8').catch(() => '{}');
  const note = Note.safeParse(parsed(text));
  return note.success ? { ...note.data, at: Temporal.Instant.from(note.data.at) } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
