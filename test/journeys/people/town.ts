/** The one real application with a browser before it, for the journeys of one test file. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { demoPassword } from '../../../src/people/index.ts';
import { getExpectedService } from '../../expectations/services.ts';
import type { ExpectedService } from '../../expectations/services.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '../../support/app.ts';
import { openBrowser } from '../../support/browser.ts';
import { usernameOf } from '../../support/officer.ts';
import { submitExampleRequest } from '../../support/requests.ts';
import { getStory } from '../stories/stories.ts';
import type { Answer, Story } from '../stories/types.ts';
import type { Application } from './applicant.ts';
import { Eye } from './eye.ts';
import { openFromQueue, signIn } from './officer.ts';
import { Person, type Circumstances } from './person.ts';

/** How somebody looks at pages. */
export type Manner = Omit<Circumstances, 'origin' | 'eye'>;

export class Town {
  readonly app: TestApp;
  readonly origin: string;
  readonly browser: Browser;
  readonly #eye = new Eye();

  private constructor(app: TestApp, origin: string, browser: Browser) {
    this.app = app;
    this.origin = origin;
    this.browser = browser;
  }

  static async open(name: string, options: TestAppOptions = {}): Promise<Town> {
    const app = await startTestApp(name, options);
    const origin = await app.server.listen({ port: 0, host: '127.0.0.1' });
    return new Town(app, origin, await openBrowser());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
  }

  /** Somebody with a window of their own. */
  person(how: Manner = {}, browser = this.browser): Promise<Person> {
    return Person.arrive(browser, { ...how, origin: this.origin, eye: this.#eye });
  }

  /**
   * Moves the clock to the moment of a deadline that was found by hand (of the first, unless another is named), and readies
   * the application of that service.
   */
  async application(row: number, which = 0): Promise<Application> {
    const expected = getExpectedService(row);
    const deadline = expected.deadlines[which];
    assert.ok(deadline, `row ${row} has no deadline ${which}`);
    this.app.clock.moveTo(deadline.received);
    return {
      expected,
      story: await this.#withEarlier(getStory(row), expected.government),
      deadline,
      today: Temporal.PlainDate.from(deadline.received.slice(0, 10)),
      think: () => this.think(),
    };
  }

  /** The story with the numbers of requests that it speaks of; they are made as it begins. */
  async #withEarlier(story: Story, government: string): Promise<Story> {
    const answers = story.answers.map(async (one): Promise<Answer> => {
      if (one.kind !== 'earlier') return one;
      const { service } = getExpectedService(one.row);
      const { number } = await submitExampleRequest(this.app, government, service);
      return { kind: 'write', label: one.label, text: number };
    });
    return { ...story, answers: await Promise.all(answers) };
  }

  /** Nobody reads a page in no time. */
  think(): void {
    this.app.clock.moveTo(this.app.clock.now().add({ seconds: 5 }));
  }

  /** Whoever holds the post, signed in, with the request open before them. */
  async official(
    { government }: ExpectedService,
    position: string,
    number: string,
    how: Manner = {},
  ): Promise<Person> {
    return this.signedIn(await usernameOf(this.app, government, position), number, how);
  }

  /** The same by the name they sign in with. */
  async signedIn(username: string, number: string, how: Manner = {}): Promise<Person> {
    const person = await this.person({ ...how, lang: 'id' });
    await signIn(person, { username, password: demoPassword });
    await openFromQueue(person, number);
    return person;
  }
}
