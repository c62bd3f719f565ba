/** People at work on the portal: applicants who ask, officials who decide, and others who look on. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf, documentOf } from './chance.ts';
import type { Chance } from './chance.ts';
import { Ledger, sentAs } from './ledger.ts';
import type { Kept, Receipt, Sent } from './ledger.ts';
import { PortalClient } from './portal-client.ts';
import type { Answer, Door, Troubles } from './portal-client.ts';

/** A service that is asked for, and who may make its steps. */
export interface Course {
  readonly government: string;
  readonly service: string;
  readonly requirement: string;
  readonly positions: readonly string[];
}

export const courses: readonly [Course, Course] = [
  {
    government: 'klaten',
    service: 'ruang-rapat',
    requirement: 'surat-peminjaman',
    positions: ['pengelola-ruang-rapat', 'kasubbag-umum'],
  },
  {
    government: 'klungkung',
    service: 'email-resmi',
    requirement: 'surat-permohonan',
    positions: ['petugas-surat', 'kepala-dinas', 'kabid-telematika', 'kasi-layanan-data'],
  },
];

/** Bearer tokens by `government/position`. */
export type Tokens = ReadonlyMap<string, string>;

export interface Tracked {
  readonly state: string;
  readonly version: number;
  readonly waitingFor: { readonly position: string } | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
}

interface Action {
  readonly action: string;
  readonly kind: 'forward' | 'return' | 'refuse' | 'other';
  readonly example: Readonly<Record<string, unknown>>;
}

const applicants = 2;
const officials = 2;

export class Load {
  readonly ledger = new Ledger();
  readonly troubles: Troubles = { unanswered: 0, unavailable: 0, replayed: 0 };
  /** Every version that anybody saw of a request. */
  readonly seen = new Map<string, Set<number>>();
  readonly #seed: string;
  readonly #door: Door;
  readonly #tokens: Tokens;
  #made = 0;
  #stopping = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(seed: string, door: Door, tokens: Tokens) {
    this.#seed = seed;
    this.#door = door;
    this.#tokens = tokens;
  }

  start(): void {
    const people = [
      ...Array.from({ length: applicants }, (_, at) =>
        this.#person(`applicant ${at}`, (client, chance) => this.#submit(client, chance)),
      ),
      ...Array.from({ length: officials }, (_, at) =>
        this.#person(`official ${at}`, (client, chance) => this.#carryOn(client, chance)),
      ),
      this.#person('onlooker', (client, chance) => this.#look(client, chance)),
    ];
    this.#work = Promise.all(people);
    // Whoever waits for progress gets to know when one of them found a fault.
    this.#work.catch(() => (this.#stopping = true));
  }

  /** Rejects when somebody found a fault; never resolves otherwise, as long as people work. */
  get fault(): Promise<never> {
    return this.#work.then(() => new Promise<never>(() => undefined));
  }

  /** Lets everybody finish what they have begun, repeated until it is answered. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#work;
  }

  async #person(name: string, act: (client: PortalClient, chance: Chance) => Promise<void>): Promise<void> {
    const chance = chanceOf(this.#seed, name);
    const client = new PortalClient(this.#door, chance, this.troubles);
    while (!this.#stopping) {
      await act(client, chance);
      // People think, and leave the machine to what is starting again.
      await pause(chance.whole(20, 120));
    }
  }

  /** Sizes from 1 KB to 1 MB, each magnitude as likely as another. */
  #document(chance: Chance): { readonly sent: Sent; readonly bytes: Buffer } {
    this.#made += 1;
    const name = `surat-${this.#made}.pdf`;
    const bytes = documentOf(this.#seed, name, chance.whole(512, 1024) * 2 ** chance.whole(1, 10));
    return { sent: sentAs(name, bytes), bytes };
  }

  async #submit(client: PortalClient, chance: Chance): Promise<void> {
    const { government, service, requirement } = chance.of(courses);
    const path = `/api/v1/governments/${government}/services/${service}`;
    const { example } = (await client.ask(path)).json() as { example: { answers: object } };
    const { sent, bytes } = this.#document(chance);
    const key = sent.sha256;
    const answer = await client.ask(`${path}/requests`, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: () => formOf({ answers: JSON.stringify(example.answers) }, requirement, sent.name, bytes),
    });
    assert.equal(answer.status, 201, said(answer));
    const { number, trackingKey } = answer.json() as Receipt;
    this.ledger.received({ government, service, number, trackingKey }, [sent]);
  }

  /** Takes a request and makes the next step, or completes it for its applicant. */
  async #carryOn(client: PortalClient, chance: Chance): Promise<void> {
    const request = this.ledger.findOpen();
    if (request === null) return this.#look(client, chance);
    request.busy = true;
    try {
      const tracked = await this.#track(client, request);
      assert.equal(tracked.version, request.versions.at(-1), `${request.number} is as the last act left it`);
      assert.equal(tracked.state, request.state, request.number);
      if (tracked.waitingFor === null) await this.#complete(client, chance, request);
      else await this.#decide(client, chance, request, tracked.waitingFor.position);
    } finally {
      request.busy = false;
    }
  }

  async #decide(client: PortalClient, chance: Chance, request: Kept, position: string): Promise<void> {
    const authorization = `Bearer ${this.#tokens.get(`${request.government}/${position}`) ?? ''}`;
    const path = `/api/v1/desk/requests/${request.number}`;
    const desk = await client.ask(path, { headers: { authorization } });
    assert.equal(desk.status, 200, said(desk));
    const { version, actions } = desk.json() as Tracked & { actions: readonly Action[] };
    const { action, kind, example } = chooseAction(chance, request, actions);
    const { input, sent } = this.#inputFor(chance, request, action, example);
    const answer = await client.ask(`${path}/actions`, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
        'idempotency-key': `${request.number}/${version}`,
      },
      body: () => JSON.stringify({ ...input, action, version }),
    });
    assert.equal(answer.status, 200, `${action}: ${said(answer)}`);
    request.files.push(...sent);
    if (kind === 'return' || kind === 'refuse' || action === 'fulfil') request.messages += 1;
    this.ledger.acted(request, answer.json() as { version: number; state: string });
  }

  /** What an official sends; a product that may be a document is a document. */
  #inputFor(
    chance: Chance,
    { service }: Kept,
    action: string,
    example: Action['example'],
  ): { readonly input: object; readonly sent: readonly Sent[] } {
    if (action !== 'fulfil' || service !== 'ruang-rapat') return { input: example, sent: [] };
    const { sent, bytes } = this.#document(chance);
    const evidence = [{ type: 'file', fileName: sent.name, content: bytes.toString('base64') }];
    return { input: { ...example, evidence }, sent: [sent] };
  }

  /** Sends in what was missing. Without a key: after a broken line the applicant looks whether it arrived. */
  async #complete(client: PortalClient, chance: Chance, request: Kept): Promise<void> {
    const { sent, bytes } = this.#document(chance);
    const requirement = courses.find(({ service }) => service === request.service)?.requirement ?? '';
    const version = request.versions.at(-1) ?? 0;
    const answer = await client.ask(`/api/v1/requests/${request.number}/resubmissions`, {
      method: 'POST',
      headers: { 'tracking-key': request.trackingKey },
      body: () => formOf({ version: String(version) }, requirement, sent.name, bytes),
    });
    if (!(answer.repeated && answer.status === 409)) assert.equal(answer.status, 200, said(answer));
    request.files.push(sent);
    const after = await this.#track(client, request);
    assert.ok(after.version > version, 'what stands in the way of a repetition is that it was done');
    this.ledger.acted(request, after);
  }

  /** Looks at a request and one of its files. What was acknowledged before the look must be there. */
  async #look(client: PortalClient, chance: Chance): Promise<void> {
    const { requests } = this.ledger;
    // Until there is something to look at, the list of governments is looked at.
    if (requests.length === 0) return void (await client.ask('/api/v1/governments'));
    const request = chance.of(requests);
    const [least = 0] = request.versions.slice(-1);
    const tracked = await this.#track(client, request);
    assert.ok(tracked.version >= least, `${request.number} went back from ${least} to ${tracked.version}`);
  }

  async #track(client: PortalClient, request: Kept): Promise<Tracked> {
    const tracked = await trackOf(client, request);
    this.seen.getOrInsertComputed(request.number, () => new Set()).add(tracked.version);
    return tracked;
  }
}

/** The request as its applicant sees it. */
export async function trackOf(client: PortalClient, { number, trackingKey }: Kept): Promise<Tracked> {
  const answer = await client.ask(`/api/v1/requests/${number}`, { headers: { 'tracking-key': trackingKey } });
  assert.equal(answer.status, 200, `${number}: ${said(answer)}`);
  return answer.json() as Tracked;
}

export const said = ({ status, bytes }: Answer): string => `${status} ${bytes.toString().slice(0, 500)}`;

/** A form with one document. */
export function formOf(
  fields: Readonly<Record<string, string>>,
  requirement: string,
  name: string,
  bytes: Buffer,
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.append(requirement, new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
  return form;
}

/** Mostly onwards; now and then back to the applicant (once a request) or to an end. */
function chooseAction(chance: Chance, request: Kept, actions: readonly Action[]): Action {
  const kind = chance.of(['forward', 'forward', 'forward', 'forward', 'return', 'refuse'] as const);
  const wanted = kind === 'return' && request.files.length > 1 ? 'forward' : kind;
  const found = actions.find((one) => one.kind === wanted) ?? actions.find((one) => one.kind === 'forward');
  assert.ok(
    found,
    `nothing can be done with ${request.number}: ${actions.map(({ action }) => action).join(', ')}`,
  );
  return found;
}
