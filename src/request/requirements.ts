/** What must be brought for a request, and whether it was. Pure. */
import { Fault } from '../ground/index.ts';
import { formQuestions, requirementsFor, isUploaded } from '../standard/index.ts';
import type { Answers, Service } from '../standard/index.ts';
import type { UploadedFile } from './uploads.ts';

const invalidFiles = (missing: readonly string[]): Fault =>
  new Fault(
    'invalid',
    'requirements-missing',
    { id: 'Ada persyaratan yang belum diunggah.', en: 'Some requirements have not been uploaded.' },
    missing.map((path) => ({ path, words: { id: 'Unggah berkas ini.', en: 'Upload this file.' } })),
  );

/** Files for something that the service does not ask for; `stray` names it. */
export const unknownFiles = (stray: readonly string[]): Fault =>
  new Fault(
    'invalid',
    'requirement-unknown',
    { id: 'Ada berkas yang tidak diminta.', en: 'A file was given that nobody asked for.' },
    stray.map((path) => ({
      path,
      words: { id: 'Layanan ini tidak meminta berkas ini.', en: 'This service does not ask for this file.' },
    })),
  );

/**
 * The required ones of the requirements that apply, after making sure that what must be brought was brought, as a file or
 * (`paper`) shown to an official, and nothing else was.
 */
export function demandedRequirements(
  service: Service,
  answers: Answers,
  files: readonly UploadedFile[],
  paper: readonly string[] = [],
): readonly string[] {
  const applying = requirementsFor(service, answers);
  const letterNumber = formQuestions(service).find((question) => question.use === 'srikandi-number');
  const byNumber = letterNumber !== undefined && answers[letterNumber.id] !== undefined;
  const brought = new Set([...files.map((file) => file.requirement), ...paper]);
  const missing = applying.filter(
    (r) =>
      r.required && isUploaded(r) && !brought.has(r.id) && !(r.bring === 'file-or-letter-number' && byNumber),
  );
  if (missing.length > 0) throw invalidFiles(missing.map((r) => r.id));
  const known = new Set(applying.filter((r) => r.bring !== 'none').map((r) => r.id));
  const stray = [...brought].filter((id) => !known.has(id));
  if (stray.length > 0) throw unknownFiles(stray);
  return applying.filter((r) => r.required).map((r) => r.id);
}
