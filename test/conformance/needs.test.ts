import assert from 'node:assert/strict';
import { test } from 'node:test';

import { debianPackages, findProgram, missing, packageOf } from './needs.ts';

test('what the tests need is what gets installed, sorted, each once', () => {
  const packages = debianPackages();
  assert.deepEqual([...new Set(packages)].toSorted(), packages);
  for (const name of Object.values(packageOf)) assert.ok(packages.includes(name), name);
});

test('a program that is not there is told with its package', () => {
  assert.notEqual(findProgram('sh'), null);
  assert.equal(findProgram('no-such-program-anywhere'), null);
  assert.ok([null, 'needs bind9'].includes(missing(['named'])));
});
