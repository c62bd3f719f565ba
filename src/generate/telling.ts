/** Tells one life to its end, or as far as it has come by the last moment that is told. */
import {
  chartFor,
  stepFor,
  isEnded,
  outcomesOf,
  runningPromise,
  waitingPositions,
} from '../request/index.ts';
import type { Life, LifeAct, RequestDeps } from '../request/index.ts';
import type { Standing } from '../people/index.ts';
import type { Organisation, Step } from '../standard/index.ts';
import { computeDue, workingTimeBetween } from '../working-time/index.ts';
import type { WorkingCalendar } from '../working-time/index.ts';
import { commentCommand, refuseCommand, resubmitCommand, returnCommand, stepCommand } from './acts.ts';
import type { ActGround } from './acts.ts';
import type { Posts } from './posts.ts';
import type { Random } from './random.ts';
import { drawStory } from './story.ts';
import type { Story } from './story.ts';

/** What all lives of a government share. */
export interface Stage {
  readonly deps: RequestDeps;
  readonly posts: Posts;
  readonly calendar: WorkingCalendar;
  readonly organisation: Organisation;
  /** The last moment that is told; nothing is written down as having happened after it. */
  readonly until: Temporal.Instant;
}

type Instant = Temporal.Instant;
const isBefore = (one: Instant, other: Instant): boolean => Temporal.Instant.compare(one, other) < 0;

const MINUTES_A_DAY = 24 * 60;

/** Tells what becomes of a request that has just been submitted. */
export async function tellLife(stage: Stage, life: Life, random: Random): Promise<void> {
  await new Telling(stage, life, random).tell();
}

class Telling {
  readonly #stage: Stage;
  readonly #life: Life;
  readonly #random: Random;
  readonly #story: Story;
  readonly #minutesAStep: number;
  #returnsLeft: number;
  #now: Instant;

  constructor(stage: Stage, life: Life, random: Random) {
    this.#stage = stage;
    this.#life = life;
    this.#random = random;
    this.#story = drawStory(random);
    this.#returnsLeft = this.#story.returns;
    this.#now = Temporal.Instant.from(life.state.recordedAt);
    this.#minutesAStep = (this.#promisedMinutes() * this.#story.pace) / life.service.steps.length;
  }

  async tell(): Promise<void> {
    let goesOn = true;
    while (goesOn && !isEnded(this.#life.state.status)) goesOn = await this.#happensNext();
    this.#noticeOverdue(this.#stage.until);
    await this.#doDuties();
  }

  /** What happens next in this life; false when that lies after the last moment, or nobody is there to do it. */
  #happensNext(): Promise<boolean> {
    const { status, proposedReturn } = this.#life.state;
    if (status === 'returned') return Promise.resolve(this.#applicantAnswers());
    return proposedReturn ? this.#superiorAnswers(proposedReturn.position) : this.#officialActs();
  }

  /** Working minutes that the running promise gives, whatever the unit it is counted in. */
  #promisedMinutes(): number {
    const { service, state } = this.#life;
    if (state.due !== null) {
      const { minutes } = workingTimeBetween(this.#stage.calendar, state.receivedAt, state.due);
      if (minutes > 0) return minutes;
    }
    const { months, days, hours, minutes } = runningPromise(service);
    return Math.max(10, ((months * 21 + days) * 8 + hours) * 60 + minutes);
  }

  async #officialActs(): Promise<boolean> {
    const { service, state } = this.#life;
    if (state.step === null) return false;
    const step = stepFor(service, state, state.step);
    const minutes = this.#minutesAStep * this.#random.spread(0.4);
    const [taking, making] = [this.#worked(minutes * 0.3), this.#worked(minutes)];
    const official = await this.#someoneAt(waitingPositions(service, state), making);
    if (!official) return false;
    if (this.#story.takenUp) this.#act({ at: taking, actor: official, build: () => ({ type: 'take-over' }) });
    if (this.#remarks()) this.#remark(official, taking);
    if (this.#withdraws(step)) return this.#withdraw(taking);
    return this.#makeStep(step, official, making);
  }

  #remarks(): boolean {
    return this.#story.remark !== null && this.#random.chance(0.5);
  }

  #remark(actor: Standing, at: Instant): void {
    const audience = this.#story.remark ?? 'internal';
    this.#act({ at, actor, build: (view) => commentCommand(audience, view, this.#random) });
  }

  /** Whoever withdraws does so at some step before the last. */
  #withdraws(step: Step): boolean {
    return this.#story.end === 'withdrawal' && (this.#isLast(step) || this.#random.chance(0.4));
  }

  #withdraw(at: Instant): boolean {
    return this.#act({ at, actor: { kind: 'applicant' }, build: () => ({ type: 'withdraw' }) });
  }

  #isLast = (step: Step): boolean => this.#life.service.steps.at(-1)?.id === step.id;

  #makeStep(step: Step, actor: Standing, at: Instant): boolean {
    const outcomes = outcomesOf(step);
    const offers = (kind: string): boolean => outcomes.some((outcome) => outcome.kind === kind);
    const random = this.#random;
    if (this.#returnsLeft > 0 && offers('return')) {
      this.#returnsLeft -= 1;
      return this.#act({ at, actor, build: (view) => returnCommand(view, random) });
    }
    if (this.#story.end === 'refusal' && offers('refuse') && step.grounds.length > 0)
      return this.#act({ at, actor, build: (view) => refuseCommand(step, view, random) });
    const forward = outcomes.filter(({ kind }) => kind === 'forward');
    const [first] = forward;
    if (!first) return false;
    const { action } = random.chance(0.95) ? first : random.pick(forward);
    const ground = this.#groundAt(at);
    return this.#act({ at, actor, build: (view) => stepCommand(action, step, view, ground) });
  }

  #groundAt(at: Instant): ActGround {
    const { agencies } = this.#stage.organisation;
    return { agencies, today: this.#dayOf(at).toString(), random: this.#random };
  }

  /** The applicant brings what was missing, gives up, or is never heard of again. */
  #applicantAnswers(): boolean {
    const { answersAfterDays } = this.#story;
    const actor = { kind: 'applicant' } as const;
    if (answersAfterDays !== null) {
      const at = this.#now.add({ minutes: Math.ceil(answersAfterDays * MINUTES_A_DAY) });
      return this.#act({ at, actor, build: (view) => resubmitCommand(view, this.#random) });
    }
    if (this.#random.chance(0.6)) return false;
    return this.#withdraw(this.#now.add({ hours: 24 * this.#random.between(20, 60) }));
  }

  async #superiorAnswers(position: string): Promise<boolean> {
    const { catalogue } = this.#stage.deps;
    const above = chartFor(catalogue, this.#life.state.government).superiorOf(position);
    const at = this.#worked(this.#random.between(20, 600));
    const actor = above === null ? null : await this.#someoneAt([above], at);
    if (!actor) return false;
    const type = this.#random.chance(0.7) ? 'allow-return' : 'deny-return';
    return this.#act({ at, actor, build: () => ({ type }) });
  }

  /** Superiors do most of the duties that a broken promise opened, some days after it. */
  async #doDuties(): Promise<void> {
    for (const duty of this.#life.state.openDuties) {
      const post = this.#life.state.dutyPosts[duty];
      if (post === undefined || this.#random.chance(0.3)) continue;
      const at = this.#worked(this.#random.between(1, 10) * 7 * 60);
      const actor = await this.#someoneAt([post], at);
      if (actor) this.#act({ at, actor, build: () => ({ type: 'finish-duty', duty }) });
    }
  }

  /** Carries an act out, after noticing a deadline that passed before it; false when it lies beyond the end. */
  #act(act: LifeAct): boolean {
    this.#noticeOverdue(act.at);
    if (isBefore(this.#stage.until, act.at)) return false;
    const result = this.#life.act(act);
    if (result.ok) this.#now = act.at;
    return result.ok;
  }

  /** As the minute's round of the worker does. */
  #noticeOverdue(by: Instant): void {
    const { due, overdue } = this.#life.state;
    if (due === null || overdue) return;
    const noticed = Temporal.Instant.from(due).add({ minutes: 1 });
    const at = isBefore(noticed, this.#now) ? this.#now : noticed;
    if (isBefore(by, at) || isBefore(this.#stage.until, at)) return;
    const marked = this.#life.act({
      at,
      actor: { kind: 'system' },
      build: () => ({ type: 'mark-overdue' }),
    });
    if (marked.ok) this.#now = at;
  }

  async #someoneAt(positions: readonly string[], at: Instant): Promise<Standing | null> {
    const day = this.#dayOf(at);
    const start = positions.length > 1 ? this.#random.between(0, positions.length - 1) : 0;
    for (const position of [...positions.slice(start), ...positions.slice(0, start)]) {
      const holder = await this.#stage.posts.holder(position, day);
      if (holder) return holder;
    }
    return null;
  }

  #dayOf(at: Instant): Temporal.PlainDate {
    return at.toZonedDateTimeISO(this.#stage.calendar.timeZone).toPlainDate();
  }

  /** The moment after so much more work. */
  #worked(minutes: number): Instant {
    const spent = {
      basis: 'working',
      months: 0,
      days: 0,
      hours: 0,
      minutes: Math.max(1, Math.round(minutes)),
    } as const;
    const answer = computeDue(this.#stage.calendar, { received: this.#now.toString(), promise: spent });
    if (!answer.ok || answer.value.due === null)
      throw new RangeError('the calendar has no further working time');
    return Temporal.Instant.from(answer.value.due);
  }
}
