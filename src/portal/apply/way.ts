/** The way through an application: pages of questions, then files, then the check. Pure. */
import type { UploadedFile } from '../../request/index.ts';
import { requirementsFor, isUploaded } from '../../standard/index.ts';
import type { AnswerContext, Requirement, Service } from '../../standard/index.ts';
import { formQuestions } from '../../standard/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { choicesTyped, firstIncomplete, screensFor } from './screens.ts';

/** Last parts of a draft's addresses. */
export const FILES = 'berkas';
export const CHECK = 'periksa';
export const PROOF = 'bukti';
export const screenPart = (id: string): string => `isi/${id}`;

/** What is or may be uploaded by someone who typed this. */
export const uploadsFor = (service: Service, typed: PostedForm): readonly Requirement[] =>
  requirementsFor(service, choicesTyped(service, typed)).filter(isUploaded);

/** The SRIKANDI number typed in place of a letter; null for none. */
export function letterNumberTyped(service: Service, typed: PostedForm): string | null {
  const question = formQuestions(service).find(({ use }) => use === 'srikandi-number');
  const value = question && typed[question.id];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Requirements that must be uploaded and are not. */
export function missingUploads(
  service: Service,
  typed: PostedForm,
  held: readonly Pick<UploadedFile, 'requirement'>[],
): readonly Requirement[] {
  const brought = new Set(held.map(({ requirement }) => requirement));
  const byNumber = letterNumberTyped(service, typed) !== null;
  return uploadsFor(service, typed).filter(
    ({ id, required, bring }) =>
      required && !brought.has(id) && !(bring === 'file-or-letter-number' && byNumber),
  );
}

/** All pages for someone who typed this, as last parts of their addresses. */
export function waysFor(service: Service, typed: PostedForm): readonly string[] {
  const screens = screensFor(service, typed).map(({ id }) => screenPart(id));
  return [...screens, ...(uploadsFor(service, typed).length > 0 ? [FILES] : []), CHECK];
}

/** "Bagian 2 dari 4". */
export interface PartOfForm {
  readonly at: number;
  readonly all: number;
}

/**
 * Which part of the form a page is, and of how many. Counted by groups of questions and by what anybody may be asked, so that
 * the count neither grows nor shrinks with an answer; who is spared a part jumps over its number.
 */
export function partOf(service: Service, part: string): PartOfForm {
  const uploads = service.requirements.some(isUploaded);
  const parts = [...service.form.map(({ id }) => screenPart(id)), ...(uploads ? [FILES] : []), CHECK];
  // The second page of a group is named after its first: "isi/pemohon.2".
  return { at: parts.indexOf(part.replace(/\.\d+$/, '')) + 1, all: parts.length };
}

/** The page after this one. */
export function nextAfter(service: Service, typed: PostedForm, part: string): string {
  const ways = waysFor(service, typed);
  return ways[ways.indexOf(part) + 1] ?? CHECK;
}

/** The first page on which something is still missing; null when everything may be sent. */
export function firstUnfinished(
  service: Service,
  typed: PostedForm,
  held: readonly Pick<UploadedFile, 'requirement'>[],
  reading: AnswerContext,
): string | null {
  const screen = firstIncomplete(service, typed, reading);
  if (screen) return screenPart(screen.id);
  return missingUploads(service, typed, held).length > 0 ? FILES : null;
}
