import { create } from 'qrcode';
import { crc32, deflateSync } from 'node:zlib';
import { Buffer } from 'node:buffer';
import { imageSize } from '../layout/image-size.ts';
import type { Image, QrCode } from '../model.ts';
import { emu } from './measure.ts';
import type { Gathered } from './package.ts';
import { element } from './xml.ts';

/** Modules of quiet zone around a code (ISO/IEC 18004 asks for four). */
const QUIET = 4;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Pixels a module: enough that a printer keeps its edges. */
const SCALE = 8;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** A square of dark and light modules as a PNG in grey. */
function pngOf(side: number, isDark: (x: number, y: number) => boolean): Buffer {
  const pixels = side * SCALE;
  const rows = Buffer.alloc(pixels * (pixels + 1), 0xff);
  for (let y = 0; y < pixels; y += 1) {
    const start = y * (pixels + 1);
    rows[start] = 0;
    for (let x = 0; x < pixels; x += 1) {
      if (isDark(Math.floor(x / SCALE), Math.floor(y / SCALE))) rows[start + 1 + x] = 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function codePng(address: string): Buffer {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  return pngOf(size + 2 * QUIET, (x, y) => {
    const [column, row] = [x - QUIET, y - QUIET];
    if (column < 0 || row < 0 || column >= size || row >= size) return false;
    return Boolean(data[row * size + column]);
  });
}

interface Drawn {
  readonly bytes: Uint8Array;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

function drawingOf({ bytes, width, height, alt }: Drawn, gathered: Gathered): string {
  const id = gathered.drawing();
  const extent = { cx: emu(width), cy: emu(height) };
  const relation = gathered.picture(bytes, bytes[0] === PNG_SIGNATURE[0] ? 'png' : 'jpeg');
  const picture = element(
    'pic:pic',
    {},
    element(
      'pic:nvPicPr',
      {},
      element('pic:cNvPr', { id, name: `Gambar ${id}`, descr: alt }),
      element('pic:cNvPicPr'),
    ),
    element(
      'pic:blipFill',
      {},
      element('a:blip', { 'r:embed': relation }),
      '<a:stretch><a:fillRect/></a:stretch>',
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', extent)),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
  );
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  const inline = element(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', extent),
    element('wp:docPr', { id, name: `Gambar ${id}`, descr: alt }),
    element('a:graphic', {}, element('a:graphicData', { uri }, picture)),
  );
  return element('w:r', {}, element('w:drawing', {}, inline));
}

export function imageRun({ bytes, width, alt }: Image, gathered: Gathered): string {
  const pixels = imageSize(bytes);
  return drawingOf({ bytes, width, height: (width * pixels.height) / pixels.width, alt }, gathered);
}

export const codeRun = ({ address, side, alt }: QrCode, gathered: Gathered): string =>
  drawingOf({ bytes: codePng(address), width: side, height: side, alt }, gathered);
