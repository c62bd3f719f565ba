import type { Multipart, MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { errorCode } from '../durable.ts';
import { fileTooLarge, MAX_FILE_BYTES } from '../files/index.ts';
import { CSRF_FIELD } from './csrf.ts';
import { bodyMalformed, mediaUnsupported } from './faults.ts';
import { withoutNul } from './form-fields.ts';
import type { FormFields } from './form-fields.ts';

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
  const fields = new Map<string, string[]>();
  let bytes = 0;
  for await (const part of partsOf(request, limits)) {
    if (part.type === 'file') {
      if (!request.csrfPassed) request.checkCsrf(undefined);
      await takeFile(part, onFile, limits);
    } else {
      bytes += takeField(part, request, fields);
      if (bytes > limits.allFieldsBytes) throw fieldTooLarge(part.fieldname);
    }
  }
  if (!request.csrfPassed) request.checkCsrf(undefined);
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

/** The parts as they arrive. What the parser reports becomes a Fault here, apart from what `onFile` throws. */
async function* partsOf(request: FastifyRequest, limits: MultipartLimits): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits: libraryLimits(limits) });
  } catch (error) {
    throw parserFault(error, limits);
  }
}

/** Gives how many bytes the field adds. */
function takeField(part: MultipartValue, request: FastifyRequest, fields: Map<string, string[]>): number {
  if (part.fieldnameTruncated || part.valueTruncated) throw fieldTooLarge(part.fieldname);
  // A part that declares itself JSON has been parsed on the way; callers read all fields as text.
  const value = withoutNul(typeof part.value === 'string' ? part.value : JSON.stringify(part.value));
  if (part.fieldname === CSRF_FIELD && !request.csrfPassed) request.checkCsrf(value);
  fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), value]);
  return part.fieldname.length + Buffer.byteLength(value);
}

async function takeFile(
  part: MultipartFile,
  onFile: MultipartReader['onFile'],
  limits: MultipartLimits,
): Promise<void> {
  // A file field left empty comes as a part without a name.
  if (part.filename) {
    const { fieldname, filename, mimetype } = part;
    const content = contentOf(part, limits);
    await onFile({ field: fieldname, fileName: tidyFileName(filename), contentType: mimetype, content });
  }
  part.file.resume();
}

async function* contentOf(part: MultipartFile, limits: MultipartLimits): AsyncGenerator<Buffer> {
  try {
    // Left open on an early end: the parts that follow arrive through the same stream.
    yield* part.file.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw parserFault(error, limits);
  }
  if (part.file.truncated) throw fileTooLarge(limits.fileBytes, part.fieldname);
}

/** The name of a file as a person gave it, without what could mislead: directories, control and bidi characters. */
export function tidyFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return (
    base
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(-200) || 'berkas'
  );
}

function libraryLimits({ files, fileBytes, fields, fieldBytes }: MultipartLimits): Record<string, number> {
  return {
    files,
    fileSize: fileBytes,
    fields,
    fieldSize: fieldBytes,
    parts: files + fields,
    fieldNameSize: 200,
  };
}

async function passOver({ raw }: FastifyRequest, maxBytes: number): Promise<void> {
  raw.unpipe();
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

function parserFault(error: unknown, limits: MultipartLimits): Fault {
  const code = errorCode(error);
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return mediaUnsupported();
  if (code === 'FST_FILES_LIMIT') return tooManyFiles(limits.files);
  if (code === 'FST_FIELDS_LIMIT' || code === 'FST_PARTS_LIMIT') return tooManyFields(limits.fields);
  return bodyMalformed();
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
