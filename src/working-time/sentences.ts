import { describeSeconds } from './describe-promise.ts';
import { formatDate, formatRunDates, formatRunDays } from './format.ts';
import type { DayRun, DerivationStep, Lang, Portion } from './types.ts';

export type StepKind = DerivationStep['kind'];
export type StepOf<K extends StepKind> = Extract<DerivationStep, { readonly kind: K }>;

/** One sentence (or a few) for each kind of step, in one language. */
export type Sentences = { readonly [K in StepKind]: (step: StepOf<K>) => string };

/** Runs of days off that are told one by one; more are told by their number, first and last. */
const MOST_RUNS = 4;

/** Runs told together, because they fall on the same weekdays: "Sabtu–Minggu" → their dates. */
export interface RunGroup {
  readonly weekdays: string;
  readonly dates: readonly string[];
  readonly isLong: boolean;
}

export function groupRuns(runs: readonly DayRun[], lang: Lang): readonly RunGroup[] {
  const groups = new Map<string, string[]>();
  for (const run of runs) {
    const weekdays = formatRunDays(run, lang);
    groups.set(weekdays, [...(groups.get(weekdays) ?? []), formatRunDates(run, lang)]);
  }
  return [...groups].map(([weekdays, dates]) => ({ weekdays, dates, isLong: dates.length > MOST_RUNS }));
}

/** "(Senin, 3 Agustus 2026: 1 jam; Selasa, …: 30 menit)", where the time lies on more than one day. */
export function tellPortions(portions: readonly Portion[] | null, lang: Lang): string {
  if (!portions || portions.length < 2) return '';
  const told = portions.map(
    ({ date, seconds }) => `${formatDate(date, lang)}: ${describeSeconds(seconds, lang)}`,
  );
  return ` (${told.join('; ')})`;
}
