/** What a version of the working calendar rests on, and how far its re-computation has come. */
import type { Tx } from '../../platform/index.ts';
import { diffCalendars } from '../../standard/index.ts';
import type { Catalogue } from '../../standard/index.ts';

/** Why a calendar was published, in the words of whoever did. */
export interface CalendarChange {
  readonly n: number;
  /** The decree it rests on; null while none is known. */
  readonly decree: string | null;
  /** False while nobody has compared the days with that decree. */
  readonly confirmed: boolean;
  /** Null where it came from files. */
  readonly reason: string | null;
  /** Null where it came from files. */
  readonly official: string | null;
  readonly at: Temporal.Instant;
}

/** A change with what its re-computation came to. */
export interface RecordedChange extends CalendarChange {
  /** Requests that were running when it began; null before. */
  readonly total: number | null;
  /** Deadlines that moved; null until it is finished. */
  readonly moved: number | null;
  readonly finishedAt: Temporal.Instant | null;
}

/** Writes down why a version was published, in the transaction that publishes it. */
export async function recordCalendarChange(
  tx: Tx,
  government: string,
  change: CalendarChange,
): Promise<void> {
  const { n, decree, confirmed, reason, official, at } = change;
  await tx
    .insertInto('calendar_change')
    .values({ government, n, decree, confirmed, reason, official, at })
    .execute();
}

/** All changes of a government's calendar that are written down, the newest first. */
export async function listCalendarChanges(tx: Tx, government: string): Promise<readonly RecordedChange[]> {
  const rows = await tx
    .selectFrom('calendar_change')
    .select(['n', 'decree', 'confirmed', 'reason', 'official', 'at', 'total', 'moved', 'finished_at'])
    .where('government', '=', government)
    .orderBy('n', 'desc')
    .execute();
  return rows.map(({ finished_at: finishedAt, ...row }) => ({ ...row, finishedAt }));
}

/** Writes a change down for a version that came from files, with the decrees that its own days name. */
export async function ensureCalendarChange(
  tx: Tx,
  catalogue: Catalogue,
  government: string,
  n: number,
): Promise<void> {
  const version = catalogue.version(government, 'calendar', 'calendar', n);
  const decree = decreesIn(catalogue, government, n).join('; ').slice(0, MOST_DECREE) || null;
  await tx
    .insertInto('calendar_change')
    .values({
      government,
      n,
      decree,
      confirmed: decree !== null,
      reason: null,
      official: null,
      at: version.publishedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const MOST_DECREE = 300;

/** The decrees of the days by which version n differs from the one before. */
function decreesIn(catalogue: Catalogue, government: string, n: number): readonly string[] {
  const versions = catalogue.versions(government, 'calendar', 'calendar');
  const [before, after] = [n - 1, n].map((one) => versions.find((version) => version.n === one)?.value);
  if (!before || !after) return [];
  const { added, changed } = diffCalendars(before, after);
  const days = [...added, ...changed.map(({ is }) => is)];
  return [...new Set(days.flatMap(({ decree }) => decree ?? []))];
}

/** Names the decrees behind all versions after one, up to another: a request may have missed more than one. */
export function decreesBehind(changes: readonly CalendarChange[], from: number, to: number): string | null {
  const own = changes.filter(({ n }) => n > from && n <= to).toSorted((one, other) => one.n - other.n);
  const named = [...new Set(own.flatMap(({ decree }) => decree ?? []))];
  return named.length === 0 ? null : named.join('; ');
}
