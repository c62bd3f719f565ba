import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { sample, sampleFiles, yaml } from '../../../test/support/sample-government.ts';
import { kindOfFile, readDefinition, readDefinitions } from './index.ts';
import type { DefinitionFault } from './index.ts';
import { editDistance, nearest } from './likeness.ts';

function faultsOf(text: string, kind: 'service' | 'calendar' = 'service'): readonly DefinitionFault[] {
  const reading = readDefinition(kind, { path: 'x.yaml', text });
  return reading.ok ? [] : reading.faults;
}

const service = yaml(sample().service);

/** The line of the first place where the text holds `words`, from 1. */
const lineWith = (text: string, words: string): number =>
  text.split('\n').findIndex((line) => line.includes(words)) + 1;

interface Row {
  readonly fault: string;
  readonly text: string;
  readonly says: RegExp;
  readonly line: number;
  readonly path?: string;
}

const spoilt = (from: string, to: string): string => service.replace(from, to);

const rows: Row[] = [
  { fault: 'a tab', text: 'id: a\ntitle:\n\tid: b', says: /tab is used/, line: 3 },
  { fault: 'a key twice', text: 'id: a\nid: b', says: /"id" is written twice/, line: 2 },
  { fault: 'an alias', text: 'id: &a b\ntitle: *a', says: /anchors/, line: 1 },
  { fault: 'a colon in a value', text: 'id: a\ntitle: b: c', says: /colon inside a value/, line: 2 },
  { fault: 'a quote left open', text: 'id: "a\n', says: /missing/, line: 2 },
  { fault: 'a key that is no text', text: 'id: a\n? [x]\n: 1', says: /key must be a text/, line: 2 },
  { fault: 'two documents', text: 'id: a\n---\nid: b', says: /one YAML document/, line: 2 },
  { fault: 'a NUL in a comment', text: `# \u0000\n${service}`, says: /control characters/, line: 1 },
  { fault: 'half a character', text: `# \uD800\n${service}`, says: /control characters/, line: 1 },
  { fault: 'an empty file', text: '', says: /group of keys/, line: 1 },
  {
    fault: 'an unknown key',
    text: spoilt('office: dinas', 'office: dinas\nofice: dinas'),
    says: /"ofice" is not known/,
    line: lineWith(service, 'office: dinas') + 1,
    path: 'ofice',
  },
  {
    fault: 'a missing component',
    text: spoilt('  safetyGuarantee:\n    items:\n      - Aman\n', ''),
    says: /"safetyGuarantee" is missing.*all fourteen/,
    line: lineWith(service, 'components:'),
    path: 'components.safetyGuarantee',
  },
  {
    fault: 'a wrong kind of step',
    text: spoilt('kind: fulfil', 'kind: fullfil'),
    says: /Did you mean "fulfil"/,
    line: lineWith(service, 'kind: fulfil'),
    path: 'steps.serahkan.kind',
  },
  {
    fault: 'an outcome the kind does not have',
    text: spoilt('      return: {}\n', '      retrun: {}\n'),
    says: /"return" is required/,
    line: lineWith(service, 'outcomes:'),
    path: 'steps.periksa.outcomes.return',
  },
  {
    fault: 'a number for a text',
    text: spoilt('office: dinas', 'office: 5'),
    says: /must be a text/,
    line: lineWith(service, 'office: dinas'),
    path: 'office',
  },
  {
    fault: 'an impossible date',
    text: spoilt('validFrom: 2025-01-01', 'validFrom: 2025-02-30'),
    says: /real date/,
    line: lineWith(service, 'validFrom'),
    path: 'validFrom',
  },
  {
    fault: 'an id with capitals',
    text: spoilt('id: surat\n', 'id: Surat\n'),
    says: /lower-case/,
    line: 1,
    path: 'id',
  },
  {
    fault: 'an empty list',
    text: spoilt('    kinds:\n      - citizen\n      - agency'.replaceAll('    ', '  '), '  kinds: []'),
    says: /At least 1 items/,
    line: lineWith(service, 'kinds:'),
    path: 'eligibility.kinds',
  },
];

describe('reading definitions', () => {
  for (const { fault, text, says, line, path } of rows) {
    test(`tells ${fault} in its line`, () => {
      assert.notEqual(text, service, 'the fault is planted');
      const faults = faultsOf(text);
      const found = faults.find(({ words }) => says.test(words.en));
      assert.ok(found, JSON.stringify(faults.map(({ line, words }) => [line, words.en])));
      assert.equal(found.line, line);
      if (path !== undefined) assert.equal(found.path, path);
      assert.notEqual(found.words.id, '');
    });
  }

  test('hostile texts are refused soon, without a crash', () => {
    const hostile = [
      '['.repeat(400_000),
      '}'.repeat(400_000),
      '- '.repeat(20_000),
      'a: &a [x]\n' + 'b: [*a,*a,*a,*a,*a,*a]\n'.repeat(30),
      Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n'),
      Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      'x'.repeat(1_000_001),
      '__proto__: {polluted: true}\nconstructor: 1',
      '\uFEFF\u0000',
    ];
    for (const text of hostile) {
      const start = performance.now();
      const faults = faultsOf(text);
      assert.ok(faults.length > 0 && faults.length <= 100, text.slice(0, 20));
      assert.ok(performance.now() - start < 15_000, text.slice(0, 20));
    }
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    assert.match(faultsOf('x'.repeat(1_000_001))[0]?.words.en ?? '', /larger than 1 MB/);
  });

  test('no text makes it throw, and every fault has a place', () => {
    const words = fc.constantFrom(
      'id:',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '*a',
      '!!x',
      '#',
      '? ',
      ': ',
      '\t',
      'steps',
      '---',
      '%',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((all) => all.join('')),
        ),
        (text) => faultsOf(text).every(({ line, column }) => line >= 1 && column >= 1),
      ),
      { numRuns: 500 },
    );
  });

  test('knows a file by its name', () => {
    assert.equal(kindOfFile('governments/klaten/services/a.yaml'), 'service');
    assert.equal(kindOfFile('calendar.json'), 'calendar');
    assert.equal(kindOfFile('klaten/organisation.yml'), 'organisation');
    assert.equal(kindOfFile('klaten/README.md'), null);
  });

  test('a calendar is told its faults by the working-time room, in its lines', () => {
    const all = sample();
    all.calendar.week.mon = ['07:30-12:00', '11:00-16:00'];
    const { faults, calendar } = readDefinitions(sampleFiles(all));
    assert.equal(calendar, null);
    assert.equal(faults.length, 1);
    assert.equal(faults[0]?.path, 'week.mon.1');
    assert.equal(faults[0]?.line, 7);
  });
});

describe('likeness of words', () => {
  test('counts letters added, dropped, changed and swapped', () => {
    assert.equal(editDistance('surat', 'surat', 2), 0);
    assert.equal(editDistance('surat', 'surta', 2), 1);
    assert.equal(editDistance('surat', 'sura', 2), 1);
    assert.equal(editDistance('surat', 'xurax', 2), 2);
    assert.equal(editDistance('surat', 'rapat', 1), 2);
    assert.equal(editDistance('a', 'abcdef', 2), 3);
  });

  test('is the same both ways and keeps to its limit', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (left, right, limit) => {
        const distance = editDistance(left, right, limit);
        return distance === editDistance(right, left, limit) && distance <= limit + 1;
      }),
    );
  });

  test('finds what was meant', () => {
    assert.equal(nearest('petugass', ['kepala', 'petugas']), 'petugas');
    assert.equal(nearest('xyz', ['kepala', 'petugas']), null);
  });
});

test('what an earlier program published stays readable; nobody publishes it again', () => {
  const earlier = sample().service;
  earlier.form[0].questions.push({ type: 'file', id: 'denah', label: { id: 'Denah', en: 'Plan' } });
  const file = { path: 'x.yaml', text: yaml(earlier) };
  const published = readDefinition('service', { ...file, published: true });
  assert.ok(published.ok);
  const question = published.definition.value.form[0]?.questions.find(({ id }) => id === 'denah');
  assert.equal(question?.type, 'text');
  assert.match(faultsOf(file.text).at(0)?.words.en ?? '', /"file" is not one of/);
});
