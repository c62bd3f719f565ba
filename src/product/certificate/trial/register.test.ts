import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { demoPlace } from '../../../../test/support/certificate-place.ts';
import { Fault } from '../../../ground/index.ts';
import { CounterpartFault } from '../../contract.ts';
import { openTrialAuthority } from './authority.ts';
import { trial } from './connector.ts';

describe('the register of the trial authority', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pendopo-register-'));
  });
  after(() => rm(directory, { recursive: true }));

  const person = (owner: string, holder: string, nik: string) => ({
    owner,
    government: 'klungkung',
    holder,
    nik,
    position: `Camat ${holder}`,
    organisation: 'Pemerintah Kabupaten Klungkung',
  });
  const written = (): Promise<string> => readFile(join(directory, 'trial.json'), 'utf8');

  it('forgets whom a certificate was for, and still knows what is revoked', async () => {
    const authority = openTrialAuthority(demoPlace(directory));
    const gone = await authority.enrol(person('delivery/a', 'Siti Contoh', '3310010101800001'));
    await authority.activate('delivery/a', 'gerobak ungu menari di dermaga');
    await authority.revoke('delivery/a', 'key-compromise');
    await authority.enrol(person('delivery/b', 'Budi Contoh', '3310010101800002'));
    const place = demoPlace(directory);
    await trial.forget?.(place, ['a', 'unknown']);
    const text = await written();
    assert.doesNotMatch(text, /Siti|"nikEnds": "0001"/);
    assert.match(text, /Budi Contoh/);
    const left = await authority.findByOwner('delivery/a');
    assert.deepEqual(
      [left?.serial, left?.state, left?.reason, left?.certificate],
      [gone.serial, 'revoked', 'key-compromise', null],
    );
    assert.equal(await authority.findByNik('3310010101800001'), null);
    // Again is harmless, and writes nothing.
    await trial.forget?.(place, ['a']);
    assert.equal(await written(), text);
    // The person may have another one.
    await authority.enrol(person('delivery/c', 'Siti Contoh', '3310010101800001'));
  });

  it('that is damaged is told to visitors without its place, and to officials with it', async () => {
    await writeFile(join(directory, 'trial.json'), '{"version": 1');
    const authority = openTrialAuthority(demoPlace(directory));
    await assert.rejects(authority.findByOwner('delivery/b'), (fault) => {
      assert.ok(fault instanceof Fault);
      assert.equal(fault.code, 'trial-register-damaged');
      assert.ok(!JSON.stringify(fault.words).includes(directory));
      assert.ok(fault.cause instanceof Error && fault.cause.message.includes(directory));
      return true;
    });
    const counterpart = trial.connect({}, demoPlace(directory));
    await assert.rejects(counterpart.test(AbortSignal.timeout(5000)), (fault) => {
      assert.ok(fault instanceof CounterpartFault);
      assert.deepEqual(fault.meaning, { done: 'none', passing: false });
      assert.ok(fault.words.id.includes(directory) && fault.words.en.includes(directory));
      return true;
    });
  });

  it('is not made by forgetting', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'pendopo-register-'));
    await trial.forget?.(demoPlace(empty), ['a']);
    await assert.rejects(readFile(join(empty, 'trial.json')), { code: 'ENOENT' });
    await rm(empty, { recursive: true });
  });
});
