import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutantsOf, mutate } from './mutants.ts';

/** Each mistake as "what stood there → what stands there now". */
const mistakesIn = (source: string): readonly string[] =>
  mutantsOf('source.ts', source).map(({ code, becomes }) => `${code} → ${becomes}`);

test('mistakes are made in operators, numbers, conditions and calls', () => {
  assert.deepEqual(mistakesIn('const later = at > from ? at + 1 : at;'), [
    'at > from → true',
    'at > from → false',
    '> → >=',
    '> → <=',
    '+ → -',
    '1 → 2',
  ]);
  assert.deepEqual(mistakesIn('const day = Math.floor(wall);'), ['Math.floor → Math.ceil']);
  assert.deepEqual(mistakesIn('const own = text.valueOf();'), []);
});

test('a statement can be left out; types, imports and what the compiler alone wants are left alone', () => {
  assert.deepEqual(mistakesIn('steps.push(step);'), ['steps.push(step); → ;']);
  assert.deepEqual(mistakesIn("import { a } from './a.ts'; type One = 1;"), []);
  assert.deepEqual(mistakesIn('const one = list[at] ?? 0;'), []);
  assert.deepEqual(mistakesIn('const some = found ?? 0;'), [' ?? 0 → ', '0 → 1']);
});

test('a mistake stands where it says, with its line', () => {
  const source = 'const a = 1;\nconst b = a * 2;\n';
  const wrong = mutantsOf('source.ts', source).find(({ code }) => code === '*');
  assert.ok(wrong);
  assert.equal(wrong.line, 2);
  assert.equal(mutate(source, wrong), 'const a = 1;\nconst b = a / 2;\n');
});
