/** A portal with people and requests in it, about which something can be asked. */
import type { AddressInfo } from 'node:net';
import { examplePdf } from '../../../src/example-document.ts';
import { demoPassword } from '../../../src/people/index.ts';
import { startTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { actAs, apiOf, exampleOf, keyOf, readOnDesk, servicePath, submitExample } from '../../support/api.ts';
import type { Api, Receipt } from '../../support/api.ts';
import { usernameOf } from '../../support/officer.ts';
import type { Document, Subject } from './api-calls.ts';
import { Person } from './person.ts';

export interface World {
  readonly app: TestApp;
  readonly api: Api;
  readonly origin: string;
  readonly document: Document;
}

export async function startWorld(): Promise<World> {
  // Callers bring an address of their own, so that no limit hides what lies behind it.
  const app = await startTestApp('fuzz', { trustedProxies: ['127.0.0.1'] });
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.server.address() as AddressInfo;
  const document = (await app.server.inject('/api/openapi.json')).json<Document>();
  return { app, api: await apiOf(app), origin: `http://127.0.0.1:${port}`, document };
}

/** Services of all kinds: with files and without, complaint, objection, protected reporter; and who takes the first step. */
const ASKED = [
  ['klaten', 'ruang-rapat', 'pengelola-ruang-rapat'],
  ['klaten', 'pengaduan', 'petugas-pengaduan'],
  ['klaten', 'ruang-rapat', 'auditor'],
  ['klungkung', 'permohonan-informasi', null],
] as const;

const NOBODY = '019a0000-0000-7000-8000-000000000000';

/** Requests to ask about, as their applicants and as officials, with bodies that would be accepted. */
export async function makeSubjects({ api, app }: World): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const [government, wanted, position] of ASKED) {
    const services = app.context.catalogue.services(government).map(({ value }) => value);
    const service =
      services.find(({ id, atCounter }) => id === wanted && !atCounter)?.id ?? services[0]?.id ?? '';
    const receipt = await submitExample(api, government, service);
    const subject = await subjectOf(api, government, service, receipt);
    subjects.push({ ...subject, headers: keyOf(receipt) });
    if (position !== null) subjects.push(await asOfficial(api, subject, receipt, position));
  }
  return subjects;
}

async function subjectOf(api: Api, government: string, service: string, receipt: Receipt): Promise<Subject> {
  const { answers, files } = await exampleOf(api, servicePath(government, service));
  return {
    params: { government, service, number: receipt.number, secret: NOBODY, file: NOBODY },
    headers: {},
    good: {
      submitRequest: [{ answers }],
      resubmit: [{ note: 'Sudah dilengkapi.', version: 2 }],
      withdraw: [{ reason: 'Batal.', version: 2 }],
      writeMessage: [{ text: 'Apakah sudah ada kabar?' }],
    },
    files: files.map(({ requirement, fileName }) => ({
      name: requirement,
      fileName,
      bytes: examplePdf(fileName),
    })),
  };
}

/** The same request on the desk: each open action with its own example. */
async function asOfficial(api: Api, subject: Subject, receipt: Receipt, position: string): Promise<Subject> {
  const { government = '', number = '' } = subject.params;
  const headers = await api.as(government, position);
  const { version, actions, files } = await readOnDesk(api, government, receipt.number, position);
  const inputs = actions.map(({ action, example }) => ({ ...example, action, version }));
  return {
    ...subject,
    params: { ...subject.params, number, file: files[0]?.id ?? NOBODY },
    headers,
    good: { ...subject.good, act: inputs, actOnRequest: inputs },
  };
}

/** A request that waits for its applicant. */
export async function makeReturned(api: Api): Promise<Receipt> {
  const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
  const desk = await readOnDesk(api, 'klaten', receipt.number, 'pengelola-ruang-rapat');
  await actAs(api, await api.as('klaten', 'pengelola-ruang-rapat'), desk, 'return');
  return receipt;
}

/** Whoever holds a position, signed in. */
export async function signIn({ app, origin }: World, government: string, position: string): Promise<Person> {
  const person = new Person(origin);
  const nama = await usernameOf(app, government, position);
  const { status, body } = await person.fill('/meja/masuk', '/meja/masuk', { nama, sandi: demoPassword });
  if (status !== 200) throw new Error(`sign-in: ${status} ${body.slice(0, 300)}`);
  return person;
}

/** Somebody who follows a request with its key. */
export async function follow({ origin }: World, receipt: Receipt): Promise<Person> {
  const person = new Person(origin);
  await person.fill('/permohonan', '/permohonan', { nomor: receipt.number, kunci: receipt.trackingKey });
  return person;
}
