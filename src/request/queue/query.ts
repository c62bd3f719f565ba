/** What a queue is asked for, and what its rows say. */
import type { Channel } from '../model/entries.ts';
import type { Status } from '../model/state.ts';

/**
 * Which part of the work: `mine` waits at a position I hold; `below` waits anywhere I or the posts below me have a part;
 * `returned` waits for the applicant; `done` has ended.
 */
export type QueueName = 'mine' | 'below' | 'returned' | 'done';

/** By what a queue is narrowed; all of it must fit. */
export interface QueueFilter {
  readonly service?: string;
  /** Id of a step; steps belong to services, so it makes sense with `service`. */
  readonly step?: string;
  readonly channel?: Channel;
  /** Who has taken it up: the official who looks, nobody, or somebody else. */
  readonly holder?: Holder;
  /** Only what is past its deadline now. */
  readonly late?: boolean;
  /** Only what waits at this position, the viewer's own or one below. */
  readonly position?: string;
}

export const holders = ['me', 'nobody', 'other'] as const;
export type Holder = (typeof holders)[number];

export interface QueueQuery {
  readonly queue: QueueName;
  readonly filter?: QueueFilter;
  readonly text?: string;
  /** Where `text` is looked for: in the part asked for, or in everything the viewer may see. Default: the part. */
  readonly anywhere?: boolean;
  readonly limit: number;
  /** Cursor of the page before: what its last row gave as `cursor`. */
  readonly after?: string;
}

export interface QueueRow {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly serviceVersion: number;
  readonly status: Status;
  readonly step: string | null;
  readonly waiting: boolean;
  readonly due: Temporal.Instant | null;
  /** When the step at which it waits is due, where the standard gives it a time of its own. */
  readonly stepDue: Temporal.Instant | null;
  readonly receivedAt: Temporal.Instant;
  readonly overdue: boolean;
  readonly name: string | null;
  readonly agency: string | null;
  readonly subject: string | null;
  readonly takenBy: string | null;
  readonly takenByName: string | null;
  /** Positions whose turn it is; none while it waits for the applicant or has ended. */
  readonly waitsAt: readonly string[];
  readonly version: number;
  readonly cursor: string;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  /** Cursor for the next page, or null on the last. */
  readonly next: string | null;
  /** True where nothing was found as it was typed, and these come close to it. */
  readonly guessed: boolean;
  /** True where a search did not look at everything, because its words are too frequent: only at the newest and nearest. */
  readonly partial: boolean;
}

/** Where a page goes on: behind this deadline (text as the database writes it, `infinity` for none) and id. */
export interface Cursor {
  readonly due: string;
  readonly id: string;
}

const FIRST: Cursor = { due: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
const NEWEST: Cursor = { due: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** The cursor that came from outside; the start of the queue where it is none. */
export const readCursor = ({ after, queue }: QueueQuery): Cursor =>
  cursorFrom(after, queue === 'done' ? NEWEST : FIRST);

/** The same of a list that begins with the nearest. */
export const readNearestCursor = (after: string | undefined): Cursor => cursorFrom(after, FIRST);

function cursorFrom(after: string | undefined, start: Cursor): Cursor {
  const [due, id] = Buffer.from(after ?? '', 'base64url')
    .toString()
    .split('|');
  if (due === undefined || id === undefined || !UUID.test(id)) return start;
  const behind = due === 'infinity' ? due : findInstant(due);
  return behind === null ? start : { due: behind, id };
}

export const writeCursor = ({ due, id }: Cursor): string => Buffer.from(`${due}|${id}`).toString('base64url');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An instant in the one spelling that the database reads as well: of others it takes some and refuses some. */
function findInstant(text: string): string | null {
  try {
    const spelt = Temporal.Instant.from(text).toString();
    return /^\d{4}-/.test(spelt) ? spelt : null;
  } catch {
    return null;
  }
}
