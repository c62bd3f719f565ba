/** What kind of file some bytes are, by their content: names and endings are often wrong. Pure. */

export type FileKind = 'pdf' | 'zip' | 'html' | 'text' | 'old-word' | 'rtf' | 'image' | 'unknown';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['old-word', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** A PDF may carry some bytes before its head. */
const PDF_WITHIN = 1024;
const SAMPLE = 65_536;

export function kindOf(bytes: Uint8Array): FileKind {
  const known = MAGIC.find(([, signature]) => startsWith(bytes, ...signature));
  if (known) return known[0];
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_WITHIN));
  if (start.includes('%PDF-')) return 'pdf';
  const text = decodeText(bytes.subarray(0, SAMPLE));
  if (text === null) return 'unknown';
  return /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|div|meta|h[1-6]|section|article|main|center|p)\b/i.test(
    text,
  )
    ? 'html'
    : 'text';
}

/** Text in UTF-8, UTF-16 with its mark, or the Windows code page; null where it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, SAMPLE);
  const odd = sample.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (odd > sample.length / 500) return null;
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\uFFFD').length - 1;
  if (broken <= 2) return text;
  return broken < text.length / 50 ? new TextDecoder('windows-1252').decode(bytes) : null;
}
