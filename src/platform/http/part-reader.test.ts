import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { readPartHeaders } from './part-headers.ts';
import { PartReader } from './part-reader.ts';

const BOUNDARY = 'batas-4f1c';

/** Bytes as they arrive: cut at these places. */
async function* arriving(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  for (const [at, from] of places.entries()) {
    const part = bytes.subarray(from, places[at + 1] ?? bytes.length);
    if (part.length > 0) yield part;
  }
}

const readerOf = (bytes: Buffer | string, cuts: readonly number[] = []): PartReader =>
  new PartReader(arriving(Buffer.from(bytes), cuts), BOUNDARY);

async function contentOf(reader: PartReader): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(reader.content()));
}

async function partsOf(reader: PartReader): Promise<{ lines: readonly string[]; content: Buffer }[]> {
  const parts = [];
  for (let lines = await reader.next(); lines !== null; lines = await reader.next())
    parts.push({ lines, content: await contentOf(reader) });
  return parts;
}

const bodyOf = (contents: readonly Buffer[], before = '', after = ''): Buffer =>
  Buffer.concat([
    Buffer.from(before),
    ...contents.flatMap((content, at) => [
      Buffer.from(`--${BOUNDARY}\r\nx-part: ${at}\r\nx-other: y\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--${after}`),
  ]);

/** Content that is made of what a delimiter is made of, so that beginnings of one stand everywhere. */
const treacherous = fc
  .array(
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '-',
      '--',
      '\r\n--',
      '\r\n--batas',
      '\r\n--batas-4f1',
      'x',
      '\0',
      'é',
    ),
  )
  .map((words) => Buffer.from(words.join('')));
const anything = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const contents = fc.array(fc.oneof(treacherous, anything), { maxLength: 5 });
const cuts = fc.array(fc.nat(), { maxLength: 40 });

describe('a multipart body', () => {
  it('gives its parts byte for byte, wherever the line cut it', async () => {
    await fc.assert(
      fc.asyncProperty(contents, cuts, async (given, where) => {
        const parts = await partsOf(readerOf(bodyOf(given, '', '\r\n'), where));
        assert.deepEqual(
          parts,
          given.map((content, at) => ({ lines: [`x-part: ${at}`, 'x-other: y'], content })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('gives them when each byte arrives alone', async () => {
    const given = [Buffer.from('\r\n--batas-4f1'), Buffer.from(''), Buffer.from('\r\r\n\r\n--')];
    const body = bodyOf(given);
    const each = Array.from({ length: body.length }, (_, at) => at);
    assert.deepEqual(
      (await partsOf(readerOf(body, each))).map(({ content }) => content),
      given,
    );
  });

  it('goes on to the next part wherever the one before was left', async () => {
    await fc.assert(
      fc.asyncProperty(contents, cuts, fc.nat({ max: 3 }), async (given, where, few) => {
        const reader = readerOf(bodyOf(given), where);
        for (const at of given.keys()) {
          assert.equal((await reader.next())?.[0], `x-part: ${at}`);
          let read = 0;
          if (few > 0) for await (const _ of reader.content()) if ((read += 1) === few) break;
        }
        assert.equal(await reader.next(), null);
      }),
    );
  });

  it('may begin and end with lines for nobody, have blanks behind a boundary, and parts without headers', async () => {
    const parts = await partsOf(readerOf(bodyOf([Buffer.from('a')], 'for old programs\r\n', '\r\nthe end')));
    assert.equal(parts.length, 1);
    const bare = await partsOf(readerOf(`--${BOUNDARY} \t\r\n\r\nisi\r\n--${BOUNDARY}--`));
    assert.deepEqual(bare, [{ lines: [], content: Buffer.from('isi') }]);
  });

  it('is malformed when it breaks off, anywhere', async () => {
    const whole = bodyOf([Buffer.from('a'.repeat(30)), Buffer.from('b')]);
    for (let length = 0; length < whole.length; length += 1)
      await assert.rejects(
        partsOf(readerOf(whole.subarray(0, length))),
        { code: 'body-malformed' },
        `${length}`,
      );
    assert.equal((await partsOf(readerOf(whole))).length, 2);
  });

  it('is malformed when headers do not end, or something else stands behind a boundary', async () => {
    const endless = `--${BOUNDARY}\r\nx: ${'y'.repeat(17 * 1024)}\r\n\r\n\r\n--${BOUNDARY}--`;
    await assert.rejects(partsOf(readerOf(endless)), { code: 'body-malformed' });
    await assert.rejects(partsOf(readerOf(endless, [100, 200])), { code: 'body-malformed' });
    await assert.rejects(partsOf(readerOf(`--${BOUNDARY}x\r\n\r\na\r\n--${BOUNDARY}--`)), {
      code: 'body-malformed',
    });
  });

  it('is read no further than asked', async () => {
    let sent = 0;
    async function* slow(): AsyncGenerator<Buffer> {
      yield Buffer.from(`--${BOUNDARY}\r\n\r\n`);
      for (; sent < 100; sent += 1) yield Buffer.alloc(1000, 'x');
      yield Buffer.from(`\r\n--${BOUNDARY}--`);
    }
    const reader = new PartReader(slow(), BOUNDARY);
    await reader.next();
    const content = reader.content();
    for (let taken = 0; taken < 5; taken += 1) await content.next();
    assert.ok(sent <= 6, `${sent} chunks for five asked`);
  });
});

describe('the headers of a part', () => {
  const read = (disposition: string, ...more: string[]) =>
    readPartHeaders([`Content-Disposition: ${disposition}`, ...more]);
  const fileNameIn = (parameters: string) => read(`form-data; name="ktp"; ${parameters}`)?.fileName;

  it('name the field, the file and its type', () => {
    assert.deepEqual(read('form-data; name="ktp"; filename="a.pdf"', 'Content-Type: Application/PDF; x=y'), {
      name: 'ktp',
      fileName: 'a.pdf',
      contentType: 'application/pdf',
    });
    assert.deepEqual(read('form-data; name="a"'), {
      name: 'a',
      fileName: undefined,
      contentType: 'text/plain',
    });
    assert.deepEqual(readPartHeaders(['content-disposition:FORM-DATA;NAME=a']), {
      name: 'a',
      fileName: undefined,
      contentType: 'text/plain',
    });
  });

  it('have names as browsers and other programs write them', () => {
    assert.equal(fileNameIn('filename="a \\"b\\" %22c%22; d=e.pdf"'), 'a "b" "c"; d=e.pdf');
    assert.equal(fileNameIn('filename="kartu é 100%25.pdf"'), 'kartu é 100%25.pdf');
    assert.equal(fileNameIn('filename="C:\\Users\\x.pdf"'), 'C:\\Users\\x.pdf');
    assert.equal(fileNameIn('filename=a.pdf'), 'a.pdf');
    assert.equal(fileNameIn('filename="x"; filename*=UTF-8\'\'kartu%20%C3%A9.pdf'), 'kartu é.pdf');
    assert.equal(fileNameIn('filename="x"; filename*=UTF-8\'\'%ff'), 'x');
  });

  it('tell an empty file field, also where its name was left out', () => {
    assert.equal(fileNameIn('filename=""'), '');
    assert.equal(read('form-data; name="ktp"', 'content-type: application/octet-stream')?.fileName, '');
  });

  it('are of no field without a name, or of another kind', () => {
    assert.equal(readPartHeaders([]), null);
    assert.equal(read('form-data'), null);
    assert.equal(read('attachment; name="a"'), null);
    assert.equal(readPartHeaders(['no colon']), null);
  });

  it('are read in one go, whatever is left open in them', () => {
    for (const times of [36, 16 * 1024]) {
      const began = performance.now();
      for (const open of ['\\', '\\"', '"', '";"', '=']) read(`form-data; name="${open.repeat(times)}`);
      const tookMs = performance.now() - began;
      assert.ok(tookMs < 500, `${tookMs} ms for ${times} signs`);
    }
    assert.equal(fileNameIn('filename="berkas\\"'), 'berkas\\', 'a name ends with a backslash');
  });

  it('of any text whatever are read without complaint, and a quoted name comes back', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (line, name) => {
        readPartHeaders([line, `Content-Disposition: ${line}`]);
        const quoted = name
          .replaceAll('\\', '\\\\')
          .replaceAll('"', '%22')
          .replaceAll('\r', '%0D')
          .replaceAll('\n', '%0A');
        // A code that was typed is written as it stands, and cannot be told from one that was made.
        if (!/%(22|0D|0A)/i.test(name)) assert.equal(read(`form-data; name="${quoted}"`)?.name, name);
      }),
    );
  });
});
