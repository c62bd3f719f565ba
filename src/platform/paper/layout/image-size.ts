import { Fault } from '../../../ground/index.ts';

interface Pixels {
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = 0x89504e47;
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

/** Width and height of a PNG or JPEG in pixels. Throws a Fault for anything else. */
export function imageSize(bytes: Uint8Array): Pixels {
  const size = findSize(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!size || size.width === 0 || size.height === 0) {
    throw new Fault('invalid', 'paper-image', {
      id: 'Gambar untuk dokumen harus berupa PNG atau JPEG yang utuh.',
      en: 'A picture for a paper must be a complete PNG or JPEG.',
    });
  }
  return size;
}
