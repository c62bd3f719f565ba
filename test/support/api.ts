/**
 * Talks to the application's API as a program of somebody else would: by HTTP, with nothing from inside. Each answer is
 * held to the OpenAPI document.
 */
import assert from 'node:assert/strict';
import { issueToken, findHolder } from '../../src/people/index.ts';
import { exampleDocument } from '../../src/example-document.ts';
import type { TestApp } from './app.ts';
import { submitExampleRequest } from './requests.ts';
import { assertFits, contractOf } from './contract.ts';
import type { Contract, OpenApiDocument } from './contract.ts';

/** An answer whose body has been read; problems too. */
export interface ApiAnswer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: T;
}

export interface Receipt {
  readonly number: string;
  readonly trackingKey: string;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly derivation: readonly string[];
}

export interface Tracked {
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly class: { readonly id: string } | null;
  readonly waitingFor: { readonly position: string; readonly positions: readonly string[] } | null;
  readonly dueAt: string | null;
  readonly demand: { readonly missing: readonly string[]; readonly message: string | null } | null;
  readonly refusal: { readonly reason: string | null } | null;
  readonly remedies: readonly object[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly secrets: readonly string[];
  readonly timeline: readonly {
    readonly kind: string;
    readonly step: string | null;
    readonly action: string | null;
  }[];
}

export interface Action {
  readonly action: string;
  readonly kind: 'forward' | 'return' | 'refuse' | 'other';
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly example: Readonly<Record<string, unknown>>;
}

export interface OnDesk extends Tracked {
  readonly dueAtIfExtended: string | null;
  readonly classes: readonly { readonly id: string; readonly dueAt: string | null }[];
  readonly actions: readonly Action[];
}

export interface Example {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: readonly {
    readonly requirement: string;
    readonly fileName: string;
    readonly contentType: string;
  }[];
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string }[];
}

type Headers = Readonly<Record<string, string>>;

export interface Api {
  get<T>(url: string, headers?: Headers): Promise<ApiAnswer<T>>;
  post<T>(url: string, body: object, headers?: Headers): Promise<ApiAnswer<T>>;
  postForm<T>(url: string, form: FormData, headers?: Headers): Promise<ApiAnswer<T>>;
  /** Authorization of whoever holds the position on the application's day; the definitive holder first. */
  as(government: string, position: string): Promise<Headers>;
  /** The example of a service that is asked for at the counter only, taken in there. */
  takeIn(government: string, service: string): Promise<Receipt>;
}

export async function apiOf(app: TestApp): Promise<Api> {
  const document = await app.server.inject('/api/openapi.json');
  const contract = contractOf(document.json<OpenApiDocument>());
  const send = <T>(method: 'GET' | 'POST', url: string, headers: Headers, payload?: Buffer) =>
    sendChecked<T>(app, contract, { method, url, headers, payload });
  return {
    get: (url, headers = {}) => send('GET', url, headers),
    post: (url, body, headers = {}) =>
      send(
        'POST',
        url,
        { 'content-type': 'application/json', ...headers },
        Buffer.from(JSON.stringify(body)),
      ),
    postForm: async (url, form, headers = {}) => {
      const sent = new Response(form);
      const type = sent.headers.get('content-type') ?? '';
      return send('POST', url, { 'content-type': type, ...headers }, Buffer.from(await sent.arrayBuffer()));
    },
    as: async (government, position) => ({
      authorization: `Bearer ${await tokenOf(app, government, position)}`,
    }),
    takeIn: (government, service) => submitExampleRequest(app, government, service),
  };
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Headers;
  readonly payload: Buffer | undefined;
}

async function sendChecked<T>(app: TestApp, contract: Contract, sent: Sent): Promise<ApiAnswer<T>> {
  const { method, url, headers, payload } = sent;
  const answer = await app.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const { statusCode: status } = answer;
  const contentType = String(answer.headers['content-type']);
  const body = answer.json<T>();
  contract.check(method, url, { status, contentType, body });
  return { status, headers: answer.headers, body };
}

async function tokenOf({ context, clock }: TestApp, government: string, position: string): Promise<string> {
  const { timeZone } = context.catalogue.calendar(government).file;
  const today = clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
  const holder = await context.database.transaction({ government }, (tx) =>
    findHolder(tx, government, position, today),
  );
  assert.ok(holder, `nobody holds ${position} of ${government} on ${today.toString()}`);
  return issueToken(context.keys, clock, { government, official: holder.official, position });
}

/** The form of a submission from a service's example, with documents that are what they say. */
export function exampleForm({ answers, files }: Example): FormData {
  const form = new FormData();
  form.set('answers', JSON.stringify(answers));
  for (const { requirement, fileName, contentType } of files) {
    form.append(
      requirement,
      new Blob([new Uint8Array(exampleDocument(fileName))], { type: contentType }),
      fileName,
    );
  }
  return form;
}

export const servicePath = (government: string, service: string): string =>
  `/api/v1/governments/${government}/services/${service}`;

/** Submits the example of a service, and demands that it is received; at the counter where it is asked for only there. */
export async function submitExample(
  api: Api,
  government: string,
  service: string,
  headers: Headers = {},
): Promise<Receipt> {
  const path = servicePath(government, service);
  const { body } = await api.get<{ example: Example | null }>(path);
  if (body.example === null) return api.takeIn(government, service);
  const answer = await api.postForm<Receipt>(`${path}/requests`, exampleForm(body.example), headers);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body;
}

/** Body of an example request of the service under this path. */
export const exampleOf = async (api: Api, path: string): Promise<Example> =>
  (await api.get<{ example: Example }>(path)).body.example;

/** The header that opens the request of a receipt. */
export const keyOf = ({ trackingKey }: Receipt): Headers => ({ 'tracking-key': trackingKey });

/** Status and fault of an answer: "409 stale-version". */
export const codeOf = ({ status, body }: ApiAnswer<Problem>): string => `${status} ${body.code}`;

/** The request as the holder of a position sees it; fails when it is not shown. */
export async function readOnDesk(
  api: Api,
  government: string,
  number: string,
  position: string,
): Promise<OnDesk> {
  const answer = await api.get<OnDesk>(`/api/v1/desk/requests/${number}`, await api.as(government, position));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

/** Does an offered action with its own example, at the version that was seen. */
export async function actAs(
  api: Api,
  headers: Headers,
  desk: OnDesk,
  action: string,
): Promise<ApiAnswer<Problem & { readonly version: number; readonly state: string }>> {
  const found = desk.actions.find((one) => one.action === action);
  assert.ok(found, `${action} is not open; open are ${desk.actions.map((one) => one.action).join(', ')}`);
  assertFits(found.inputSchema, found.example, action);
  const input = { ...found.example, action, version: desk.version };
  return api.post(`/api/v1/desk/requests/${desk.number}/actions`, input, headers);
}
