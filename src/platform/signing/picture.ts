/** What is seen of a signature: a small PDF of one page, drawn with the letters of all papers. */
import { fileURLToPath } from 'node:url';
import PdfKit from 'pdfkit';
import { create } from 'qrcode';

/** Lines beside an optional QR code, all within the box. */
export interface SignaturePicture {
  /** Set apart at the top, as a warning is. */
  readonly heading?: string;
  readonly lines: readonly string[];
  /** An address, drawn as a code at the left. */
  readonly address?: string;
}

const FAMILY = '@expo-google-fonts/plus-jakarta-sans';
const FACES = {
  regular: '400Regular/PlusJakartaSans_400Regular.ttf',
  bold: '700Bold/PlusJakartaSans_700Bold.ttf',
};
const PAD = 4;
const LARGEST = 8;
const SMALLEST = 4;
const LEADING = 1.25;
const INK = '#1b1f24';
const WARNING = '#a4161a';
/** Modules of quiet zone around a code; the box's own margin is the rest. */
const QUIET = 2;

type Document = InstanceType<typeof PdfKit>;

/** The picture, `width` × `height` points. The same picture gives the same bytes. */
export async function drawPicture(picture: SignaturePicture, width: number, height: number): Promise<Buffer> {
  const document = new PdfKit({
    size: [width, height],
    margin: 0,
    compress: true,
    info: { CreationDate: new Date(0), Producer: 'Pendopo', Creator: 'Pendopo' },
  });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => {
    document.on('end', () => resolve());
  });
  for (const [face, file] of Object.entries(FACES))
    document.registerFont(face, fileURLToPath(import.meta.resolve(`${FAMILY}/${file}`)));
  draw(document, picture, width, height);
  document.end();
  await ended;
  return Buffer.concat(parts);
}

function draw(document: Document, picture: SignaturePicture, width: number, height: number): void {
  const colour = picture.heading === undefined ? INK : WARNING;
  document.lineWidth(0.6).strokeColor(colour);
  document.rect(0.3, 0.3, width - 0.6, height - 0.6).stroke();
  const side = picture.address === undefined ? 0 : Math.min(height - 2 * PAD, width / 3);
  if (picture.address !== undefined) drawCode(document, picture.address, (height - side) / 2, side);
  const left = side === 0 ? PAD : side + 2 * PAD;
  drawLines(document, picture, { left, width: width - left - PAD, height });
}

interface Room {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** As large as fits; what is too long for its line is wrapped, and what is too much for the box is left out below. */
function drawLines(document: Document, { heading, lines }: SignaturePicture, room: Room): void {
  const all = [
    ...(heading === undefined ? [] : [{ text: heading, face: 'bold', colour: WARNING }]),
    ...lines.map((text) => ({ text, face: 'regular', colour: INK })),
  ];
  const heightAt = (size: number): number =>
    all.reduce((sum, { text, face }) => sum + heightOf(document, text, face, size, room.width), 0);
  let size = LARGEST;
  while (size > SMALLEST && heightAt(size) > room.height - 2 * PAD) size -= 0.25;
  let y = Math.max(PAD, (room.height - heightAt(size)) / 2);
  for (const { text, face, colour } of all) {
    const height = heightOf(document, text, face, size, room.width);
    if (y + height > room.height - PAD / 2) return;
    document.fillColor(colour).text(text, room.left, y, {
      width: room.width,
      height,
      lineGap: size * (LEADING - 1),
    });
    y += height;
  }
}

function heightOf(document: Document, text: string, face: string, size: number, width: number): number {
  document.font(face).fontSize(size);
  return document.heightOfString(text, { width, lineGap: size * (LEADING - 1) });
}

function drawCode(document: Document, address: string, top: number, side: number): void {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const module = side / (size + 2 * QUIET);
  document.rect(PAD, top, side, side).fill('#ffffff');
  for (let at = 0; at < data.length; at += 1) {
    const x = PAD + ((at % size) + QUIET) * module;
    const y = top + (Math.floor(at / size) + QUIET) * module;
    if (data[at]) document.rect(x, y, module, module);
  }
  document.fill('#000000');
}
