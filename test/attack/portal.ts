/** The real program in demo mode on loopback, people in it, and everything they can reach, as calls for the tools. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { demoPassword } from '../../src/people/index.ts';
import type { Document } from '../hostile/fuzz/api-calls.ts';
import type { Call } from '../hostile/fuzz/line.ts';
import { joined } from '../hostile/fuzz/multipart.ts';
import { callOf, formsOn, Person } from '../hostile/fuzz/person.ts';
import { startProgram } from '../support/program.ts';
import { observe } from './observer.ts';
import type { Observer } from './observer.ts';

export interface Portal {
  readonly observer: Observer;
  readonly people: readonly Visitor[];
  /** One call for each kind of address and each set of parameters. */
  readonly calls: readonly Call[];
  close(): Promise<void>;
}

/** Somebody with cookies, and where they begin. */
export interface Visitor {
  readonly name: string;
  readonly from: readonly string[];
  readonly cookie: string;
}

const OFFICIALS = ['administrator', 'pengelola-ruang-rapat'] as const;
const SERVICE = '/api/v1/governments/klaten/services/ruang-rapat';

/** Ends sessions; a tool that went there would test nothing after. wapiti 3.0.4 cannot leave out addresses itself. */
const LEAVING = ['/meja/keluar', '/meja/sesi'] as const;

export async function openPortal(): Promise<Portal> {
  const directory = await mkdtemp(join(tmpdir(), 'pendopo-attack-'));
  const program = startProgram(['start'], {
    DATA_DIR: directory,
    PORT: '0',
    DEMO: 'yes',
    LOG_LEVEL: 'error',
    TRUST_PROXY: '127.0.0.1',
  });
  const [, url = ''] = await program.says(/Portal terbuka di (\S+)/u);
  const observer = await observe(url.replace('localhost', '127.0.0.1'), LEAVING);
  const { people, calls } = await lookAround(observer.origin);
  return {
    observer,
    people,
    calls,
    close: async () => {
      observer.close();
      program.signal('SIGTERM');
      await program.ended;
      const told = JSON.parse(await readFile(join(directory, 'installation.json'), 'utf8')) as {
        database: string;
      };
      await rm(resolve(directory, told.database), { recursive: true, force: true });
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function lookAround(origin: string): Promise<Pick<Portal, 'people' | 'calls'>> {
  const receipt = await submit(origin);
  const anybody = new Person(origin);
  const applicant = new Person(origin);
  await applicant.fill('/permohonan', '/permohonan', { nomor: receipt.number, kunci: receipt.trackingKey });
  const found: { name: string; from: readonly string[]; person: Person }[] = [
    {
      name: 'pengunjung',
      from: ['/', '/klaten', '/klaten/layanan/ruang-rapat/ajukan', '/permohonan', '/meja/masuk'],
      person: anybody,
    },
    { name: 'pemohon', from: [`/klaten/permohonan/${receipt.number}`], person: applicant },
  ];
  for (const nama of await usernames(origin)) {
    const person = new Person(origin);
    await person.fill('/meja/masuk', '/meja/masuk', { nama, sandi: demoPassword });
    found.push({ name: nama, from: ['/meja', '/meja/loket', '/meja/kelola'], person });
  }
  const calls = await Promise.all(found.map(({ person, from }) => callsOf(person, from)));
  const people = found.map(({ name, from, person }) => ({
    name,
    from,
    cookie: person.headers()['cookie'] ?? '',
  }));
  return { people, calls: oneOfEach([...calls.flat(), ...(await apiCalls(origin, receipt))]) };
}

/** The demo's sign-in page says who holds which post. */
async function usernames(origin: string): Promise<readonly string[]> {
  const { body } = await new Person(origin).open('/meja/masuk');
  const names = [...new Set([...body.matchAll(/[\w.-]+@klaten\b/gu)].map(([name]) => name))];
  if (names.length < OFFICIALS.length) throw new Error('the demo names no officials');
  return names.slice(0, 4);
}

async function submit(origin: string): Promise<{ number: string; trackingKey: string }> {
  const { example } = (await (await fetch(`${origin}${SERVICE}`)).json()) as {
    example: { answers: object; files: { requirement: string }[] };
  };
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n');
  const parts = [
    { name: 'answers', fileName: null, bytes: Buffer.from(JSON.stringify(example.answers)) },
    ...example.files.map(({ requirement }) => ({ name: requirement, fileName: 'surat.pdf', bytes })),
  ];
  const { type, bytes: body } = joined(parts);
  const answer = await fetch(`${origin}${SERVICE}/requests`, {
    method: 'POST',
    headers: { 'content-type': type ?? '' },
    body: new Uint8Array(body),
  });
  if (answer.status !== 201) throw new Error(`no request: ${await answer.text()}`);
  return (await answer.json()) as { number: string; trackingKey: string };
}

/** Pages with words after the question mark, addresses that name something, and forms as the page itself would send them. */
async function callsOf(person: Person, from: readonly string[]): Promise<readonly Call[]> {
  const pages = await person.walk(from, 90);
  const headers = person.headers();
  const asked = pages.map(({ path }): Call => ({ method: 'GET', path, headers, body: null }));
  const sent = pages
    .flatMap(({ path, body }) => formsOn(path, body))
    .filter(
      ({ action }) => !LEAVING.some((leaving) => action.startsWith(leaving)) && !action.endsWith('/tutup'),
    )
    .map((form): Call => {
      const values = form.fields
        .filter(({ kind }) => kind !== 'file')
        .map(({ name, value }) => [name, value === '' ? '1' : value] as const);
      const call = callOf(form, values);
      return { ...call, headers: { ...call.headers, ...headers } };
    });
  const marked = asked
    .map((call) => ({ ...call, path: marks(call.path) }))
    .filter(({ path }) => path.includes('*'));
  return [...asked.filter(({ path }) => path.includes('?')), ...marked, ...sent];
}

/** Marks what an address names: sqlmap puts its values there. */
const marks = (path: string): string =>
  path.includes('?')
    ? path
    : path.replace(
        /(\/[A-Z]{3}-\d{4}-[0-9A-Z]{6}|\/[0-9a-f]{8}-[0-9a-f-]{27}|\/versi\/\d+|\/ajukan\/[\w-]{20,}|\/isi\/[\w-]+)/gu,
        '$1*',
      );

/** Each operation of the API, with its own example, every place of its address marked once. */
async function apiCalls(
  origin: string,
  { number, trackingKey }: { number: string; trackingKey: string },
): Promise<readonly Call[]> {
  const document = (await (await fetch(`${origin}/api/openapi.json`)).json()) as Document;
  const values: Readonly<Record<string, string>> = { government: 'klaten', service: 'ruang-rapat', number };
  const json = { 'content-type': 'application/json', 'tracking-key': trackingKey };
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]): Call[] => {
      const address = (mark: string): string =>
        path.replaceAll(
          /\{(\w+)\}/gu,
          (_all, name: string) => `${values[name] ?? '019a0000-0000-7000-8000-000000000000'}${mark}`,
        );
      const headers = { 'tracking-key': trackingKey };
      if (method === 'get')
        return [
          {
            method: 'GET',
            path: `${address('')}?q=a&after=a&state=open&limit=10&lang=id&key=${trackingKey}`,
            headers: {},
            body: null,
          },
          { method: 'GET', path: address('*'), headers, body: null },
          {
            method: 'GET',
            path: address(''),
            headers: { 'tracking-key': `${trackingKey}*`, authorization: 'Bearer x*' },
            body: null,
          },
        ];
      const body = requestBody
        ? Buffer.from(
            JSON.stringify({
              text: 'a',
              reason: 'a',
              note: 'a',
              version: 1,
              action: 'a',
              answers: { nama: 'a' },
            }),
          )
        : null;
      return [{ method: 'POST', path: address(''), headers: json, body }];
    }),
  );
}

const namesIn = ({ path, body }: Call): string => {
  const query = [...new URL(path, 'http://here').searchParams.keys()];
  const fields =
    body?.toString('latin1').match(/(?<=^|&)[^=&]+(?==)|(?<=form-data; name=")[^"]*|(?<=")\w+(?=":)/gu) ?? [];
  return [...new Set([...query, ...fields])].toSorted().join();
};

/** Many pages are of one kind: the same address but for what it names, with the same parameters. */
function oneOfEach(calls: readonly Call[]): readonly Call[] {
  const kinds = new Map<string, Call>();
  for (const call of calls) {
    const kind = call.path
      .split('?')[0]
      ?.replaceAll(/(?<=\/)(?:[A-Z]{3}-\d{4}-\w{6}|[0-9a-f-]{36}|[\w-]{20,}|\d+)(?=\*|\/|$)/gu, '#')
      .replace(/\/layanan\/[^/*]+/u, '/layanan/#')
      .replace(/\/(loket|standar)\/[^/*]+/u, '/$1/#')
      .replace(/^\/(?!meja|api|permohonan|gaya|peragaan)[^/]+/u, '/#');
    kinds.set(
      `${call.method} ${kind ?? ''} ${namesIn(call)} ${Object.values(call.headers).some((value) => value.includes('*'))}`,
      call,
    );
  }
  return [...kinds.values()];
}
