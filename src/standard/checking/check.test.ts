import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkDay as today, faultsAfter } from '../../../test/support/planted-faults.ts';
import { sample, sampleFiles, yaml } from '../../../test/support/sample-government.ts';
import { governmentDirectories, governmentFiles, readDefinitions } from '../reading/index.ts';
import { checkGovernment, checkTogether, hasErrors } from './index.ts';

describe('the check of meaning', () => {
  test('finds nothing in the sample', () => {
    assert.deepEqual(
      faultsAfter(() => undefined),
      [],
    );
  });

  test('what the file owns up to is accepted', () => {
    const faults = faultsAfter(({ service }) => {
      service.form[0].questions[4].required = true;
      service.example.answers.lembar = 2;
      service.components.time.text = 'secepatnya';
      service.assumptions = [
        { at: 'form.lembar', text: { id: 'a', en: 'b' } },
        { at: 'promise', text: { id: 'a', en: 'b' } },
      ];
    });
    assert.equal(hasErrors(faults), false, JSON.stringify(faults));
  });

  test('reports the faults of every file at once', () => {
    const faults = faultsAfter(({ government, organisation, service, calendar }) => {
      government.prefix = 'x';
      organisation.positions[0].superior = 'xyz';
      service.title = 'Surat';
      calendar.week.mon = ['9-5'];
    });
    const files = new Set(faults.map(({ file }) => file));
    assert.equal(files.size, 4, [...files].join());
  });

  test('finds a service twice, and a file missing', () => {
    const files = sampleFiles(sample());
    const twice = [...files, { path: 'contoh/services/lagi.yaml', text: yaml(sample().service) }];
    const found = checkGovernment(readDefinitions(twice), today).map(({ words }) => words.en);
    assert.ok(
      found.some((words) => /stands in .* already/.test(words)),
      found.join(),
    );
    const without = checkGovernment(readDefinitions(files.slice(1)), today);
    assert.match(without[0]?.words.en ?? '', /government.yaml is missing/);
  });

  test('finds two governments with one prefix', () => {
    const other = sample();
    other.government.id = 'lain';
    const all = [sample(), other].map((one) => readDefinitions(sampleFiles(one)));
    assert.deepEqual(
      checkTogether(all).map(({ path }) => path),
      ['prefix'],
    );
    assert.deepEqual(
      checkTogether([all[0]!, all[0]!])
        .map(({ path }) => path)
        .sort(),
      ['id', 'prefix'],
    );
  });

  test('finds no error in the governments of this repository', async () => {
    const directories = await governmentDirectories('governments');
    assert.ok(directories.length >= 4);
    const all = await Promise.all(
      directories.map(async (one) => readDefinitions(await governmentFiles(one))),
    );
    const errors = [...all.flatMap((one) => checkGovernment(one, today)), ...checkTogether(all)].filter(
      ({ severity }) => severity === 'error',
    );
    assert.deepEqual(errors, []);
    assert.equal(all.flatMap(({ services }) => services).length, 16);
  });
});
