/** What the Esign Client answers, read with suspicion: its versions spell the same things differently. */
import { z } from 'zod';
import { documentGone, faultOf, isRefusal, unreadableAnswer } from './faults.ts';
import type { BsreAnswer } from './http.ts';

/** States of a certificate. Whatever else BSrE may say counts as UNKNOWN, and nobody signs with it. */
const states = [
  'ISSUE',
  'NOT_REGISTERED',
  'NEW',
  'WAITING_FOR_VERIFICATION',
  'RENEW',
  'EXPIRED',
  'REVOKE',
  'SUSPEND',
] as const;
export type BsreStatus = (typeof states)[number] | 'UNKNOWN';

const Code = z.union([z.string(), z.number()]).transform(String);
const ErrorBody = z.object({ status_code: Code });
const StatusBody = z.object({ status: z.string() });
const Base64V1 = z.object({ base64_signed_file: z.base64() });
const FilesV2 = z.object({ file: z.array(z.base64()).min(1) });

/** One signature as BSrE verified it. */
export interface BsreVerified {
  readonly signer: string | null;
  readonly issuer: string | null;
  readonly intact: boolean | null;
  readonly reason: string | null;
}

export interface BsreVerification {
  /** Null: the document is not signed. */
  readonly summary: string | null;
  readonly signatures: readonly BsreVerified[];
}

const Text = z.string().nullish().catch(null);
const Verification = z.object({
  jumlah_signature: z.number().nullish(),
  summary: z.string().nullish(),
  details: z
    .array(
      z.object({
        info_signer: z.object({ signer_name: Text, signer_dn: Text, issuer_dn: Text }).nullish(),
        signature_document: z
          .object({ reason: Text, document_integrity: z.boolean().nullish().catch(null) })
          .nullish(),
      }),
    )
    .nullish(),
});

function json(answer: BsreAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString('utf8'));
  } catch {
    return null;
  }
}

const isPdf = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 5) === '%PDF-';

/** Throws the fault that an answer with an error stands for; a code of its own may come with any status. */
export function refuseErrors(answer: BsreAnswer): void {
  const body = ErrorBody.safeParse(json(answer));
  const code = body.success ? body.data.status_code : null;
  // Nobody is followed elsewhere; where it leads belongs into the settings.
  if (answer.status >= 300 || isRefusal(code)) throw faultOf(answer.status, code);
}

export function readStatus(answer: BsreAnswer): BsreStatus {
  const body = StatusBody.safeParse(json(answer));
  if (!body.success) throw unreadableAnswer(answer.status);
  return states.find((state) => state === body.data.status.trim().toUpperCase()) ?? 'UNKNOWN';
}

/** The signed file of version 1: as it is or as JSON; null when only its number came, under which it can be fetched. */
export function readSignedV1(answer: BsreAnswer): Buffer | null {
  if (isPdf(answer.body)) return answer.body;
  const body = Base64V1.safeParse(json(answer));
  if (body.success) return signedFile(body.data.base64_signed_file, answer);
  if (answer.document !== null) return null;
  throw unreadableAnswer(answer.status);
}

export function readSignedV2(answer: BsreAnswer): Buffer {
  const body = FilesV2.safeParse(json(answer));
  if (!body.success) throw unreadableAnswer(answer.status);
  return signedFile(body.data.file[0] ?? '', answer);
}

export function readDownload(answer: BsreAnswer): Buffer {
  if (answer.status === 404) throw documentGone();
  refuseErrors(answer);
  if (!isPdf(answer.body)) throw documentGone();
  return answer.body;
}

export function readVerification(answer: BsreAnswer): BsreVerification {
  const body = Verification.safeParse(json(answer));
  if (!body.success) throw unreadableAnswer(answer.status);
  const { jumlah_signature: count, summary, details } = body.data;
  if (count === 0) return { summary: null, signatures: [] };
  const signatures = (details ?? []).map(({ info_signer: signer, signature_document: document }) => ({
    signer: signer?.signer_name ?? signer?.signer_dn ?? null,
    issuer: signer?.issuer_dn ?? null,
    intact: document?.document_integrity ?? null,
    reason: document?.reason ?? null,
  }));
  return { summary: summary ?? null, signatures };
}

function signedFile(base64: string, answer: BsreAnswer): Buffer {
  const file = Buffer.from(base64, 'base64');
  if (!isPdf(file)) throw unreadableAnswer(answer.status);
  return file;
}
