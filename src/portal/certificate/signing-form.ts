/** The form that brings a PDF to be signed: read into memory, for this one answer. */
import type { FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { readMultipart } from '../../platform/index.ts';
import type { FilePart, FormFields } from '../../platform/index.ts';
import { certificateWords } from '../words/certificate.ts';
import { PASSPHRASE, typedIn } from './passphrase.ts';

/** Name of the file's field. */
export const PDF = 'pdf';

export interface PdfToSign {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface SigningForm {
  readonly passphrase: string;
  readonly pdf: PdfToSign;
}

/** The form, or what is wrong with it by field. Throws what no field is to blame for ('form-expired', 'too-many-files'). */
export async function readSigningForm(request: FastifyRequest): Promise<SigningForm | readonly FieldFault[]> {
  const files: PdfToSign[] = [];
  const fields = await readFields(request, async ({ field, fileName, content }) => {
    if (field === PDF) files.push({ name: fileName, bytes: await inMemory(content) });
  });
  if (!('fields' in fields)) return fields.faults;
  const passphrase = typedIn(fields.fields, PASSPHRASE);
  const [pdf] = files;
  if (pdf && passphrase !== '') return { passphrase, pdf };
  return [
    ...(pdf ? [] : [missing(PDF, 'noPdf')]),
    ...(passphrase === '' ? [missing(PASSPHRASE, 'missing')] : []),
  ];
}

/** A file beyond the limit ends the reading; it is told at its field. */
async function readFields(
  request: FastifyRequest,
  onFile: (part: FilePart) => Promise<void>,
): Promise<{ readonly fields: FormFields } | { readonly faults: readonly FieldFault[] }> {
  try {
    return { fields: await readMultipart(request, { onFile, limits: { files: 1 } }) };
  } catch (error) {
    const faults = findFieldFaults(error);
    if (faults === null) throw error;
    return { faults };
  }
}

async function inMemory(content: AsyncIterable<Buffer>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(content));
}

/** What a fault says of the form's fields; null when it is of no field. */
export function findFieldFaults(error: unknown): readonly FieldFault[] | null {
  if (!(error instanceof Fault)) return null;
  if (/^(pdf|file)-/.test(error.code)) return [{ path: PDF, words: error.words }];
  return /^passphrase-(wrong|long)$/.test(error.code) ? [{ path: PASSPHRASE, words: error.words }] : null;
}

const missing = (path: string, name: 'noPdf' | 'missing'): FieldFault => ({
  path,
  words: { id: certificateWords.id.faults[name], en: certificateWords.en.faults[name] },
});
