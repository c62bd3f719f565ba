/** What a receipt says once more, for an officer at the counter who has no part in the request itself. */
import { logAccess } from '../people/index.ts';
import type { Standing } from '../people/index.ts';
import { requestNotFound } from './act.ts';
import { answersIn, readApplicant } from './desk-view.ts';
import type { DeskView } from './desk-view.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { getRequestRow } from './request-row.ts';
import { submissionOf } from './submission.ts';
import { loadView } from './view.ts';

/** What was handed in, by whom and when: nothing of what was asked and of how it is judged. */
export type ReceiptView = Pick<
  DeskView,
  | 'government'
  | 'service'
  | 'state'
  | 'timeZone'
  | 'derivation'
  | 'calendar'
  | 'files'
  | 'submission'
  | 'applicant'
>;

/**
 * The receipt of any request of the government, for the role `counter`; recorded before anything is shown. Fault:
 * `request-not-found`, for everybody else alike.
 */
export async function readReceipt(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  number: string,
): Promise<ReceiptView> {
  if (!actor.roles.includes('counter')) throw requestNotFound();
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    const row = await getRequestRow(tx, government, number);
    const line = { at: journalNow(deps.clock), actor: actor.official, subject: row.id };
    await logAccess(tx, government, { ...line, act: 'reprint-receipt' });
    const { view, entries, values } = await loadView(tx, deps, government, row, 'official');
    const { service, state, timeZone, derivation, calendar, files } = view;
    return {
      government: view.government,
      service,
      state,
      timeZone,
      derivation,
      calendar,
      files: files.filter(({ givenBy }) => givenBy === 'applicant'),
      submission: submissionOf(entries, values, service.value, answersIn(entries, values)),
      applicant: await readApplicant(tx, government, row.id),
    };
  });
}
