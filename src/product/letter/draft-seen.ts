/** Two officials over one draft: whoever saw it before the other wrote is told, and neither overwrites nor numbers words unseen. */
import { createHash } from 'node:crypto';
import { Fault } from '../../ground/index.ts';
import type { Draft } from './model.ts';

/** Stands for the words of a draft on the page that shows them. */
export const draftMark = ({ body, nature, attachments, copies, post }: Draft): string =>
  createHash('sha256')
    .update(JSON.stringify([body, nature, attachments, copies, post]))
    .digest('base64url');

/** Fault `draft-changed` where the draft is no longer the one that was seen; without a mark nobody claims to have seen any. */
export function checkSeen(kept: Draft, seen: string | undefined): void {
  if (seen !== undefined && seen !== draftMark(kept)) throw draftChanged();
}

const draftChanged = (): Fault => {
  const words = {
    id: 'Orang lain mengubah konsep ini sesudah Anda membukanya, jadi belum dikerjakan. Yang tersimpan ada di "Lihat konsep (PDF)"; isian Anda tetap ada di bawah. Tekan sekali lagi bila isian Anda yang berlaku.',
    en: 'Somebody else changed this draft after you opened it, so nothing was done yet. What is kept stands in "See the draft (PDF)"; what you typed is still below. Press once more if yours is to stand.',
  };
  return new Fault('conflict', 'draft-changed', words, [{ path: 'body', words }]);
};
