import { signDetached } from './cms/sign.ts';
import type { Signer } from './cms/sign.ts';
import { PdfDocument } from './pdf/document.ts';
import { boxTooSmall } from './pdf/faults.ts';
import { fillSignature, prepareSignature } from './pdf/signature-field.ts';
import type { SignatureFacts, VisibleSignature } from './pdf/signature-field.ts';
import { signedBytes } from './pdf/signatures.ts';
import type { SignatureBox } from './pdf/visible-form.ts';
import { drawPicture } from './picture.ts';
import type { SignaturePicture } from './picture.ts';

export interface PdfSignature extends SignatureFacts {
  /** Where it is seen and what; without it the signature is there, but nothing is seen of it. */
  readonly seen?: { readonly box: SignatureBox; readonly picture: SignaturePicture };
}

/** In points: 3 cm × 1 cm. */
const SMALLEST_BOX = { width: 85, height: 28 };

/** Room for attributes and signature value beside the certificates, in bytes. */
const ROOM_BESIDE_CERTIFICATES = 2048;

/**
 * Signs a PDF by PAdES (ETSI EN 319 142-1, level B-B: no time-stamp): a revision is added at the end, so that signatures that
 * are there stay good. Throws Faults 'pdf-unreadable', 'pdf-encrypted', 'pdf-certified', 'pdf-page-missing', 'signature-box-small'.
 */
export async function signPdf(pdf: Buffer, signature: PdfSignature, signer: Signer): Promise<Buffer> {
  const document = new PdfDocument(pdf);
  const certificates = [signer.certificate, ...signer.chain];
  const room = certificates.reduce((sum, { length }) => sum + length, ROOM_BESIDE_CERTIFICATES);
  const prepared = prepareSignature(document, signature, room, await visible(signature));
  return fillSignature(prepared, await signDetached(signedBytes(prepared.bytes, prepared.gap), signer));
}

async function visible({ seen }: PdfSignature): Promise<VisibleSignature | undefined> {
  if (!seen) return undefined;
  const { box } = seen;
  if (box.width < SMALLEST_BOX.width || box.height < SMALLEST_BOX.height) throw boxTooSmall();
  return { box, picture: await drawPicture(seen.picture, box.width, box.height) };
}
