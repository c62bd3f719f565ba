import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { rm, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { allText, newFolder } from '../../../test/conformance/folder.ts';
import { describeWith, programAt } from '../../../test/conformance/needs.ts';
import { BSRE_DOUBLE_MARK, BsreDouble } from '../../../test/support/bsre-double.ts';
import { demoPlace, demoProgram } from '../../../test/support/certificate-place.ts';
import { letterToSign } from '../../../test/support/certificates.ts';
import { Fault } from '../../ground/index.ts';
import { verifyPdf } from '../../platform/index.ts';
import type { ConnectorPlace } from '../contract.ts';
import { TRIAL_MARK, openTrialAuthority, readBsreSettings, signLetter, trialPaths } from './index.ts';
import type { TrialSigning } from './index.ts';

const PASSPHRASE = `empat kata yang panjang ${randomUUID()}`;
const OWNER = 'official/0198';
const NIK = '3310010101800001';

let folder: string;
let place: ReturnType<typeof demoPlace>;
let letter: Buffer;

before(async () => {
  folder = await newFolder('sign-letter');
  place = demoPlace(join(folder, 'klaten', 'certificate'));
  letter = await letterToSign();
});
after(() => rm(folder, { recursive: true }));

const person = {
  owner: OWNER,
  government: 'klaten',
  holder: 'Siti Contoh',
  nik: null,
  position: 'Kepala Dinas',
  organisation: 'Pemerintah Kabupaten Klaten',
};
const trial = (change: Partial<TrialSigning> = {}): TrialSigning => ({
  way: 'trial',
  place,
  owner: OWNER,
  passphrase: PASSPHRASE,
  ...change,
});

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof Fault, String(error));
    assert.ok(!`${error.stack} ${JSON.stringify(error)}`.includes(PASSPHRASE));
    return error.code;
  }
  return 'went well';
}

describe('a letter signed for trial', () => {
  it('needs a certificate that its owner has made active', async () => {
    const authority = openTrialAuthority(place);
    assert.equal(await codeOf(() => signLetter(letter, trial())), 'certificate-missing');
    const { crlAddress } = await authority.enrol(person);
    assert.equal(crlAddress, `https://pendopo.example/klaten/${trialPaths.list}`);
    assert.equal(await codeOf(() => signLetter(letter, trial())), 'certificate-not-active');
    assert.equal(await codeOf(() => authority.activate(OWNER, 'pendek')), 'passphrase-short');
    const endless = 'ab'.repeat(101);
    assert.equal(await codeOf(() => authority.activate(OWNER, endless)), 'passphrase-long');
    await authority.activate(OWNER, PASSPHRASE);
    assert.equal(await codeOf(() => authority.unlock(OWNER, endless)), 'passphrase-long');
    assert.equal(await codeOf(() => authority.activate(OWNER, PASSPHRASE)), 'certificate-active');
    assert.equal(
      await codeOf(() => signLetter(letter, trial({ passphrase: 'bukan yang ini' }))),
      'passphrase-wrong',
    );
  });

  it('is valid, says on the page that it is a trial, and verifies as one', async () => {
    const { pdf, signer, serial, trial: isTrial } = await signLetter(letter, trial());
    const root = await openTrialAuthority(place).root();
    const [report] = await verifyPdf(pdf, [root], place.clock.now());
    assert.deepEqual([report?.valid, report?.standing.trial], [true, true]);
    assert.deepEqual([signer, serial, isTrial], ['Siti Contoh', report?.signer?.serial, true]);
    assert.ok(report?.reason?.startsWith(TRIAL_MARK));
    assert.equal(report?.signer?.issuer, 'Otoritas Percobaan Pendopo');
    // Its widget has a place on the page: it is seen.
    assert.doesNotMatch(pdf.toString('latin1'), /\/Rect \[0 0 0 0\]/);
  });

  it('is refused outside a demonstration, also with a certificate from one', async () => {
    const earnest: ConnectorPlace[] = [
      { ...place, program: { ...demoProgram, demo: false } },
      { directory: place.directory, clock: place.clock },
    ];
    for (const other of earnest)
      assert.equal(await codeOf(async () => signLetter(letter, trial({ place: other }))), 'trial-refused');
  });

  it('is not valid any more once the certificate is revoked, and nobody signs with it again', async () => {
    const { pdf } = await signLetter(letter, trial());
    const authority = openTrialAuthority(place);
    await authority.revoke(OWNER, 'key-compromise');
    const [report] = await verifyPdf(pdf, [await authority.root()], place.clock.now());
    assert.deepEqual([report?.valid, report?.standing.revocation], [false, 'revoked']);
    assert.equal(await codeOf(() => signLetter(letter, trial())), 'certificate-not-active');
  });

  it('by somebody whose passphrase was forgotten: revoked and issued anew', async () => {
    const authority = openTrialAuthority(place);
    const [old, next] = [await authority.findByOwner(OWNER), await authority.enrol(person)];
    assert.notEqual(next.serial, old?.serial);
    await authority.activate(OWNER, `${PASSPHRASE} baru`);
    const { pdf } = await signLetter(letter, trial({ passphrase: `${PASSPHRASE} baru` }));
    const [report] = await verifyPdf(pdf, [await authority.root()], place.clock.now());
    assert.deepEqual([report?.valid, report?.signer?.serial], [true, next.serial]);
  });

  it('ends with its certificate', async () => {
    const late = demoPlace(place.directory);
    late.clock.moveTo('2028-11-24T02:00:00Z');
    const how = trial({ place: late, passphrase: `${PASSPHRASE} baru` });
    assert.equal(await codeOf(() => signLetter(letter, how)), 'certificate-not-active');
  });

  it('leaves no passphrase and no key in clear in any file', async () => {
    const written = await allText(folder);
    assert.match(written, /"lockedKey": "/);
    for (const encoding of ['utf8', 'base64', 'hex'] as const)
      assert.ok(!written.includes(Buffer.from(PASSPHRASE).toString(encoding)), encoding);
    // What every PKCS #8 key on P-256 begins with, in the base64 it would stand in.
    assert.ok(!written.includes('MIGHAgEAMBMGByqGSM49'));
  });
});

describeWith('a letter signed for trial, read by others', { programs: ['pdftotext'] }, () => {
  it('says on its page that it is one, asked or not', async () => {
    const authority = openTrialAuthority(place);
    const owner = 'official/0199';
    await authority.enrol({ ...person, owner });
    await authority.activate(owner, PASSPHRASE);
    const box = { page: 1, x: 300, y: 300, width: 200, height: 60 };
    for (const seen of [undefined, { box, address: 'https://contoh.go.id/s/1' }]) {
      const { pdf } = await signLetter(letter, trial({ owner, ...(seen && { seen }) }));
      const file = join(folder, 'signed.pdf');
      await writeFile(file, pdf);
      const { stdout } = await promisify(execFile)(programAt('pdftotext'), [file, '-']);
      for (const words of [TRIAL_MARK, 'Siti Contoh', 'Kepala Dinas'])
        assert.ok(stdout.includes(words), stdout);
    }
  });
});

describe('a letter signed at BSrE', () => {
  let bsre: BsreDouble;
  before(async () => {
    bsre = await BsreDouble.start();
    bsre.people.set(NIK, { status: 'ISSUE', passphrase: PASSPHRASE });
  });
  after(() => bsre.close());

  const how = (version: 'v1' | 'v2', change = {}): Parameters<typeof signLetter>[1] => ({
    way: 'bsre',
    settings: bsre.settings(version),
    nik: NIK,
    passphrase: PASSPHRASE,
    now: Temporal.Instant.from('2026-11-23T02:00:00Z'),
    signal: AbortSignal.timeout(5000),
    seen: {
      box: { page: 'last', x: 300, y: 80, width: 120, height: 60 },
      address: 'https://contoh.go.id/s/1',
    },
    ...change,
  });

  it('goes by the settings of the connector, as they are kept', () => {
    assert.deepEqual(readBsreSettings(bsre.settings('v1')), bsre.settings('v1'));
    assert.equal(readBsreSettings({ address: bsre.address }), null);
  });

  for (const version of ['v1', 'v2'] as const) {
    it(`comes back with the signer that the certificate names, ${version}`, async () => {
      const { pdf, signer, serial, trial: isTrial } = await signLetter(letter, how(version));
      assert.deepEqual([signer, isTrial], [BSRE_DOUBLE_MARK, false]);
      assert.match(serial, /^[\dA-F]{32}$/);
      assert.ok(pdf.length > letter.length);
    });
  }

  it('is not asked for by whom BSrE does not let sign: the passphrase stays here', async () => {
    for (const status of ['EXPIRED', 'REVOKE', 'SUSPEND', 'NEW', 'LAIN']) {
      bsre.people.set('3310010101800002', { status, passphrase: PASSPHRASE });
      const before = bsre.asked.length;
      const code = await codeOf(() => signLetter(letter, how('v1', { nik: '3310010101800002' })));
      assert.deepEqual([code, bsre.asked.length - before], ['certificate-not-active', 1], status);
    }
  });

  it('is not asked about a passphrase without end', async () => {
    const before = bsre.asked.length;
    const code = await codeOf(() => signLetter(letter, how('v2', { passphrase: 'x'.repeat(201) })));
    assert.deepEqual([code, bsre.asked.length - before], ['passphrase-long', 0]);
  });

  it('fails with words for the signer', async () => {
    assert.equal(
      await codeOf(() => signLetter(letter, how('v2', { passphrase: 'bukan ini' }))),
      'passphrase-wrong',
    );
    assert.equal(
      await codeOf(() => signLetter(letter, how('v2', { nik: '3310010101800099' }))),
      'bsre-not-registered',
    );
    bsre.trouble = 'echo';
    assert.equal(await codeOf(() => signLetter(letter, how('v2'))), 'counterpart-refused');
  });
});
