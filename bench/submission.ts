/** Submissions as a program sends them, from the example that the API gives of a service. */
import { examplePdf } from '../src/example-document.ts';
import { send } from './client.ts';
import type { Call } from './client.ts';

interface Example {
  readonly answers: Record<string, unknown>;
  readonly files: readonly { requirement: string; fileName: string }[];
}

interface Part {
  readonly name: string;
  readonly value: string | Buffer;
  readonly fileName?: string;
  readonly type: string;
}

const BOUNDARY = 'pendopo-bench-4f1c';

/** Calls that each submit a new request for a service, with a PDF of about so many bytes for each file it asks for. */
export async function submissions(base: string, service: string, fileBytes: number): Promise<() => Call> {
  const path = `/api/v1/governments/klaten/services/${service}`;
  const { body: told } = await send(base, { path });
  const { example } = JSON.parse(told) as { example: Example };
  const body = multipart(partsOf(example, pdfOf(fileBytes)));
  let serial = 0;
  return () => {
    serial += 1;
    const headers = {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': String(body.length),
      'idempotency-key': `bench-${process.pid}-${serial}-${service}`,
    };
    return { method: 'POST', path: `${path}/requests`, headers, body };
  };
}

const partsOf = ({ answers, files }: Example, pdf: Buffer): readonly Part[] => [
  { name: 'answers', value: JSON.stringify(answers), type: 'application/json' },
  ...files.map(({ requirement, fileName }) => ({
    name: requirement,
    value: pdf,
    fileName,
    type: 'application/pdf',
  })),
];

/** The example document with a comment behind it. */
const pdfOf = (bytes: number): Buffer =>
  Buffer.concat([examplePdf('surat'), Buffer.from(`%${'x'.repeat(Math.max(0, bytes - 900))}\n%%EOF\n`)]);

function multipart(parts: readonly Part[]): Buffer {
  const chunks = parts.flatMap(({ name, value, fileName, type }) => [
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${fileName ? `; filename="${fileName}"` : ''}\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
