/** Tells owners that a product ends: found by index every hour, each notice sent once whatever happens. */
import { sql } from 'kysely';
import { enqueue } from '../../platform/index.ts';
import type { Database, Round, TaskHandler, Tx } from '../../platform/index.ts';
import { tellOfEnding, todayIn, Vault } from '../../request/index.ts';
import type { RequestDeps } from '../../request/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';
import type { DeliveredWords } from '../contract.ts';
import type { ProductDeps } from '../delivering/deps.ts';
import { ENDING_WITHIN, NOTICE_DAYS, owedNotice } from './notices.ts';
import { notRenewed } from './renewed.ts';

/** The task that sends what is owed of one delivery. */
export const TELL_ENDING = 'tell-ending';

export interface EndingDeps extends ProductDeps {
  readonly request: RequestDeps;
}

/** At most so many of a government in one round; the next round takes the rest. */
const atOnce = 200;

/** Once an hour, so that a day on which the program stood still for a while is not without its notices. */
export function endingRound(deps: EndingDeps): Round {
  return {
    at: '17 * * * *',
    run: async (database) => {
      for (const government of deps.catalogue.governmentIds()) await findEnding(deps, database, government);
    },
  };
}

/** By index, and by the rules of `owedNotice`, so that nothing is found that owes nothing; the task judges again. */
async function findEnding(deps: EndingDeps, database: Database, government: string): Promise<void> {
  const today = todayIn(deps.catalogue, government, deps.clock.now());
  const [far, near, last] = NOTICE_DAYS;
  const { timeZone } = deps.catalogue.calendar(government).file;
  await database.transaction({ government }, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select d.id
        from delivery d
        join request r on r.government = d.government and r.id = d.request and r.erased_at is null
       cross join lateral (
         select case when d.ends_on - ${today}::date <= ${last}::int then ${last}::int
                     when d.ends_on - ${today}::date <= ${near}::int then ${near}::int
                     else ${far}::int end as days) due
       where d.government = ${government} and d.state in ('delivered', 'by-hand')
         and d.ends_on between ${today}::date and ${today.add({ days: ENDING_WITHIN })}::date
         and d.ends_on - due.days > (d.ordered_at at time zone ${timeZone})::date
         and ${notRenewed}
         and not exists (
           select from ending_notice n
            where n.government = d.government and n.delivery = d.id and n.ends_on = d.ends_on
              and n.days_before <= due.days)
       order by d.ends_on limit ${atOnce}`.execute(tx);
    for (const { id } of rows)
      await enqueue(tx, { task: TELL_ENDING, government, payload: { delivery: id }, key: `ending/${id}` });
  });
}

/** Sends the notice that is owed of one delivery, if any: message and record in one transaction. */
export function tellEndingTask(deps: EndingDeps): TaskHandler {
  return async (payload, { government, database }) => {
    const { delivery } = payload as { delivery: string };
    await database.transaction({ government }, (tx) => tellOwed(tx, deps, government, delivery));
  };
}

interface EndingRow {
  readonly id: string;
  readonly request: string;
  readonly number: string;
  readonly kind: string;
  readonly evidence: string | null;
  readonly ends_on: Temporal.PlainDate | null;
  readonly ordered_at: Temporal.Instant;
}

/** Locked: of two workers the second waits, and then finds the notice of the first. */
const lockEnding = (tx: Tx, government: string, id: string): Promise<EndingRow | undefined> =>
  tx
    .selectFrom('delivery as d')
    .select(['id', 'request', 'number', 'kind', 'evidence', 'ends_on', 'ordered_at'])
    .where('government', '=', government)
    .where('id', '=', id)
    .where('state', 'in', ['delivered', 'by-hand'])
    .where(notRenewed)
    .forUpdate()
    .executeTakeFirst();

async function tellOwed(tx: Tx, deps: EndingDeps, government: string, id: string): Promise<void> {
  const row = await lockEnding(tx, government, id);
  if (!row?.ends_on) return;
  const now = deps.clock.now();
  const today = todayIn(deps.catalogue, government, now);
  const since = todayIn(deps.catalogue, government, row.ordered_at);
  const sent = await readSent(tx, government, row.id, row.ends_on);
  const owed = owedNotice({ endsOn: row.ends_on, since, sent }, today);
  const words = owed && (await wordsOf(tx, deps, government, row));
  if (!owed || !words) return;
  const told = await tellOfEnding(tx, deps.request, {
    government,
    number: row.number,
    product: words.title,
    advice: words.end,
    endsOn: row.ends_on,
    daysLeft: today.until(row.ends_on, { largestUnit: 'days' }).days,
  });
  await tx
    .insertInto('ending_notice')
    .values({ government, delivery: id, ends_on: row.ends_on, days_before: owed.daysBefore, told, at: now })
    .execute();
}

async function readSent(
  tx: Tx,
  government: string,
  delivery: string,
  endsOn: Temporal.PlainDate,
): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('ending_notice')
    .select('days_before')
    .where('government', '=', government)
    .where('delivery', '=', delivery)
    .where('ends_on', '=', endsOn)
    .execute();
  return rows.map(({ days_before }) => days_before);
}

/** What its kind says of it; null after erasure, and of a kind that the program no longer knows. */
async function wordsOf(
  tx: Tx,
  { kinds, keys }: EndingDeps,
  government: string,
  row: EndingRow,
): Promise<(Pick<DeliveredWords, 'end'> & { title: { id: string; en: string } }) | null> {
  const kind = kinds[row.kind as DeliveryKind]?.kind;
  const vault = await Vault.find(tx, keys, government, row.request);
  if (!kind || !vault || row.evidence === null) return null;
  const value = await tx
    .selectFrom('request_value')
    .select('sealed')
    .where('government', '=', government)
    .where('request', '=', row.request)
    .where('id', '=', row.evidence)
    .executeTakeFirst();
  const evidence = value && kind.evidence.safeParse(openJson(vault, row.evidence, value.sealed));
  return evidence?.success ? { title: kind.title, end: kind.describeEvidence(evidence.data).end } : null;
}

const openJson = (vault: Vault, id: string, sealed: Buffer): unknown =>
  JSON.parse(vault.open(id, sealed).toString());
