/** Reading what a program sent: all faults at once, each with its place, in both languages. */
import type { z } from 'zod';
import { en, id } from 'zod/locales';
import { Fault } from '../ground/index.ts';
import type { FieldFault } from '../ground/index.ts';

const messages = { id: id().localeError, en: en().localeError };

/** The value as the schema reads it. Fault: `input-invalid` with the fields. */
export function readInput<T>(schema: z.ZodType<T>, value: unknown): T {
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

/** A JSON text as its value. Fault: `json-malformed`, naming the field it came in. */
export function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const words = { id: 'Isian ini bukan JSON yang benar.', en: 'This field is not valid JSON.' };
    throw new Fault('malformed', 'json-malformed', words, [{ path, words }]);
  }
}
