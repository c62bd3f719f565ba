/** What every reader of one request is given, loaded in one go. */
import type { Tx } from '../platform/index.ts';
import type { Government, Position, Text, Version } from '../standard/index.ts';
import { workingTimeBetween } from '../working-time/index.ts';
import type { DerivationStep, WorkingCalendar } from '../working-time/index.ts';
import type { RequestDeps } from './deps.ts';
import { readFiles } from './files.ts';
import type { FileView } from './files.ts';
import { readJournal } from './journal.ts';
import { deadlineOf } from './model/deadline.ts';
import type { Entry, Ref } from './model/entries.ts';
import { waitingPositions } from './model/procedure.ts';
import type { RequestState } from './model/state.ts';
import type { DeliveredProduct } from './products.ts';
import { tell } from './timeline.ts';
import type { TimelineItem } from './timeline.ts';
import { Vault } from './vault.ts';

/** What both readers see of a request. */
export interface RequestView {
  readonly id: string;
  readonly government: Government;
  readonly service: Version<'service'>;
  readonly state: RequestState;
  readonly timeZone: string;
  readonly derivation: readonly DerivationStep[];
  /** What the derivation leads to, also once the request has ended; null while the clock stands or has not begun. */
  readonly promisedBy: string | null;
  /** The working calendar that its deadline was found with. */
  readonly calendar: WorkingCalendar;
  /** Positions it waits at, with their titles. */
  readonly waiting: readonly { readonly position: string; readonly title: Text }[];
  /** Working time from now to the deadline; negative when it has passed; null while the clock stands. */
  readonly timeLeft: { readonly days: number; readonly minutes: number; readonly late: boolean } | null;
  readonly timeline: readonly TimelineItem[];
  readonly files: readonly FileView[];
  /** What the program delivered and has not been given back. */
  readonly products: readonly DeliveredProduct[];
  readonly erased: boolean;
}

export interface Loaded {
  readonly view: RequestView;
  readonly entries: readonly Entry[];
  readonly values: ReadonlyMap<string, string>;
  readonly vault: Vault | null;
}

async function readValues(tx: Tx, vault: Vault | null): Promise<ReadonlyMap<string, string>> {
  if (!vault) return new Map();
  const rows = await tx
    .selectFrom('request_value')
    .select(['id', 'sealed'])
    .where('government', '=', vault.government)
    .where('request', '=', vault.request)
    .where('kind', '!=', 'contact')
    .execute();
  return new Map(rows.map((row) => [row.id, vault.open(row.id, row.sealed).toString()]));
}

const titleIn =
  (positions: readonly Position[]) =>
  (id: string): Text =>
    positions.find((position) => position.id === id)?.title ?? { id, en: id };

/** Reads the journal, values and files of a request inside a transaction of its government. */
export async function loadView(
  tx: Tx,
  deps: RequestDeps,
  government: string,
  row: { readonly id: string; readonly state: RequestState },
  audience: 'applicant' | 'official',
): Promise<Loaded> {
  const { state } = row;
  const service = deps.catalogue.service(government, state.service, state.serviceVersion);
  const calendar = deps.catalogue.calendar(government, state.calendarVersion);
  const vault = await Vault.find(tx, deps.keys, government, row.id);
  const entries = await readJournal(tx, government, row.id);
  const values = await readValues(tx, vault);
  const title = titleIn(deps.catalogue.organisation(government).positions);
  const words = (ref: Ref): string | null => values.get(ref.value) ?? null;
  const now = deps.clock.now();
  const deadline = deadlineOf(service.value, state, calendar.calendar);
  return {
    entries,
    values,
    vault,
    view: {
      id: row.id,
      government: deps.catalogue.government(government),
      service,
      state,
      timeZone: calendar.file.timeZone,
      derivation: deadline?.derivation ?? [],
      promisedBy: deadline?.due ?? null,
      calendar: calendar.calendar,
      waiting: waitingPositions(service.value, state).map((position) => ({
        position,
        title: title(position),
      })),
      timeLeft:
        state.due === null ? null : timeLeft(calendar.calendar, now, Temporal.Instant.from(state.due)),
      timeline: tell(entries, {
        service: service.value,
        audience,
        timeZone: calendar.file.timeZone,
        positionTitle: title,
        productTitle: (kind) => deps.products.titleOf(kind),
        words,
      }),
      files: await readFiles(tx, vault),
      products: productsOf(deps, state, values),
      erased: vault === null,
    },
  };
}

function productsOf(
  { products }: RequestDeps,
  { deliveries = [] }: RequestState,
  values: ReadonlyMap<string, string>,
): readonly DeliveredProduct[] {
  return deliveries
    .filter(({ status }) => status === 'delivered' || status === 'withdrawing')
    .flatMap(({ evidence }) => evidence)
    .flatMap((item) => {
      const kept = item.type === 'product' ? values.get(item.value.value) : undefined;
      if (item.type !== 'product' || kept === undefined) return [];
      return products.describe(item.delivery, item.kind, JSON.parse(kept)) ?? [];
    });
}

function timeLeft(
  calendar: Parameters<typeof workingTimeBetween>[0],
  now: Temporal.Instant,
  due: Temporal.Instant,
): RequestView['timeLeft'] {
  const late = Temporal.Instant.compare(now, due) > 0;
  const [from, to] = late ? [due, now] : [now, due];
  return { ...workingTimeBetween(calendar, from.toString(), to.toString()), late };
}
