import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file made for a test: what to call it, what is wrong with it, and its bytes. Each is to be refused within 30 s and 1 GB. */
export interface HostileFile {
  readonly name: string;
  readonly about: string;
  readonly bytes: () => Buffer;
}

interface Entry {
  readonly name: string;
  readonly packed: Buffer;
  readonly declaredSize: number;
  readonly crc: number;
}

const MIB = 1024 * 1024;
const U32_MAX = 0xff_ff_ff_ff;

function entryOf(name: string, content: string): Entry {
  const bytes = Buffer.from(content);
  return { name, packed: deflateRawSync(bytes), declaredSize: bytes.length, crc: crc32(bytes) };
}

/** What local header and directory say alike: version, flags, deflate, no date, checksum, sizes, length of the name. */
function commonHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(entry.crc, 10);
  header.writeUInt32LE(entry.packed.length, 14);
  header.writeUInt32LE(entry.declaredSize, 18);
  header.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return header;
}

function directoryRecord(entry: Entry, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'),
    commonHeader(entry),
    tail,
    Buffer.from(entry.name),
  ]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function archiveOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    directory.push(directoryRecord(entry, offset));
    const local = [
      Buffer.from('PK\u0003\u0004', 'latin1'),
      commonHeader(entry),
      Buffer.from(entry.name),
      entry.packed,
    ];
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, ...directory, endRecord(entries.length, size, offset)]);
}

/**
 * A deflate stream of so many MiB of blanks. A block that was flushed does not look back beyond itself, so it may be
 * repeated: the stream is made in a moment, and only who inflates it pays.
 */
function blanks(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * MIB, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: mebibytes / 16 }, () => block), last]);
}

const types = entryOf(
  '[Content_Types].xml',
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
);
const relations = entryOf(
  '_rels/.rels',
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
);

function wordFile(document: Entry): Buffer {
  return archiveOf([types, relations, document]);
}

function bomb(declaredSize: number): Buffer {
  return wordFile({ name: 'word/document.xml', packed: blanks(4096), declaredSize, crc: 0 });
}

/** Entities that stand for ten of the one before: a few hundred bytes that would become 10^10 letters. */
function entityBomb(): Buffer {
  const entities = Array.from({ length: 10 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join(
    '',
  );
  const body = '<w:body><w:p><w:r><w:t>&e10;</w:t></w:r></w:p></w:body>';
  const xmlns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const xml = `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY e0 "a">${entities}]><w:document ${xmlns}>${body}</w:document>`;
  return wordFile(entryOf('word/document.xml', xml));
}

function noise(mebibytes: number): Buffer {
  const bytes = Buffer.alloc(mebibytes * MIB);
  // A fixed sequence (xorshift): the same noise in every run.
  let x = 0x2545_f491;
  for (let at = 0; at < bytes.length; at += 4) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    bytes.writeInt32LE(x, at);
  }
  return bytes;
}

function text(part: string, mebibytes: number): Buffer {
  return Buffer.alloc(mebibytes * MIB, part);
}

/** The hostile files that are made, not kept. */
export const madeHostile: readonly HostileFile[] = [
  { name: 'bomb-hidden.docx', about: '4 GiB in 4 MB; the archive says 1 MiB', bytes: () => bomb(MIB) },
  { name: 'bomb-open.docx', about: '4 GiB in 4 MB, and the archive says so', bytes: () => bomb(U32_MAX) },
  { name: 'entities.docx', about: 'entities within entities, 10^10 letters', bytes: entityBomb },
  { name: 'noise.pdf', about: '30 MB of noise', bytes: () => noise(30) },
  {
    name: 'noise-with-a-head.pdf',
    about: '30 MB of noise after %PDF-1.7',
    bytes: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(30)]),
  },
  { name: 'one-line.txt', about: '30 MB in one line without a blank', bytes: () => text('a', 30) },
  { name: 'marks.txt', about: 'a line of nothing but list marks', bytes: () => text('1. a. - ', 4) },
  { name: 'pipes.txt', about: 'a line of nothing but table marks', bytes: () => text('| ', 4) },
  { name: 'blank-lines.txt', about: '30 MB of empty lines', bytes: () => text('\n', 30) },
  { name: 'numbers.txt', about: 'a number of four million figures', bytes: () => text('1', 4) },
  { name: 'brackets.md', about: 'half a million links that never close', bytes: () => text('[(', 1) },
  {
    name: 'deep.html',
    about: '200,000 boxes in one another',
    bytes: () => Buffer.from('<div>'.repeat(200_000)),
  },
  {
    name: 'tables.html',
    about: '50,000 tables in one another',
    bytes: () => Buffer.from('<table><tr><td>'.repeat(50_000)),
  },
];
