/** What becomes of a request, drawn before it is told: how fast, how often it goes back, how it ends. Pure. */
import type { Random } from './random.ts';

export interface Story {
  /** Working time spent over the time promised: above 1 the promise is broken. */
  readonly pace: number;
  /** How often something is found missing. */
  readonly returns: 0 | 1 | 2;
  /** Whether the applicant brings what was missing, and after how many days. */
  readonly answersAfterDays: number | null;
  readonly end: 'product' | 'refusal' | 'withdrawal';
  /** Whether officials take it up before they make their step. */
  readonly takenUp: boolean;
  readonly remark: 'internal' | 'applicant' | null;
}

/** Shares of a plausible office; figures are parts of one. */
const SHARES = {
  late: 0.11,
  forgotten: 0.02,
  returned: 0.13,
  returnedTwice: 0.02,
  unanswered: 0.1,
  refused: 0.07,
  withdrawn: 0.03,
  takenUp: 0.6,
  remarked: 0.12,
} as const;

export function drawStory(random: Random): Story {
  return {
    pace: paceOf(random),
    returns: random.chance(SHARES.returned) ? 1 : random.chance(SHARES.returnedTwice) ? 2 : 0,
    answersAfterDays: random.chance(SHARES.unanswered) ? null : 2.5 * random.spread(0.9),
    end: random.chance(SHARES.refused)
      ? 'refusal'
      : random.chance(SHARES.withdrawn)
        ? 'withdrawal'
        : 'product',
    takenUp: random.chance(SHARES.takenUp),
    remark: random.chance(SHARES.remarked) ? (random.chance(0.6) ? 'internal' : 'applicant') : null,
  };
}

function paceOf(random: Random): number {
  if (random.chance(SHARES.forgotten)) return 3 + 9 * random.next();
  if (random.chance(SHARES.late)) return 1.05 + random.next();
  return 0.15 + 0.75 * random.next();
}
