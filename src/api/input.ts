/** Reading what a program sent: all faults at once, each with its place, in both languages. */
import type { z } from 'zod';
import { en, id } from 'zod/locales';
import { Fault } from '../ground/index.ts';
import type { FieldFault } from '../ground/index.ts';

const messages = { id: id().localeError, en: en().localeError };

/** Twice as deep as anything we ask for. */
const DEEPEST = 12;

/** The value as the schema reads it. Faults: `input-invalid` with the fields, `input-too-deep`. */
export function readInput<T>(schema: z.ZodType<T>, value: unknown): T {
  if (isDeeperThan(DEEPEST, value)) throw tooDeep();
  const read = schema.safeParse(value, { error: messages.en });
  if (read.success) return read.data;
  const indonesian = schema.safeParse(value, { error: messages.id }).error?.issues ?? [];
  throw new Fault(
    'invalid',
    'input-invalid',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Something in the input needs correcting.' },
    read.error.issues.map((issue, at): FieldFault => ({
      path: issue.path.join('.'),
      words: { id: indonesian[at]?.message ?? issue.message, en: issue.message },
    })),
  );
}

/** Whoever follows a value to its end needs one that has an end: brackets within brackets fill any stack. */
const isDeeperThan = (most: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (most === 0 || Object.values(value).some((part) => isDeeperThan(most - 1, part)));

const tooDeep = (): Fault =>
  new Fault('malformed', 'input-too-deep', {
    id: `Isi kiriman bersarang lebih dari ${DEEPEST} tingkat.`,
    en: `What was sent is nested more than ${DEEPEST} levels deep.`,
  });

/** A JSON text as its value. Fault: `json-malformed`, naming the field it came in. */
export function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const words = { id: 'Isian ini bukan JSON yang benar.', en: 'This field is not valid JSON.' };
    throw new Fault('malformed', 'json-malformed', words, [{ path, words }]);
  }
}
