/**
 * Processor milliseconds an operation, portal and database together, over HTTP with eight connections; and a plain
 * two-row transaction in the same database engine for comparison. `npm run bench -- [words]`: only operations whose
 * names hold all the words.
 */
import { Agent, request } from 'node:http';
import { examplePdf } from '../src/example-document.ts';
import { startPortal } from './portal.ts';
import type { Portal } from './portal.ts';

const CONNECTIONS = 8;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function send(portal: Portal, call: Call): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request(
      new URL(call.path, portal.url),
      { agent, method: call.method ?? 'GET', headers: { ...call.headers } },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () =>
          done({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(call.body);
  });
}

interface Operation {
  readonly name: string;
  readonly times: number;
  readonly call: (n: number) => Call;
  readonly status: number;
}

async function measure(portal: Portal, operation: Operation): Promise<void> {
  await each(portal, operation, 20);
  const [before, clock] = [portal.cpuSeconds(), performance.now()];
  await each(portal, operation, operation.times);
  const after = portal.cpuSeconds();
  const perSecond = operation.times / ((performance.now() - clock) / 1000);
  const own = ((after.own - before.own) * 1000) / operation.times;
  const database = ((after.database - before.database) * 1000) / operation.times;
  const figures = [own + database, own, database].map((figure) => figure.toFixed(2).padStart(8));
  console.log(`${operation.name.padEnd(42)} ${figures.join(' ')} ${perSecond.toFixed(0).padStart(8)}`);
}

let serial = 0;

async function each(portal: Portal, operation: Operation, times: number): Promise<void> {
  let left = times;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      serial += 1;
      const { status, body } = await send(portal, operation.call(serial));
      if (status !== operation.status) throw new Error(`${operation.name}: ${status} ${body.slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
}

function multipart(
  parts: readonly { name: string; value: string | Buffer; fileName?: string; type?: string }[],
): {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
} {
  const boundary = 'pendopo-bench-4f1c';
  const chunks = parts.flatMap(({ name, value, fileName, type }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${fileName ? `; filename="${fileName}"` : ''}\r\n` +
        `${type ? `content-type: ${type}\r\n` : ''}\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  const body = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body };
}

interface Example {
  readonly answers: Record<string, unknown>;
  readonly files: readonly { requirement: string; fileName: string }[];
}

async function exampleOf(portal: Portal, government: string, service: string): Promise<Example> {
  const { body } = await send(portal, { path: `/api/v1/governments/${government}/services/${service}` });
  return (JSON.parse(body) as { example: Example }).example;
}

/** A PDF of about so many bytes: the example document with a comment behind it. */
const pdfOf = (bytes: number): Buffer =>
  Buffer.concat([examplePdf('surat'), Buffer.from(`%${'x'.repeat(Math.max(0, bytes - 900))}\n%%EOF\n`)]);

function submitting(
  government: string,
  service: string,
  example: Example,
  bytes: number,
): (n: number) => Call {
  const pdf = pdfOf(bytes);
  return (n) => {
    const { headers, body } = multipart([
      { name: 'answers', value: JSON.stringify(example.answers), type: 'application/json' },
      ...example.files.map((file) => ({
        name: file.requirement,
        value: pdf,
        fileName: file.fileName,
        type: 'application/pdf',
      })),
    ]);
    return {
      method: 'POST',
      path: `/api/v1/governments/${government}/services/${service}/requests`,
      headers: { ...headers, 'idempotency-key': `bench-${process.pid}-${n}` },
      body,
    };
  };
}

const portal = await startPortal();
try {
  console.log(
    `first start ${portal.startedAfter.toFixed(1)} s, memory ${portal.memoryMiB().toFixed(0)} MiB PSS\n`,
  );
  const heads = ['CPU ms', 'portal', 'database', 'per s'].map((head) => head.padStart(8));
  console.log(`${'operation'.padEnd(42)} ${heads.join(' ')}`);
  const incident = await exampleOf(portal, 'klaten', 'insiden-siber');
  const bandwidth = await exampleOf(portal, 'klaten', 'penambahan-bandwidth');
  const operations: readonly Operation[] = [
    { name: 'front page', times: 1000, status: 200, call: () => ({ path: '/' }) },
    { name: 'catalogue of a government', times: 1000, status: 200, call: () => ({ path: '/klaten' }) },
    { name: 'service page', times: 500, status: 200, call: () => ({ path: '/klaten/layanan/ruang-rapat' }) },
    {
      name: 'service by API',
      times: 500,
      status: 200,
      call: () => ({ path: '/api/v1/governments/klaten/services/ruang-rapat' }),
    },
    {
      name: 'create by API, no file',
      times: 600,
      status: 201,
      call: submitting('klaten', 'insiden-siber', incident, 0),
    },
    {
      name: 'create by API with a 200 KB PDF',
      times: 600,
      status: 201,
      call: submitting('klaten', 'penambahan-bandwidth', bandwidth, 200_000),
    },
  ];
  const wanted = process.argv.slice(2);
  const chosen = operations.filter(({ name }) => wanted.every((word) => name.includes(word)));
  for (const operation of chosen) await measure(portal, operation);
  console.log(`\nmemory after load ${portal.memoryMiB().toFixed(0)} MiB PSS`);
} finally {
  await portal.stop();
}
