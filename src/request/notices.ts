/** Reminders and escalations: found by index every minute, sent once, moved by whatever moves a deadline. */
import { sql } from 'kysely';
import { insertAll } from '../platform/index.ts';
import type { Database, Round, TaskHandler, Tx } from '../platform/index.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { lockRequest } from './journal.ts';
import type { LockedRequest } from './journal.ts';
import { nextNoticeAt, noticesOf, owedAt } from './model/notices.ts';
import { tellOfficials } from './tell-officials.ts';
import { Vault } from './vault.ts';

/** At most so many of a government in one round; the next round takes the rest. */
const atOnce = 500;

/** Every minute: requests of which somebody is to be reminded get a job each. */
export function noticeRound(deps: RequestDeps): Round {
  return {
    at: '* * * * *',
    run: async (database) => {
      for (const government of deps.catalogue.governmentIds()) await findNotices(deps, database, government);
    },
  };
}

async function findNotices(deps: RequestDeps, database: Database, government: string): Promise<void> {
  await database.transaction({ government }, async (tx) => {
    const rows = await tx
      .selectFrom('request')
      .select(['id', 'number'])
      .where('government', '=', government)
      .where('next_notice_at', '<=', deps.clock.now())
      .orderBy('next_notice_at')
      .limit(atOnce)
      .execute();
    const jobs = rows.map(({ id, number }) => ({
      task: 'send-notices',
      government,
      payload: { number },
      key: `notices/${id}`,
    }));
    await insertAll(tx, {}, jobs);
  });
}

/** Sends what is owed of one request and says when to look at it again. */
export function sendNoticesTask(deps: RequestDeps): TaskHandler {
  return async (payload, { government, database }) => {
    const { number } = payload as { number: string };
    await database.transaction({ government }, async (tx) => {
      const locked = await lockRequest(tx, government, number);
      if (locked) await sendOwed(tx, deps, government, locked);
    });
  };
}

async function sendOwed(tx: Tx, deps: RequestDeps, government: string, locked: LockedRequest): Promise<void> {
  const { state } = locked;
  const now = journalNow(deps.clock);
  const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
  const { calendar } = deps.catalogue.calendar(government, state.calendarVersion);
  const notices = noticesOf(service, state, calendar);
  const vault = await Vault.find(tx, deps.keys, government, locked.id);
  for (const notice of vault ? owedAt(notices, now) : []) {
    if (vault) await tellOfficials(tx, deps, { vault, service, state, now }, notice);
  }
  await sql`
    update request set next_notice_at = ${nextNoticeAt(notices, now)}::timestamptz
     where government = ${government} and id = ${locked.id}::uuid`.execute(tx);
}

/** A reminder that went out, as officials read it. */
export interface SentNotice {
  readonly rule: string;
  readonly at: Temporal.Instant;
  readonly due: Temporal.Instant;
  readonly position: string;
  /** The holder who was told; null where the post was vacant. */
  readonly name: string | null;
}

/** Reminders of a request, the newest first. */
export async function readNotices(
  tx: Tx,
  government: string,
  request: string,
): Promise<readonly SentNotice[]> {
  const { rows } = await sql<SentNotice>`
    select n.rule, n.at, n.due_at as due, n.position, o.name
      from notice n
      left join official o on o.government = n.government and o.id = n.official
     where n.government = ${government} and n.request = ${request}::uuid
     order by n.at desc, n.position
     limit 100`.execute(tx);
  return rows;
}
