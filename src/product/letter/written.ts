/** What officials write into a letter, read before it is kept: bounded, and without characters that nobody sees. */
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { readText } from '../../standard/index.ts';
import { bodyMissing, reasonMissing } from './faults.ts';
import type { Draft } from './model.ts';
import { MOST_ATTACHMENTS } from './words.ts';

/** Characters of the body, of all copies together, and of the reason why a letter is void. */
export const MOST_WRITTEN = { body: 8000, copies: 2000, reason: 2000 } as const;

const unreadable = (path: string, raw: string, most: number): readonly FieldFault[] => {
  const read = readText(raw, most, 'several');
  return read.ok ? [] : [{ path, words: read.words }];
};

const refuse = (fields: readonly FieldFault[]): void => {
  const [first] = fields;
  if (first) throw new Fault('invalid', 'letter-unreadable', first.words, fields);
};

const tooManyAttachments = {
  id: `Jumlah lampiran adalah bilangan bulat dari 0 sampai ${MOST_ATTACHMENTS}.`,
  en: `The number of attachments is a whole number from 0 to ${MOST_ATTACHMENTS}.`,
};

/** Faults: `body-missing`, `letter-unreadable` with the fields `body`, `copies`, `attachments`. */
export function checkDraft({ body, copies, attachments }: Draft): void {
  if (body.trim() === '') throw bodyMissing();
  const countable = Number.isInteger(attachments) && attachments >= 0 && attachments <= MOST_ATTACHMENTS;
  refuse([
    ...unreadable('body', body, MOST_WRITTEN.body),
    ...unreadable('copies', copies.join('\n'), MOST_WRITTEN.copies),
    ...(countable ? [] : [{ path: 'attachments', words: tooManyAttachments }]),
  ]);
}

/** Faults: `reason-missing`, `letter-unreadable` with the field `reason`. */
export function checkReason(reason: string): void {
  if (reason.trim() === '') throw reasonMissing();
  refuse(unreadable('reason', reason, MOST_WRITTEN.reason));
}
