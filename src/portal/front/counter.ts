/** When the counter is open, as a visitor asks it: is it open now, and until when? Pure. */
import type { Government } from '../../standard/index.ts';
import { isWorkingDay } from '../../working-time/index.ts';
import type { Lang } from '../../ui/index.ts';
import { counterIntervals } from '../../web/index.ts';
import type { CounterInterval } from '../../web/index.ts';
import type { Moment } from '../moment.ts';
import { frontWords } from '../words/front.ts';

const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

function intervalsToday(government: Government, { calendar, local }: Moment): readonly CounterInterval[] {
  if (!isWorkingDay(calendar.calendar, local.toPlainDate())) return [];
  return counterIntervals(government, local.dayOfWeek);
}

/** `09:00` as it is said: "09.00" in Indonesian. */
const clockWords = (time: string, lang: Lang): string => (lang === 'id' ? time.replace(':', '.') : time);

/** One sentence: open until, opens at, on a break, closed. */
export function counterToday(government: Government, moment: Moment, lang: Lang): string {
  const words = frontWords[lang].counter;
  const today = intervalsToday(government, moment);
  if (today.length === 0) return words.closedToday;
  const now = moment.local.toPlainTime().toString({ smallestUnit: 'minute' });
  const say = (time: string): string =>
    `${clockWords(time, lang)} ${ZONE_NAMES[moment.timeZone] ?? ''}`.trim();
  const open = today.find(({ from, to }) => from <= now && now < to);
  if (open) return words.openUntil(say(lastOf(today, open)));
  const next = today.find(({ from }) => now < from);
  if (!next) return words.closedForToday;
  return next === today[0] ? words.opensAt(say(next.from)) : words.opensAgainAt(say(next.from));
}

/** The end of the stretch an interval belongs to, intervals that touch taken together. */
function lastOf(today: readonly CounterInterval[], open: CounterInterval): string {
  const following = today.find(({ from }) => from === open.to);
  return following ? lastOf(today, following) : open.to;
}
