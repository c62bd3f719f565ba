import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { Fault } from '../../../ground/index.ts';

interface Pixels {
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = 0x89504e47;
const IDAT = 0x49444154;
const JPEG_START = 0xffd8;
/** Start of frame: the segments that tell how large a JPEG is, all but C4, C8 and CC of this range. */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

function jpegSize(view: DataView): Pixels | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    const marker = view.getUint16(at);
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function findSize(view: DataView): Pixels | undefined {
  if (view.byteLength > 24 && view.getUint32(0) === PNG_SIGNATURE) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  return view.byteLength > 4 && view.getUint16(0) === JPEG_START ? jpegSize(view) : undefined;
}

/** A picture that is none, or broken. */
export const brokenImage = (): Fault =>
  new Fault('invalid', 'paper-image', {
    id: 'Gambar untuk dokumen harus berupa PNG atau JPEG yang utuh.',
    en: 'A picture for a paper must be a complete PNG or JPEG.',
  });

/** A scanned page in 600 dots an inch has 35 million. */
const MOST_PIXELS = 40_000_000;
/** Four channels of two bytes, the most a PNG has. */
const MOST_BYTES = MOST_PIXELS * 8;

const hugeImage = (): Fault =>
  new Fault('too-large', 'paper-image-large', {
    id: 'Gambar untuk dokumen terlalu besar. Perkecil sampai paling banyak 40 juta piksel.',
    en: 'A picture for a paper is too large. Make it smaller, to at most 40 million pixels.',
  });

/** The packed pixels of a PNG: all its IDAT chunks in a row. */
function packedPixels(view: DataView): Buffer {
  const parts: Buffer[] = [];
  let at = 8;
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (type === IDAT && at + 12 + length <= view.byteLength) {
      parts.push(Buffer.from(view.buffer, view.byteOffset + at + 8, length));
    }
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

/** The writer unpacks pixels where nobody can catch what goes wrong: a PNG that does not unpack never gets there. */
function assertUnpacks(view: DataView): void {
  if (view.getUint32(0) !== PNG_SIGNATURE) return;
  try {
    inflateSync(packedPixels(view), { maxOutputLength: MOST_BYTES });
  } catch {
    throw brokenImage();
  }
}

/** Width and height of a PNG or JPEG in pixels. Throws a Fault for anything else, and for what is broken or too large. */
export function imageSize(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = findSize(view);
  if (!size || size.width === 0 || size.height === 0) throw brokenImage();
  if (size.width * size.height > MOST_PIXELS) throw hugeImage();
  assertUnpacks(view);
  return size;
}
