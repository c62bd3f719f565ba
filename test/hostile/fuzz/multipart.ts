/** Bodies of the kind that carries files: well made, nearly well made, and broken. */
import * as fc from 'fast-check';
import { examplePdf } from '../../../src/example-document.ts';
import { hostileText } from './values.ts';

const BOUNDARY = 'pendopo-fuzz';

/** What is sent as a whole, with the kind it declares. */
export interface Body {
  readonly type: string | null;
  readonly bytes: Buffer;
}

export interface Part {
  readonly name: string;
  /** Null for a field without a file. */
  readonly fileName: string | null;
  readonly bytes: Buffer;
}

const quoted = (text: string): string => text.toWellFormed().replaceAll('"', '%22');

function partBytes({ name, fileName, bytes }: Part): Buffer {
  const file = fileName === null ? '' : `; filename="${quoted(fileName)}"`;
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${quoted(name)}"${file}\r\n`;
  const type = fileName === null ? '' : 'content-type: application/pdf\r\n';
  return Buffer.concat([Buffer.from(`${head}${type}\r\n`), bytes, Buffer.from('\r\n')]);
}

/** The parts as one body. */
export const joined = (parts: readonly Part[]): Body => ({
  type: `multipart/form-data; boundary=${BOUNDARY}`,
  bytes: Buffer.concat([...parts.map(partBytes), Buffer.from(`--${BOUNDARY}--\r\n`)]),
});

const fileBytes: fc.Arbitrary<Buffer> = fc.oneof(
  fc.constantFrom(
    examplePdf('x'),
    Buffer.alloc(0),
    Buffer.from('%PDF-'),
    Buffer.from('%PDF-1.7 <script>'),
    Buffer.from('ffd8ff', 'hex'),
    Buffer.from('504b0304', 'hex'),
    Buffer.from('<!doctype html><zq-mark>'),
    Buffer.alloc(200_000, 7),
  ),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);

/** Parts that nobody asked for, and names that mislead. */
const strangeParts: fc.Arbitrary<readonly Part[]> = fc.array(
  fc.record({
    name: fc.oneof(hostileText, fc.constantFrom('answers', 'note', 'version', '_csrf', 'hapus')),
    fileName: fc.option(fc.oneof(hostileText, fc.constant('../../x.pdf')), { nil: null }),
    bytes: fileBytes,
  }),
  { maxLength: 5 },
);

const spoil: Readonly<Record<string, (body: Body) => Body>> = {
  cut: ({ type, bytes }) => ({ type, bytes: bytes.subarray(0, Math.floor(bytes.length * 0.7)) }),
  'other boundary': ({ bytes }) => ({ type: 'multipart/form-data; boundary=another', bytes }),
  'no boundary': ({ bytes }) => ({ type: 'multipart/form-data', bytes }),
  'empty boundary': ({ bytes }) => ({ type: 'multipart/form-data; boundary=""', bytes }),
  'long boundary': ({ bytes }) => ({ type: `multipart/form-data; boundary=${'b'.repeat(5000)}`, bytes }),
  'no headers': ({ type }) => ({ type, bytes: Buffer.from(`--${BOUNDARY}\r\n\r\nx\r\n--${BOUNDARY}--`) }),
  'endless header': ({ type }) => ({
    type,
    bytes: Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: ${'x'.repeat(100_000)}`),
  }),
  many: ({ type }) => ({
    ...joined(
      Array.from({ length: 400 }, (_, at) => ({ name: `f${at}`, fileName: null, bytes: Buffer.from('x') })),
    ),
    type,
  }),
  nothing: ({ type }) => ({ type, bytes: Buffer.alloc(0) }),
};

/** The good parts with strange ones among them, some spoilt as a whole. */
export function multipartOf(good: fc.Arbitrary<readonly Part[]>): fc.Arbitrary<Body> {
  const whole = fc.tuple(good, strangeParts).map(([parts, strange]) => joined([...parts, ...strange]));
  const spoilt = fc
    .tuple(whole, fc.constantFrom(...Object.values(spoil)))
    .map(([body, change]) => change(body));
  return fc.oneof({ weight: 2, arbitrary: good.map(joined) }, { weight: 2, arbitrary: whole }, spoilt);
}
