/**
 * Client of the Esign Client Service of BSrE, versions 1 and 2 (Petunjuk Teknis API Esign Client Service v2.2.1, January 2024,
 * as far as it is public). The owner's passphrase goes into the body of the one call that signs, and nowhere else.
 */
import {
  readDownload,
  readSignedV1,
  readSignedV2,
  readStatus,
  readVerification,
  refuseErrors,
} from './answers.ts';
import type { BsreStatus, BsreVerification } from './answers.ts';
import type { BsreAnswer, BsreBody, BsreLine } from './http.ts';
import type { BsreSettings } from './settings.ts';

/** Where a signature is seen, in points from the lower left corner of the page, and the address that its code leads to. */
export interface BsreSeen {
  readonly page: number;
  readonly pageHeight: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly address: string;
}

export interface BsreSigning {
  readonly pdf: Buffer;
  readonly nik: string;
  readonly passphrase: string;
  readonly reason: string;
  readonly location: string | null;
  readonly seen: BsreSeen | null;
}

export interface BsreClient {
  /** Throws CounterpartFault, as all do. */
  status(nik: string, signal: AbortSignal): Promise<BsreStatus>;
  sign(signing: BsreSigning, signal: AbortSignal): Promise<Buffer>;
  verify(pdf: Buffer, signal: AbortSignal): Promise<BsreVerification>;
}

export const bsreClient = ({ version, origin }: BsreSettings, line: BsreLine): BsreClient =>
  version === 'v1' ? clientV1(line) : clientV2(line, origin);

async function answered(
  line: BsreLine,
  path: string,
  body: BsreBody | null,
  signal: AbortSignal,
): Promise<BsreAnswer> {
  const answer = await line.ask(path, body, signal);
  refuseErrors(answer);
  return answer;
}

function clientV1(line: BsreLine): BsreClient {
  return {
    status: async (nik, signal) =>
      readStatus(await answered(line, `/api/user/status/${encodeURIComponent(nik)}`, null, signal)),
    sign: async (signing, signal) => {
      const answer = await answered(line, '/api/sign/pdf', formV1(signing), signal);
      const signed = readSignedV1(answer);
      if (signed !== null) return signed;
      // The file broke off or was left out; it is kept under its number for one fetch.
      const path = `/api/sign/download/${encodeURIComponent(answer.document ?? '')}`;
      return readDownload(await line.ask(path, null, signal));
    },
    verify: async (pdf, signal) => {
      const form = new FormData();
      form.set('signed_file', pdfBlob(pdf), 'dokumen.pdf');
      return readVerification(await answered(line, '/api/sign/verify', form, signal));
    },
  };
}

function formV1({ pdf, nik, passphrase, reason, location, seen }: BsreSigning): FormData {
  const form = new FormData();
  form.set('file', pdfBlob(pdf), 'dokumen.pdf');
  const texts: Readonly<Record<string, string | number | null>> = {
    nik,
    passphrase,
    tampilan: seen ? 'visible' : 'invisible',
    reason,
    location,
    ...(seen && {
      image: 'false',
      linkQR: seen.address,
      page: seen.page,
      xAxis: Math.round(seen.x),
      yAxis: Math.round(seen.y),
      width: Math.round(seen.width),
      height: Math.round(seen.height),
    }),
  };
  for (const [name, value] of Object.entries(texts)) if (value !== null) form.set(name, String(value));
  return form;
}

const pdfBlob = (pdf: Buffer): Blob => new Blob([new Uint8Array(pdf)], { type: 'application/pdf' });

function clientV2(line: BsreLine, origin: BsreSettings['origin']): BsreClient {
  return {
    status: async (nik, signal) => {
      const answer = await line.ask('/api/v2/user/check/status', { nik }, signal);
      // Some installations answer under another name.
      const other = answer.status === 404 && (await line.ask('/api/v2/user/check-status', { nik }, signal));
      const found = other || answer;
      refuseErrors(found);
      return readStatus(found);
    },
    sign: async (signing, signal) => {
      const body = {
        nik: signing.nik,
        passphrase: signing.passphrase,
        signatureProperties: [await propertyV2(signing, origin)],
        file: [signing.pdf.toString('base64')],
      };
      return readSignedV2(await answered(line, '/api/v2/sign/pdf', body, signal));
    },
    verify: async (pdf, signal) =>
      readVerification(await answered(line, '/api/v2/verify/pdf', { file: pdf.toString('base64') }, signal)),
  };
}

async function propertyV2(
  { reason, location, seen }: BsreSigning,
  origin: BsreSettings['origin'],
): Promise<Readonly<Record<string, unknown>>> {
  const said = { reason, ...(location !== null && { location }) };
  if (!seen) return { tampilan: 'INVISIBLE', ...said };
  const { x, y, width, height, page, pageHeight } = seen;
  return {
    tampilan: 'VISIBLE',
    imageBase64: (await codePicture(seen.address)).toString('base64'),
    page,
    originX: Math.round(x),
    originY: Math.round(origin === 'top-left' ? pageHeight - y - height : y),
    width: Math.round(width),
    height: Math.round(height),
    ...said,
  };
}

/** Version 2 draws no code by itself. */
async function codePicture(address: string): Promise<Buffer> {
  const { toBuffer } = await import('qrcode');
  return toBuffer(address, { errorCorrectionLevel: 'M', margin: 2, scale: 8 });
}
