/** The next working calendar as an administrator is writing it: their own until they publish or drop it. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/index.ts';
import { readCalendar } from '../../working-time/index.ts';
import type { WorkingCalendarFile } from '../../working-time/index.ts';
import { calendarText } from '../calendar/index.ts';

export interface CalendarDraft {
  /** The version it was begun on. */
  readonly base: number;
  readonly file: WorkingCalendarFile;
  readonly text: string;
  /** Names this very text: whoever publishes must have seen it. */
  readonly sha256: string;
  readonly updatedAt: Temporal.Instant;
}

interface Owner {
  readonly government: string;
  readonly official: string;
}

/** The draft of an official; null when there is none, or one that this program cannot read any more. */
export async function findCalendarDraft(
  tx: Tx,
  { government, official }: Owner,
): Promise<CalendarDraft | null> {
  const row = await tx
    .selectFrom('calendar_draft')
    .select(['base', 'text', 'updated_at'])
    .where('government', '=', government)
    .where('official', '=', official)
    .executeTakeFirst();
  if (!row) return null;
  const { base, text, updated_at: updatedAt } = row;
  const reading = readCalendar(JSON.parse(text));
  const sha256 = createHash('sha256').update(text).digest('hex');
  return reading.ok ? { base, file: reading.value, text, sha256, updatedAt } : null;
}

/** Keeps a draft in place of the one before. A text given as it is (a former version) is kept to the letter. */
export async function saveCalendarDraft(
  tx: Tx,
  { government, official }: Owner,
  draft: {
    readonly base: number;
    readonly calendar: WorkingCalendarFile | string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { base, calendar, at } = draft;
  const text = typeof calendar === 'string' ? calendar : calendarText(calendar);
  await tx
    .insertInto('calendar_draft')
    .values({ government, official, base, text, updated_at: at })
    .onConflict((conflict) =>
      conflict.columns(['government', 'official']).doUpdateSet({ base, text, updated_at: at }),
    )
    .execute();
}

/** Drops a draft; nothing happens when there is none. */
export async function dropCalendarDraft(tx: Tx, { government, official }: Owner): Promise<void> {
  await tx
    .deleteFrom('calendar_draft')
    .where('government', '=', government)
    .where('official', '=', official)
    .execute();
}
