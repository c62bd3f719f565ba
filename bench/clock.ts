/**
 * How fast the clock is, against its goals, and beside what others count working time with, in the same run:
 * `npm run bench:clock`. A rate is per second of one core, by the time the process spent computing, the best of some
 * rounds, so that what else the machine does changes it little.
 */
import { Readable, Writable } from 'node:stream';
import { run as deadline } from '../src/cli/deadline.ts';
import { compileCalendar, computeDeadline, computeDue, dueSeconds } from '../src/working-time/index.ts';
import type { WorkingCalendar } from '../src/working-time/index.ts';
import { dayjsCounter, momentCounter } from './clock-others.ts';
import type { Counter } from './clock-others.ts';
import { calendar, CALENDAR_PATH, calendarFile, chances, questions } from './clock-questions.ts';
import type { ClockQuestion } from './clock-questions.ts';

// Read by dayjs and moment whenever they look at a date; our clock asks nobody for the zone.
process.env['TZ'] = 'Asia/Jakarta';

const ROUNDS = 5;

/** Seconds that the process spent computing. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** How often a second of one core does it; `times` tells how often one call does it. */
async function ratePerSecond(times: number, work: () => unknown): Promise<number> {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cpuSeconds();
    await work();
    best = Math.max(best, times / (cpuSeconds() - before));
  }
  return best;
}

const figure = (n: number): string => Math.round(n).toLocaleString('en').padStart(12);

function printGoal(name: string, rate: number, goal: number): void {
  const said = rate >= goal ? 'held' : 'MISSED';
  console.log(`${name.padEnd(52)}${figure(rate)} /s   goal ≥ ${goal.toLocaleString('en')}: ${said}`);
  if (rate < goal) process.exitCode = 1;
}

/** Keeps what is computed from being computed away. */
let sink = 0;

/** A call that asks the questions, over and over, `times` in all. */
const asking =
  (times: number, asked: readonly ClockQuestion[], ask: (question: ClockQuestion) => number) => () => {
    for (let i = 0; i < times; i += asked.length) for (const question of asked) sink += ask(question);
  };

async function benchOwn(own: WorkingCalendar, asked: readonly ClockQuestion[]): Promise<void> {
  const numbers = asking(3_000_000, asked, ({ promise, seconds }) => dueSeconds(own, promise, seconds));
  printGoal('instants to instants', await ratePerSecond(3_000_000, numbers), 3_000_000);
  const texts = asking(400_000, asked, (question) => {
    const answer = computeDue(own, question);
    return answer.ok ? (answer.value.due?.length ?? 0) : Number.NaN;
  });
  printGoal('ISO text to ISO text', await ratePerSecond(400_000, texts), 400_000);
  const told = asking(100_000, asked, (question) => {
    const answer = computeDeadline(own, question);
    return answer.ok ? answer.value.derivation.length : Number.NaN;
  });
  printGoal('ISO text to ISO text, with derivation', await ratePerSecond(100_000, told), 50_000);
}

/** Lines through `pendopo deadline --batch`: JSON read, answered and written, in pieces as a pipe brings them. */
async function benchBatch(asked: readonly ClockQuestion[]): Promise<void> {
  const lines = asked.map(({ received, promise }, i) =>
    JSON.stringify({ id: `r${i}`, calendar: CALENDAR_PATH, received, promise, pauses: [] }),
  );
  const input = Buffer.from(`${lines.join('\n')}\n`.repeat(20));
  const count = lines.length * 20;
  const piece = 1 << 16;
  const rate = await ratePerSecond(count, async () => {
    let answered = 0;
    const stdout = new Writable({
      write(chunk: Buffer, _encoding, done) {
        for (const byte of chunk) if (byte === 10) answered += 1;
        done();
      },
    });
    const pieces = Array.from({ length: Math.ceil(input.length / piece) }, (_, i) =>
      input.subarray(i * piece, (i + 1) * piece),
    );
    const { readFile } = await import('node:fs/promises');
    await deadline(['--batch'], {
      stdin: Readable.from(pieces),
      stdout,
      stderr: process.stderr,
      readFile: (path) => readFile(new URL(`../${path}`, import.meta.url), 'utf8'),
    });
    if (answered !== count) throw new Error(`${answered} answers to ${count} lines`);
  });
  printGoal('lines through deadline --batch', rate, 100_000);
}

/** What a calendar costs that is kept ready: an installation may hold those of five hundred governments. */
async function benchCompiling(): Promise<void> {
  const file = calendarFile();
  const count = 500;
  let kept: WorkingCalendar[] = [];
  const rate = await ratePerSecond(count, () => {
    kept = Array.from({ length: count }, () => compileCalendar(file));
  });
  const bytesOf = ({ planOfDay, table }: WorkingCalendar): number =>
    [planOfDay, table.rankOfDay, table.dayOfRank, table.secondsBefore].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  const tables = kept.reduce((sum, own) => sum + bytesOf(own), 0);
  const milliseconds = (1000 / rate).toFixed(2);
  console.log(
    `\na calendar of three years: compiled in ${milliseconds} ms, tables of ${(tables / count / 1024).toFixed(0)} KiB`,
  );
}

interface Compared {
  readonly instant: number;
  readonly days: number;
  readonly minutes: number;
}

/** Starts all over 2026, most of them outside working hours: half ask for days, half for minutes. */
function comparedQuestions(count: number): readonly Compared[] {
  const chance = chances(7);
  const upTo = (most: number): number => Math.floor(chance() * most);
  return questions(count).map(({ seconds }, i) => {
    const instant = seconds * 1000;
    return i % 2 === 0
      ? { instant, days: 1 + upTo(60), minutes: 0 }
      : { instant, days: 0, minutes: 1 + upTo(2400) };
  });
}

/** Our clock behind the same face as the others. */
function ownCounter(own: WorkingCalendar): Counter {
  const nothing = { basis: 'working', months: 0, days: 0, hours: 0, minutes: 0 } as const;
  return {
    name: 'pendopo/working-time',
    plusDays: (instant, days) => dueSeconds(own, { ...nothing, days }, instant / 1000) * 1000,
    plusMinutes: (instant, minutes) => dueSeconds(own, { ...nothing, minutes }, instant / 1000) * 1000,
  };
}

/** What is compared. Of days the date, since the others have no close of the day; of minutes the instant. */
function answersOf(counter: Counter, asked: readonly Compared[]): readonly number[] {
  return asked.map(({ instant, days, minutes }) =>
    days > 0
      ? Math.floor((counter.plusDays(instant, days) / 1000 + 7 * 3600) / 86_400)
      : counter.plusMinutes(instant, minutes),
  );
}

async function benchOthers(): Promise<void> {
  const file = { ...calendarFile(), regimes: [] };
  const asked = comparedQuestions(1000);
  const [own, real] = [ownCounter(compileCalendar(file)), ownCounter(calendar())];
  const right = answersOf(own, asked);
  const rightInReal = answersOf(real, asked);
  console.log(
    `\n${asked.length} questions of working days or working minutes; one week, holidays, no regimes:`,
  );
  for (const counter of [own, dayjsCounter(file), momentCounter(file)]) {
    const times = counter === own ? 200 : 1;
    let answers: readonly number[] = [];
    const rate = await ratePerSecond(asked.length * times, () => {
      for (let i = 0; i < times; i += 1) answers = answersOf(counter, asked);
    });
    const wrong = answers.filter((answer, i) => answer !== right[i]).length;
    const wrongInReal = answers.filter((answer, i) => answer !== rightInReal[i]).length;
    const rest =
      counter === own ? '' : `; ${wrongInReal} where Ramadan's hours count, which it cannot be told`;
    console.log(`${counter.name.padEnd(52)}${figure(rate)} /s   wrong: ${wrong}${rest}`);
  }
}

const own = calendar();
const asked = questions(8192);
await benchOwn(own, asked);
await benchBatch(asked);
await benchCompiling();
await benchOthers();
if (sink === 0) throw new Error('nothing was computed');
