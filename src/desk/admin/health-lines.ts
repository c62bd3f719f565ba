/** How each part of the system stands, in words, and whether somebody must act. Pure. */
import { formatFileSize, formatNumber } from '../../ui/index.ts';
import type { Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { Health } from './health.ts';
import { healthWords } from './health-words.ts';

/** `soon`: to be watched; `late`: somebody must act. */
export type HealthState = 'ok' | 'soon' | 'late';

export interface HealthLine {
  readonly term: string;
  readonly value: string;
  readonly state: HealthState;
  /** Where something can be done about it. */
  readonly href?: string;
}

/** Beyond this the two clocks tell different minutes. */
const SKEW_SECONDS = 5;
const WRONG_SKEW_SECONDS = 60;
const WAITS_LONG_MINUTES = 10;
const HOURLY_MISSED_MINUTES = 95;
const LITTLE_ROOM = 0.1;
const NO_ROOM = 0.03;
/** A hundred uploads of the largest kind. */
const LEAST_ROOM_BYTES = 1_000_000_000;
const BACKUP_OLD_DAYS = 400;

interface Saying {
  readonly lang: Lang;
  readonly timeZone: string;
}

/** All parts, in the order in which one would look at them. */
export function healthLines(health: Health, saying: Saying): readonly HealthLine[] {
  return [
    databaseLine(health, saying),
    skewLine(health, saying),
    workerLine(health, saying),
    backlogLine(health, saying),
    failedLine(health, saying),
    mailLine(health, saying),
    diskLine(health, saying),
    checkpointLine(health, saying),
    verifiedLine(health, saying),
    keyLine(health, saying),
    ...programLines(health, saying),
  ];
}

type Line = (health: Health, saying: Saying) => HealthLine;

const said = (instant: Temporal.Instant, { timeZone, lang }: Saying): string =>
  formatInstant(instant, timeZone, lang);

const minutesSince = (health: Health, instant: Temporal.Instant): number =>
  instant.until(health.now).total('minutes');

const databaseLine: Line = ({ database }, { lang }) => ({
  term: healthWords[lang].database,
  value: healthWords[lang].databaseIs(database.version, formatFileSize(database.bytes, lang)),
  state: 'ok',
});

const skewLine: Line = ({ database, now }, { lang }) => {
  const words = healthWords[lang];
  const seconds = Math.round(Math.abs(now.until(database.clock).total('seconds')));
  if (seconds < SKEW_SECONDS) return { term: words.skew, value: words.skewNone, state: 'ok' };
  const state = seconds < WRONG_SKEW_SECONDS ? 'soon' : 'late';
  return { term: words.skew, value: words.skewIs(formatNumber(seconds, lang)), state };
};

const workerLine: Line = ({ workers }, { lang }) => {
  const words = healthWords[lang];
  return workers > 0
    ? { term: words.worker, value: words.workerRuns(workers), state: 'ok' }
    : { term: words.worker, value: words.workerStopped, state: 'late' };
};

const backlogLine: Line = (health, saying) => {
  const { waiting, oldest } = health.backlog;
  const words = healthWords[saying.lang];
  if (waiting === 0 || !oldest) return { term: words.backlog, value: words.backlogNone, state: 'ok' };
  const state = minutesSince(health, oldest) > WAITS_LONG_MINUTES ? 'late' : 'ok';
  return { term: words.backlog, value: words.backlogIs(waiting, said(oldest, saying)), state };
};

const failedLine: Line = ({ failedJobs }, { lang }) => {
  const words = healthWords[lang];
  return failedJobs === 0
    ? { term: words.failed, value: words.failedNone, state: 'ok' }
    : {
        term: words.failed,
        value: words.failedIs(failedJobs),
        state: 'late',
        href: '/meja/kelola/pekerjaan',
      };
};

const mailLine: Line = (health, saying) => {
  const { waiting, failed, oldest } = health.outbox;
  const words = healthWords[saying.lang];
  if (!health.mailLeaves) return { term: words.mail, value: words.mailKept, state: 'soon' };
  const count = (value: number): string => formatNumber(value, saying.lang);
  const parts = [
    ...(waiting > 0 && oldest ? [words.mailWaits(count(waiting), said(oldest, saying))] : []),
    ...(failed > 0 ? [words.mailFailed(count(failed))] : []),
  ];
  if (parts.length === 0) return { term: words.mail, value: words.mailNone, state: 'ok' };
  const stuck = oldest !== null && minutesSince(health, oldest) > WAITS_LONG_MINUTES;
  return { term: words.mail, value: parts.join('; '), state: stuck ? 'late' : 'soon' };
};

const diskLine: Line = ({ disk: { free, all } }, { lang }) => {
  const words = healthWords[lang];
  const value = words.diskOf(formatFileSize(free, lang), formatFileSize(all, lang));
  const none = free < LEAST_ROOM_BYTES || free < all * NO_ROOM;
  if (!none && free >= all * LITTLE_ROOM) return { term: words.disk, value, state: 'ok' };
  return { term: words.disk, value: `${value}. ${words.diskLow}`, state: none ? 'late' : 'soon' };
};

const checkpointLine: Line = (health, saying) => {
  const words = healthWords[saying.lang];
  const standing = health.checkpoints;
  if (!standing) return { term: words.checkpoint, value: words.checkpointNone, state: 'soon' };
  const { taken, outside, last } = standing;
  const value = words.checkpointIs(said(last, saying), taken);
  if (outside >= taken) return { term: words.checkpoint, value, state: 'ok' };
  // The copy outside is written right after the row; a moment between the two is no loss.
  const lost = minutesSince(health, last) > HOURLY_MISSED_MINUTES || taken - outside > 1;
  const note = words.checkpointOutside(outside, taken);
  return { term: words.checkpoint, value: `${value}; ${note}`, state: lost ? 'late' : 'soon' };
};

const verifiedLine: Line = ({ verified }, saying) => {
  const words = healthWords[saying.lang];
  if (!verified) return { term: words.verified, value: words.verifiedNever, state: 'soon' };
  const when = said(verified.at, saying);
  return verified.findings === 0
    ? { term: words.verified, value: words.verifiedIs(when), state: 'ok' }
    : { term: words.verified, value: words.verifiedWrong(verified.findings, when), state: 'late' };
};

const keyLine: Line = (health, saying) => {
  const words = healthWords[saying.lang];
  if (!health.keyBackup) return { term: words.key, value: words.keyNever, state: 'late' };
  const old = minutesSince(health, health.keyBackup) > BACKUP_OLD_DAYS * 24 * 60;
  return { term: words.key, value: words.keyIs(said(health.keyBackup, saying)), state: old ? 'soon' : 'ok' };
};

function programLines({ program, definitions }: Health, saying: Saying): readonly HealthLine[] {
  const words = healthWords[saying.lang];
  return [
    { term: words.program, value: words.programIs(program.version, program.node), state: 'ok' },
    { term: words.started, value: said(program.started, saying), state: 'ok' },
    { term: words.definitions, value: String(definitions), state: 'ok' },
  ];
}
