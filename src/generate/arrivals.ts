/** When requests of a year arrive, through which door, and for which service. Pure. */
import type { Service } from '../standard/index.ts';
import { runningPromise } from '../request/index.ts';
import { isWorkingDay, isWorkingInstant } from '../working-time/index.ts';
import type { WorkingCalendar } from '../working-time/index.ts';
import { randomOf, weighing } from './random.ts';
import type { Random } from './random.ts';

/** One request to come: what it will tell is drawn from `place`, whatever became of those before it. */
export interface Arrival {
  readonly place: number;
  readonly government: string;
  readonly service: string;
  readonly channel: 'portal' | 'counter' | 'letter';
  readonly at: Temporal.Instant;
}

/** Everything arrivals of one government are drawn from. */
export interface ArrivalGround {
  readonly government: string;
  readonly services: readonly Service[];
  readonly calendar: WorkingCalendar;
  /** The last moment of the year that is told. */
  readonly until: Temporal.Instant;
}

const DAYS = 365;
/** On days on which the office is closed people still write from home, but fewer. */
const CLOSED_DAY_SHARE = 0.12;

/** Weight of each hour of the day: at the office's doors, and from home. */
const OFFICE_HOURS = [0, 0, 0, 0, 0, 0, 0, 4, 9, 12, 11, 7, 3, 8, 6, 3, 1, 0, 0, 0, 0, 0, 0, 0] as const;
const HOME_HOURS = [
  1, 0.5, 0.3, 0.2, 0.3, 0.8, 2, 4, 8, 10, 9, 6, 5, 6, 6, 5, 4, 3, 4, 6, 7, 5, 3, 2,
] as const;

/** Share of the portal where files have to be brought, and where nothing has to. */
const PORTAL_SHARE = { files: 0.1, none: 0.8 } as const;

const bringsFiles = ({ requirements }: Service): boolean =>
  requirements.some(({ bring, required }) => bring === 'file' && required);

/** Short promises are asked for often, long ones seldom: the fourth root keeps both in the picture. */
function weightOf(service: Service): number {
  const { months, days, hours, minutes } = runningPromise(service);
  const promised = ((months * 21 + days) * 8 + hours) * 60 + minutes;
  return Math.max(1, promised) ** -0.25;
}

/** The arrivals of one government by time; places count from `firstPlace`. Nothing arrives after `until`. */
export function arrivalsOf(
  ground: ArrivalGround,
  count: number,
  seed: number,
  firstPlace: number,
): readonly Arrival[] {
  const draw = drawerOf(ground);
  const drawn = Array.from({ length: count }, (_, index) => draw(randomOf(seed, firstPlace + index)));
  return drawn
    .sort((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds)
    .map((arrival, index) => ({ ...arrival, place: firstPlace + index }));
}

function drawerOf({
  government,
  services,
  calendar,
  until,
}: ArrivalGround): (random: Random) => Omit<Arrival, 'place'> {
  const lastDay = until.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  const days = Array.from({ length: DAYS }, (_, ago) => lastDay.subtract({ days: DAYS - 1 - ago }));
  const pickDay = weighing(days.map((day) => (isWorkingDay(calendar, day) ? 1 : CLOSED_DAY_SHARE)));
  const pickService = weighing(services.map(weightOf));
  const pickHour = { office: weighing(OFFICE_HOURS), home: weighing(HOME_HOURS) };
  const momentOf = (random: Random, door: 'office' | 'home'): Temporal.Instant => {
    const day = days[pickDay(random)] ?? lastDay;
    const time = {
      hour: pickHour[door](random),
      minute: random.between(0, 59),
      second: random.between(0, 59),
    };
    return day
      .toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant();
  };
  const fits = (at: Temporal.Instant, door: 'office' | 'home'): boolean =>
    Temporal.Instant.compare(at, until) < 0 && (door === 'home' || isWorkingInstant(calendar, at));
  return (random) => {
    const service = services[pickService(random)] ?? services[0];
    if (!service) throw new RangeError(`${government} offers no service`);
    const fromHome =
      random.chance(bringsFiles(service) ? PORTAL_SHARE.files : PORTAL_SHARE.none) && !service.atCounter;
    const door = fromHome ? 'home' : 'office';
    let at = momentOf(random, door);
    while (!fits(at, door)) at = momentOf(random, door);
    const channel = fromHome ? 'portal' : random.chance(0.6) || service.atCounter ? 'counter' : 'letter';
    return { government, service: service.id, channel, at };
  };
}
