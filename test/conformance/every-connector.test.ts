/** No connector is left out of the suite: each has its specimen, in the file that bears the name of its kind and its own. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { allKinds } from '../../src/product/kinds.ts';

const specimenOf = (name: string): Promise<string> =>
  readFile(new URL(`${name}.test.ts`, import.meta.url), 'utf8').catch(() => '');

/** Whether this text holds that very connector to the suite. */
const holds = (text: string, connector: string): boolean =>
  text.includes('describeConformance(') && text.includes(`connector: '${connector}'`);

test('every connector of every kind is held to the laws of the contract, none excepted', async () => {
  const all = Object.entries(allKinds).flatMap(([kind, { kind: product }]) =>
    product.connectors.map(({ id }) => ({ id, name: `${kind}-${id}` })),
  );
  const missing: string[] = [];
  for (const { id, name } of all) if (!holds(await specimenOf(name), id)) missing.push(name);
  assert.deepEqual(missing, [], 'connectors without a specimen');
  const certificates = all.map(({ name }) => name).filter((name) => name.startsWith('certificate-'));
  assert.deepEqual(certificates.toSorted(), [
    'certificate-bsre',
    'certificate-by-hand-bsre',
    'certificate-trial',
  ]);
});
