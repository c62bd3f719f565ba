/**
 * Some hundred running requests put on a new calendar in one transaction: the same rules and the same chain as for one
 * act, written by a few statements for all of them.
 */
import { insertAll, updateAll } from '../../platform/index.ts';
import type { RowsByTable, Tx } from '../../platform/index.ts';
import { clockColumns } from '../clock-columns.ts';
import type { ClockColumns } from '../clock-columns.ts';
import { journalNow } from '../deps.ts';
import type { RequestDeps } from '../deps.ts';
import { messagesTo } from '../effects.ts';
import { stateColumns } from '../journal.ts';
import { jobsToSend } from '../outgoing.ts';
import type { MessageRow } from '../outgoing.ts';
import { putAside, sortOut } from './aside.ts';
import { recomputed } from './one.ts';
import type { Aim, Recomputed } from './one.ts';
import { openContact, readContacts, readIdentities, recipientOf } from './recipients.ts';
import type { OpenedContact } from './recipients.ts';
import { lockNext, moveInQueues } from './running.ts';
import type { Cursor } from './running.ts';

/** A request with the address of its applicant, where the deadline moved and there is one. */
interface Addressed extends Recomputed {
  readonly clock: ClockColumns;
  readonly contact: OpenedContact | null;
}

/** A request as it will be written, with what its applicant is told. */
interface Prepared extends Addressed {
  readonly messages: readonly MessageRow[];
}

/** Puts the next requests on the calendar. Gives where to go on from, or null when none was found. */
export async function recomputeBatch(
  tx: Tx,
  deps: RequestDeps,
  aim: Aim,
  after: Cursor,
): Promise<Cursor | null> {
  const rows = await lockNext(tx, aim, after);
  const last = rows.at(-1);
  if (last === undefined) return null;
  const { government } = aim;
  const now = journalNow(deps.clock);
  const sealed = await readContacts(
    tx,
    government,
    rows.map(({ id }) => id),
  );
  const computed = sortOut(
    rows,
    (row) => row,
    (row): Addressed => {
      const one = recomputed(deps, aim, row, now);
      const own = one.isMoved ? sealed.get(row.id) : undefined;
      const clock = clockColumns(deps, one.service, one.extended.state, now);
      return { ...one, clock, contact: own ? openContact(deps.keys, government, own) : null };
    },
  );
  const hidden = computed.done.flatMap(({ contact }) => (contact?.contact.hidden ? contact.vault : []));
  const identities = await readIdentities(tx, hidden, now);
  const prepared = sortOut(
    computed.done,
    ({ row }) => row,
    (one): Prepared => {
      const { service, extended, contact } = one;
      if (!contact) return { ...one, messages: [] };
      const recipient = recipientOf(contact, identities);
      return {
        ...one,
        messages: messagesTo(recipient, deps, { vault: contact.vault, service, extended, now }),
      };
    },
  );
  await write(tx, deps, aim, prepared.done);
  await putAside(tx, aim, [...computed.aside, ...prepared.aside], now);
  return { calendarVersion: last.calendar_version, id: last.id };
}

/** The statements travel together; none needs the answer of another. */
async function write(tx: Tx, deps: RequestDeps, aim: Aim, done: readonly Prepared[]): Promise<void> {
  const moved = done.filter(({ isMoved }) => isMoved);
  const messages = moved.flatMap((one) => one.messages);
  const rows: RowsByTable = {
    journal: done.flatMap(({ extended }) => extended.rows),
    calendar_move: moved.map((one) => moveRow(aim, one)),
    message: messages,
  };
  await Promise.all([
    updateAll(tx, 'request', aim.government, done.map(columnsOf)),
    moveInQueues(
      tx,
      aim.government,
      moved.map(({ row, extended }) => ({ id: row.id, due: extended.state.due })),
    ),
    insertAll(tx, rows, jobsToSend(deps, messages)),
  ]);
}

const columnsOf = ({ row, extended, clock }: Prepared) => ({
  id: row.id,
  ...stateColumns(extended),
  ...clock,
  // Marked once and for all, unless the calendar put right says that the promise was not broken.
  overdue_at: extended.state.overdue ? row.overdue_at : null,
});

const moveRow = ({ government, n, round }: Aim, { row, extended }: Prepared) => ({
  government,
  n,
  request: row.id,
  due_was: instantOf(row.state.due),
  due_is: instantOf(extended.state.due),
  round,
});

const instantOf = (iso: string | null): Temporal.Instant | null =>
  iso === null ? null : Temporal.Instant.from(iso);
