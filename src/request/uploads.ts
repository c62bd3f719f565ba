/** Files of a request: already in the store, encrypted under its data key; here they become records and journal words. */
import type { Service } from '../standard/index.ts';
import type { FileRef } from './model/entries.ts';
import type { Vault } from './vault.ts';

/** A file that has reached the store. */
export interface UploadedFile {
  readonly id: string;
  /** The requirement it answers, or "evidence" and the like for an official's. */
  readonly requirement: string;
  readonly name: string;
  /** Decided by content: application/pdf, image/jpeg or image/png. */
  readonly type: string;
  /** Bytes before encryption. */
  readonly size: number;
  readonly sha256: Buffer;
}

/** The journal's words on files: ids and salted hashes of their content. */
export function fileRefs(vault: Vault, files: readonly UploadedFile[]): readonly FileRef[] {
  return files.map((file) => ({
    file: file.id,
    requirement: file.requirement,
    hash: vault.hash(file.sha256),
  }));
}

interface FilePlace {
  readonly government: string;
  readonly request: string;
  readonly at: Temporal.Instant;
  readonly givenBy: 'applicant' | 'official';
  /** Whether an official's file is for the applicant to download. */
  readonly forApplicant?: boolean;
}

/**
 * Which files of a giver tell who somebody is. Of a protected reporter also those that no requirement names: what an
 * official asked for in words is likely to be an identity card, and it goes around with the case (Perpres 76/2013).
 */
function personalIn(service: Service, givenBy: FilePlace['givenBy']): (requirement: string) => boolean {
  const personal = new Map(service.requirements.map((one) => [one.id, one.personal]));
  const unnamed = service.identityProtected && givenBy === 'applicant';
  return (requirement) => personal.get(requirement) ?? unnamed;
}

/** Rows for files of a request. Those that answer a personal requirement (KTP) are marked for restricted reading. */
export function fileRows(
  vault: Vault,
  service: Service,
  files: readonly UploadedFile[],
  place: FilePlace,
): FileRow[] {
  const tellsWho = personalIn(service, place.givenBy);
  return files.map((file) => ({
    government: place.government,
    id: file.id,
    request: place.request,
    draft: null,
    requirement: file.requirement,
    sealed_name: vault.seal(`file/${file.id}`, file.name),
    type: file.type,
    size: file.size,
    sha256: file.sha256,
    given_by: place.givenBy,
    for_applicant: place.givenBy === 'applicant' || (place.forApplicant ?? false),
    personal: tellsWho(file.requirement),
    created_at: place.at,
    erased_at: null,
  }));
}

export interface FileRow {
  government: string;
  id: string;
  request: string;
  draft: null;
  requirement: string;
  sealed_name: Buffer;
  type: string;
  size: number;
  sha256: Buffer;
  given_by: 'applicant' | 'official';
  for_applicant: boolean;
  personal: boolean;
  created_at: Temporal.Instant;
  erased_at: null;
}
