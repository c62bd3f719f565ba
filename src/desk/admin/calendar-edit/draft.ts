/** The draft of whoever is at the desk: the calendar in force, with the changes they are putting together. */
import { Fault, valueOf } from '../../../ground/index.ts';
import type { Result } from '../../../ground/index.ts';
import {
  diffCalendars,
  dropCalendarDraft,
  editCalendar,
  editsOf,
  findCalendarDraft,
  isSameCalendar,
  saveCalendarDraft,
} from '../../../standard/index.ts';
import type { CalendarDiff, CalendarDraft, CalendarEdit, CalendarVersion } from '../../../standard/index.ts';
import type { WorkingCalendarFile } from '../../../working-time/index.ts';
import type { Desk } from '../../desk-page.ts';
import { inGovernment } from '../admin-desk.ts';
import { saidByCalendar } from './input.ts';

export interface OpenDraft {
  /** The version in force. */
  readonly current: CalendarVersion;
  /** Null while nothing was changed. */
  readonly draft: CalendarDraft | null;
  /** The draft's calendar, or the one in force. */
  readonly file: WorkingCalendarFile;
  /** What the draft changes of the version it was begun on. */
  readonly diff: CalendarDiff;
  /** Somebody published since the draft was begun. */
  readonly stale: boolean;
}

const ownerOf = ({ session }: Desk): { readonly government: string; readonly official: string } => ({
  government: session.government,
  official: session.standing.official,
});

/** Reads the draft, beside the newest calendar. */
export async function openDraft(desk: Desk): Promise<OpenDraft> {
  const { catalogue } = desk.context;
  const { government } = desk.session;
  await catalogue.refresh();
  const current = catalogue.calendar(government);
  const draft = await inGovernment(desk, (tx) => findCalendarDraft(tx, ownerOf(desk)));
  const base = draft ? catalogue.calendar(government, draft.base).file : current.file;
  const file = draft?.file ?? current.file;
  const diff = diffCalendars(base, file);
  return { current, draft, file, diff, stale: draft !== null && draft.base !== current.n };
}

/** Whether whoever is at the desk has begun to change the calendar. */
export const hasCalendarDraft = async (desk: Desk): Promise<boolean> =>
  (await inGovernment(desk, (tx) => findCalendarDraft(tx, ownerOf(desk)))) !== null;

/** Makes a change in the draft, which begins with the first one. Refused as `editCalendar` refuses. */
export async function changeDraft(desk: Desk, edits: readonly CalendarEdit[]): Promise<Result<null>> {
  const { draft, current, file } = await openDraft(desk);
  let next: Result<WorkingCalendarFile> = { ok: true, value: file };
  for (const edit of edits) {
    if (!next.ok) return next;
    next = editCalendar(next.value, edit);
  }
  if (!next.ok) return next;
  await keepDraft(desk, { base: draft?.base ?? current.n, calendar: next.value });
  return { ok: true, value: null };
}

/** Keeps a calendar as the draft, in place of the one before. */
export async function keepDraft(
  desk: Desk,
  kept: { readonly base: number; readonly calendar: WorkingCalendarFile | string },
): Promise<void> {
  const at = desk.context.clock.now();
  await inGovernment(desk, (tx) => saveCalendarDraft(tx, ownerOf(desk), { ...kept, at }));
}

/** Gives a draft up. */
export async function dropDraft(desk: Desk): Promise<void> {
  await inGovernment(desk, (tx) => dropCalendarDraft(tx, ownerOf(desk)));
}

/** Makes the draft's changes again on top of the newest version. Fault: `calendar-draft-contradicts`. */
export async function rebaseDraft(desk: Desk): Promise<void> {
  const { current, diff } = await openDraft(desk);
  try {
    const file = editsOf(diff).reduce(
      (calendar, edit) => valueOf(editCalendar(calendar, edit)),
      current.file,
    );
    await keepDraft(desk, { base: current.n, calendar: file });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(
      'conflict',
      'calendar-draft-contradicts',
      saidByCalendar((words) => words.notRebased),
    );
  }
}

/** Whether the draft would change anything. */
export const changesNothing = ({ current, file }: OpenDraft): boolean =>
  isSameCalendar(diffCalendars(current.file, file));
