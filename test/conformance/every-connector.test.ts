/** No connector is left out of the suite: each has its specimen, in the file that bears the name of its kind and its own. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { allKinds } from '../../src/product/kinds.ts';

/** What the suite cannot ask of a connector, and where it is held to what it promises instead. */
const otherwise: Readonly<Record<string, string>> = {
  'certificate-by-hand-bsre': 'people deliver: src/product/certificate/connectors.test.ts',
  'certificate-bsre': 'people register, the program watches: src/product/certificate/connectors.test.ts',
};

const specimenOf = (name: string): Promise<string> =>
  readFile(new URL(`${name}.test.ts`, import.meta.url), 'utf8').catch(() => '');

test('every connector of every kind is held to the laws of the contract', async () => {
  const names = Object.entries(allKinds).flatMap(([kind, { kind: product }]) =>
    product.connectors.map(({ id }) => `${kind}-${id}`),
  );
  const missing: string[] = [];
  for (const name of names)
    if (!(name in otherwise) && !(await specimenOf(name)).includes('describeConformance('))
      missing.push(name);
  assert.deepEqual(missing, [], 'connectors without a specimen');
  const gone = Object.keys(otherwise).filter((name) => !names.includes(name));
  assert.deepEqual(gone, [], 'exceptions for connectors that are no more');
});
