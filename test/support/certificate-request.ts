/** A request for a certificate at Klungkung, carried to the step at which it is issued, and delivered for trial. */
import assert from 'node:assert/strict';
import { createLog, openDatabase } from '../../src/platform/index.ts';
import type { Database } from '../../src/platform/index.ts';
import { deliverTask, saveConnector } from '../../src/product/index.ts';
import { todayIn } from '../../src/request/index.ts';
import type { RequestState } from '../../src/request/index.ts';
import { exampleFor } from '../../src/standard/index.ts';
import type { TestApp } from './app.ts';
import { act } from './desk.ts';
import { submitExampleRequest } from './requests.ts';

export interface Certified {
  readonly number: string;
  readonly trackingKey: string;
  readonly delivery: string;
}

const government = 'klungkung';

/** The worker's own way into the database. */
export const openWorker = ({ addresses }: TestApp): Promise<Database> =>
  openDatabase({ url: addresses.workerUrl, role: 'pendopo_worker', max: 2 });

/** Lets the trial authority issue certificates. */
export async function chooseTrial({ context }: TestApp): Promise<void> {
  await context.database.transaction({ government }, (tx) =>
    saveConnector(
      tx,
      context.delivering,
      government,
      {
        kind: 'certificate',
        connector: 'trial',
        settings: { organisation: 'Pemerintah Kabupaten Klungkung' },
        own: {},
      },
      'uji',
    ),
  );
}

let people = 0;

/** A request that waits for its certificate, each of another person: nobody has two. */
export async function askForCertificate(
  app: TestApp,
): Promise<{ readonly number: string; readonly trackingKey: string }> {
  const { catalogue, clock } = app.context;
  const { value: service } = catalogue.service(government, 'tanda-tangan-elektronik');
  people += 1;
  // All end alike: officers record the end by hand.
  const nik = `3310010101${String(people).padStart(2, '0')}0001`;
  const { answers } = exampleFor(service, todayIn(catalogue, government, clock.now()));
  const { number, trackingKey } = await submitExampleRequest(app, government, service.id, {
    answers: { ...answers, nik },
  });
  await act(app, government, number, 'complete');
  await act(app, government, number, 'pass');
  return { number, trackingKey };
}

/** Orders what waits and does the job as a worker would. */
export async function deliverTrial(app: TestApp, worker: Database, number: string): Promise<RequestState> {
  const state = await act(app, government, number, 'deliver', { fields: {} });
  const delivery = state.deliveries?.at(-1)?.delivery;
  assert.ok(delivery !== undefined);
  const { context } = app;
  const deps = {
    ...context.delivering,
    request: context,
    log: createLog('silent', { write: () => undefined }),
  };
  await deliverTask(deps)({ delivery }, { government, database: worker });
  return state;
}

/** All of it: a request whose owner may choose a passphrase. */
export async function certified(app: TestApp, worker: Database): Promise<Certified> {
  const asked = await askForCertificate(app);
  const state = await deliverTrial(app, worker, asked.number);
  return { ...asked, delivery: state.deliveries?.at(-1)?.delivery ?? '' };
}
