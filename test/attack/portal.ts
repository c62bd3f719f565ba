/** The real program in demo mode on loopback, people in it, and everything they can reach, as calls for the tools. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { demoPassword } from '../../src/people/index.ts';
import type { Document } from '../hostile/fuzz/api-calls.ts';
import type { Call } from '../hostile/fuzz/line.ts';
import { joined } from '../hostile/fuzz/multipart.ts';
import { callOf, formsOn, Person } from '../hostile/fuzz/person.ts';
import { runProgram, startProgram } from '../support/program.ts';
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

const OFFICIALS = ['Administrator', 'Pengelola Ruang Rapat', 'Petugas Pengaduan'] as const;
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
  const { people, calls } = await lookAround(observer.origin, await bearerOf(directory));
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

/** Authorization of an official for programs. */
async function bearerOf(directory: string): Promise<string> {
  const args = '--government klaten --position pengelola-ruang-rapat --reason uji'.split(' ');
  const { code, output } = await runProgram(['token', ...args], { DATA_DIR: directory });
  const token = output
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => /^[\w.-]{40,}$/u.test(line));
  if (code !== 0 || token === undefined) throw new Error(`no token: ${output}`);
  return `Bearer ${token}`;
}

async function lookAround(origin: string, bearer: string): Promise<Pick<Portal, 'people' | 'calls'>> {
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
  return { people, calls: oneOfEach([...calls.flat(), ...(await apiCalls(origin, receipt, bearer))]) };
}

/** The demo's sign-in page says who holds which post; one of each kind of official. */
async function usernames(origin: string): Promise<readonly string[]> {
  const { body } = await new Person(origin).open('/meja/masuk');
  const people = [...body.matchAll(/nama=([\w.-]+@klaten)&amp;[^<]*<\/a><br><span[^>]*>([^<]*)</gu)];
  return OFFICIALS.map((post) => {
    const found = people.find(([, , posts = '']) => posts.includes(post))?.[1];
    if (found === undefined) throw new Error(`the demo names no ${post}`);
    return found;
  });
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
  bearer: string,
): Promise<readonly Call[]> {
  const document = (await (await fetch(`${origin}/api/openapi.json`)).json()) as Document;
  const values: Readonly<Record<string, string>> = { government: 'klaten', service: 'ruang-rapat', number };
  const words = { text: 'a', reason: 'a', note: 'a', version: 1, action: 'a', answers: { nama: 'a' } };
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]): Call[] => {
      const address = (mark: string): string =>
        path.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => `${values[name] ?? NO_ID}${mark}`);
      const headers = { 'tracking-key': trackingKey, authorization: bearer };
      const body = requestBody ? Buffer.from(JSON.stringify(words)) : null;
      if (method !== 'get') {
        const type = { 'content-type': 'application/json' };
        return [{ method: 'POST', path: address(''), headers: { ...headers, ...type }, body }];
      }
      const query = 'q=a&after=a&state=open&limit=10&lang=id';
      const guessed = { 'tracking-key': `${trackingKey}*`, authorization: 'Bearer x*' };
      return [
        { method: 'GET', path: `${address('')}?${query}`, headers, body },
        { method: 'GET', path: address('*'), headers, body },
        { method: 'GET', path: address(''), headers: guessed, body },
      ];
    }),
  );
}

const NO_ID = '019a0000-0000-7000-8000-000000000000';

const namesIn = ({ path, body }: Call): string => {
  const query = [...new URL(path, 'http://here').searchParams.keys()];
  const fields =
    body?.toString('latin1').match(/(?<=^|&)[^=&]+(?==)|(?<=form-data; name=")[^"]*|(?<=")\w+(?=":)/gu) ?? [];
  return [...new Set([...query, ...fields])].toSorted().join();
};

/** Names in an address that stand for one of many of a kind. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/(?<=\/)(?:[A-Z]{3}-\d{4}-\w{6}|[0-9a-f-]{36}|[\w-]{20,}|\d+)(?=\*|\/|$)/gu, '#'],
  [/\/(layanan|loket|standar|petugas|jabatan|isi)\/[^/*]+/gu, '/$1/#'],
  [/^\/(?!meja|api|permohonan|gaya|peragaan)[^/]+/u, '/#'],
];

/** Forms of one request differ by the step it stands at; of all others one of a kind is enough. */
const DIFFER = /^\/(?:api\/|meja\/permohonan\/)/u;

/**
 * Many pages are of one kind: the same address but for what it names. Of each the call with the most parameters; programs'
 * calls first, which are short.
 */
function oneOfEach(calls: readonly Call[]): readonly Call[] {
  const kinds = new Map<string, Call>();
  for (const call of calls) {
    const [address = ''] = call.path.split('?');
    const pattern = NAMED.reduce(
      (path, [named, mark]) => path.replaceAll(new RegExp(named, 'gu'), mark),
      address,
    );
    const marked = Object.values(call.headers).some((value) => value.includes('*'));
    const kind = `${call.method} ${pattern} ${DIFFER.test(address) ? namesIn(call) : ''} ${marked}`;
    const known = kinds.get(kind);
    if (!known || namesIn(call).length > namesIn(known).length) kinds.set(kind, call);
  }
  return [...kinds.values()].toSorted((one, other) => rank(one) - rank(other));
}

/** The counter's forms have the most fields, so they come last. */
const rank = ({ path }: Call): number =>
  path.startsWith('/api/') ? 0 : path.startsWith('/meja/loket/') ? 2 : 1;
