import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';

// The documents are a measure for the import, so the measure itself is measured here: every document is what its
// name says, its expected reading has the shape of an answer, and no expected word is missing in what was written.

const root = join(import.meta.dirname, 'documents');
const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const whole = z.int().nonnegative();
const promise = z.strictObject({
  basis: z.enum(['working', 'calendar', 'elapsed', 'unspecified']),
  months: whole,
  days: whole,
  hours: whole,
  minutes: whole,
});
const list = z.strictObject({ items: z.array(z.string().min(1)) });
const components = z.strictObject({
  requirements: list,
  procedure: list,
  time: z.strictObject({ text: z.string(), promise: promise.nullable() }),
  fee: z.strictObject({
    text: z.string(),
    free: z.boolean(),
    amounts: z.array(z.strictObject({ idr: z.int().positive(), times: z.int().positive() })),
  }),
  product: list,
  complaints: list,
  legalBasis: list,
  facilities: list,
  competence: list,
  supervision: list,
  staffing: z.strictObject({ text: z.string(), count: whole.nullable() }),
  serviceGuarantee: list,
  safetyGuarantee: list,
  evaluation: list,
});
const component = z.enum(Object.keys(components.shape) as [string, ...string[]]);
const finding = z.strictObject({ component, about: z.string().min(1) });
const expected = z.strictObject({
  services: z
    .array(
      z.strictObject({
        title: z.string().nullable(),
        components,
        expectFindings: z.array(finding),
        expectNoFindings: z.array(finding).optional(),
        expectEntries: z.array(z.strictObject({ case: z.string(), promise })).optional(),
        runOn: z.array(component),
      }),
    )
    .min(1),
  decree: z
    .strictObject({
      number: z.string(),
      date: z.iso.date().nullable(),
      office: z.string(),
      title: z.string().nullable(),
    })
    .nullable(),
});

const beginnings: Readonly<Record<string, string>> = { pdf: '%PDF-', docx: 'PK\u0003\u0004' };

/** The file to be imported, and the text it was made from (itself, where nothing stands beside it). */
function filesOf(name: string): { document: string; extension: string; source: string } {
  const files = readdirSync(join(root, name));
  const [document, ...others] = files.filter((file) => file.startsWith('document.'));
  assert.ok(document !== undefined && others.length === 0, `${name}: one document`);
  const source = files.find((file) => file.startsWith('source.')) ?? document;
  return {
    document: join(root, name, document),
    extension: document.slice(document.lastIndexOf('.') + 1),
    source: join(root, name, source),
  };
}

/** Small letters and digits only: what stays the same however lines, tags, marks and capitals fall. */
function letters(text: string): string {
  const bare = text
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&ndash;', '–');
  return bare.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The parts an expected text was joined from: sublists are joined with "; " and after ":". */
function partsOf(services: z.infer<typeof expected>['services']): string[] {
  const texts = services.flatMap((service) => [
    service.title ?? '',
    ...Object.values(service.components).flatMap((value) => ('items' in value ? value.items : [value.text])),
  ]);
  return texts.flatMap((text) => text.split(/[;:] /u));
}

test('there are documents of every kind the import reads', () => {
  const kinds = new Set(names.map((name) => filesOf(name).extension));
  assert.deepEqual([...kinds].toSorted(), ['docx', 'html', 'md', 'pdf', 'txt']);
  assert.ok(names.length >= 12);
});

for (const name of names) {
  test(`${name}: the document is what it says, and every expected word stands in it`, () => {
    const { document, extension, source } = filesOf(name);
    assert.ok(statSync(document).size < 300_000, 'small enough to be kept');
    const begins = beginnings[extension];
    if (begins) assert.equal(readFileSync(document, 'latin1').slice(0, begins.length), begins);

    const reading = expected.parse(JSON.parse(readFileSync(join(root, name, 'expected.json'), 'utf8')));
    const written = letters(readFileSync(source, 'utf8'));
    const missing = partsOf(reading.services).filter((part) => !written.includes(letters(part)));
    assert.deepEqual(missing, []);
  });
}
