import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { fileTooLarge, MAX_FILE_BYTES } from '../files/index.ts';
import { CSRF_FIELD } from './csrf.ts';
import { bodyMalformed, mediaUnsupported } from './faults.ts';
import { asTyped } from './form-fields.ts';
import type { FormFields } from './form-fields.ts';
import { readPartHeaders } from './part-headers.ts';
import type { PartHeaders } from './part-headers.ts';
import { PartReader } from './part-reader.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether multipart/form-data was sent. */
    isMultipart(): boolean;
  }
}

/** A file on its way in. `contentType` is only what the sender claims. */
export interface FilePart {
  readonly field: string;
  /** Without directories and control characters, at most 200 characters. */
  readonly fileName: string;
  readonly contentType: string;
  /** Ends with Fault 'file-too-large' when the file exceeds the limit. What is left unread is passed over. */
  readonly content: AsyncIterable<Buffer>;
}

export interface MultipartLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly fields: number;
  readonly fieldBytes: number;
  /** Of all fields together: they are held in memory. */
  readonly allFieldsBytes: number;
}

const MULTIPART_LIMITS: MultipartLimits = {
  files: 10,
  fileBytes: MAX_FILE_BYTES,
  fields: 300,
  fieldBytes: 256 * 1024,
  allFieldsBytes: 1024 * 1024,
};

/** Of a field; ours are much shorter. */
const LONGEST_NAME = 200;

/** Lets multipart bodies in, unread: whoever handles them reads them with `readMultipart` while they arrive. */
export function addMultipart(server: FastifyInstance): void {
  const sent = new WeakSet<FastifyRequest>();
  server.decorateRequest('isMultipart', function (this: FastifyRequest) {
    return sent.has(this);
  });
  server.addContentTypeParser('multipart/form-data', (request, _body, done) => {
    sent.add(request);
    done(null);
  });
}

export interface MultipartReader {
  /** Takes one file; the next part waits for it. Throw here to refuse the whole form. */
  readonly onFile: (part: FilePart) => Promise<void>;
  readonly limits?: Partial<MultipartLimits>;
}

/**
 * Reads a multipart form: gives its fields and hands each file on while it arrives, so that memory stays small.
 * Needs the route's `config: { multipart: true }`. Throws Faults 'form-expired' (also when a file stands before
 * the token), 'file-too-large', 'too-many-files', 'too-many-fields', 'field-too-large'
 * (one, or all together).
 */
export async function readMultipart(request: FastifyRequest, reader: MultipartReader): Promise<FormFields> {
  const limits = { ...MULTIPART_LIMITS, ...reader.limits };
  try {
    return await readParts(request, reader.onFile, limits);
  } catch (error) {
    // A browser shows the answer only when it could send everything; otherwise it says "connection reset".
    await passOver(request, limits.files * limits.fileBytes);
    throw error;
  }
}

async function readParts(
  request: FastifyRequest,
  onFile: MultipartReader['onFile'],
  limits: MultipartLimits,
): Promise<FormFields> {
  // Left open on an early end, so that the rest can be passed over.
  const chunks = request.raw.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  try {
    const parts = new PartReader(arriving(chunks), boundaryOf(request));
    const form = new Form(request, limits);
    for (let lines = await parts.next(); lines !== null; lines = await parts.next()) {
      const headers = readPartHeaders(lines);
      if (headers === null || headers.name in Object.prototype) throw bodyMalformed();
      if (headers.fileName === undefined) await form.takeField(headers, parts);
      else await form.takeFile(headers, parts, onFile);
    }
    return form.end();
  } finally {
    await chunks.return?.();
  }
}

/** A line that breaks is told as a body that breaks off. */
function arriving(chunks: AsyncIterator<Buffer>): AsyncIterator<Buffer> {
  return {
    next: () =>
      chunks.next().catch(() => {
        throw bodyMalformed();
      }),
  };
}

/** Where one part ends and the next begins, as the sender chose it. */
function boundaryOf(request: FastifyRequest): string {
  if (!request.isMultipart()) throw mediaUnsupported();
  const header = request.headers['content-type'] ?? '';
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(header) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw bodyMalformed();
  return boundary;
}

/** What has come of a form so far. */
class Form {
  readonly #request: FastifyRequest;
  readonly #limits: MultipartLimits;
  readonly #fields = new Map<string, string[]>();
  #fieldCount = 0;
  #fieldBytes = 0;
  #fileCount = 0;

  constructor(request: FastifyRequest, limits: MultipartLimits) {
    this.#request = request;
    this.#limits = limits;
  }

  async takeField({ name }: PartHeaders, parts: PartReader): Promise<void> {
    this.#fieldCount += 1;
    if (this.#fieldCount > this.#limits.fields) throw tooManyFields(this.#limits.fields);
    if (name.length > LONGEST_NAME) throw fieldTooLarge(name.slice(0, LONGEST_NAME));
    const content: Buffer[] = [];
    const most = Math.min(
      this.#limits.fieldBytes,
      this.#limits.allFieldsBytes - this.#fieldBytes - name.length,
    );
    let bytes = 0;
    for await (const chunk of parts.content()) {
      bytes += chunk.length;
      if (bytes > most) throw fieldTooLarge(name);
      content.push(chunk);
    }
    this.#fieldBytes += name.length + bytes;
    this.#keep(name, asTyped(Buffer.concat(content).toString()));
  }

  #keep(name: string, value: string): void {
    const request = this.#request;
    if (name === CSRF_FIELD && !request.csrfPassed) request.checkCsrf(value);
    this.#fields.set(name, [...(this.#fields.get(name) ?? []), value]);
  }

  /** What the taker leaves unread is passed over when the next part is asked for. */
  async takeFile(
    { name, fileName = '', contentType }: PartHeaders,
    parts: PartReader,
    onFile: MultipartReader['onFile'],
  ): Promise<void> {
    if (!this.#request.csrfPassed) this.#request.checkCsrf(undefined);
    this.#fileCount += 1;
    if (this.#fileCount > this.#limits.files) throw tooManyFiles(this.#limits.files);
    // A file field left empty comes as a part without a name.
    if (fileName === '') return;
    const content = bounded(parts.content(), this.#limits.fileBytes, name);
    await onFile({ field: name, fileName: tidyFileName(fileName), contentType, content });
  }

  end(): FormFields {
    if (!this.#request.csrfPassed) this.#request.checkCsrf(undefined);
    return Object.fromEntries(
      [...this.#fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    );
  }
}

async function* bounded(content: AsyncIterable<Buffer>, most: number, field: string): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > most) throw fileTooLarge(most, field);
    yield chunk;
  }
}

/** The name of a file as a person gave it, without what could mislead: directories, control and bidi characters. */
export function tidyFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return (
    base
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(-200)
      // Half of a sign that takes two.
      .replace(/^[\uDC00-\uDFFF]/, '') || 'berkas'
  );
}

async function passOver({ raw }: FastifyRequest, maxBytes: number): Promise<void> {
  let seen = 0;
  await new Promise<void>((done) => {
    raw.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > maxBytes) done();
    });
    for (const event of ['end', 'close', 'error']) raw.once(event, done);
    if (raw.readableEnded || raw.destroyed) done();
    else raw.resume();
  });
}

const tooManyFiles = (files: number): Fault =>
  new Fault('too-large', 'too-many-files', {
    id: `Paling banyak ${files} berkas sekali kirim. Gabungkan beberapa halaman menjadi satu PDF.`,
    en: `At most ${files} files at a time. Join several pages into one PDF.`,
  });

const tooManyFields = (fields: number): Fault =>
  new Fault('too-large', 'too-many-fields', {
    id: `Formulir ini berisi lebih dari ${fields} isian.`,
    en: `This form has more than ${fields} fields.`,
  });

function fieldTooLarge(path: string): Fault {
  const words = { id: 'Isian ini terlalu panjang. Persingkat.', en: 'This answer is too long. Shorten it.' };
  return new Fault('too-large', 'field-too-large', words, [{ path, words }]);
}
