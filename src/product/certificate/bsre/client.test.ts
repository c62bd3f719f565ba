import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { BSRE_DOUBLE_MARK, BsreDouble } from '../../../../test/support/bsre-double.ts';
import type { BsreTrouble } from '../../../../test/support/bsre-double.ts';
import { letterToSign } from '../../../../test/support/certificates.ts';
import { systemClock } from '../../../ground/index.ts';
import { newSigningKeys, selfSigned, verifyPdf } from '../../../platform/index.ts';
import { CounterpartFault } from '../../contract.ts';
import { bsreClient } from './client.ts';
import type { BsreClient, BsreSigning } from './client.ts';
import { lineTo } from './http.ts';
import { bsreSettings } from './settings.ts';

const NIK = '3310010101800001';
const PASSPHRASE = 'kata-sandi-Rahasia #1%';
const NOW = Temporal.Instant.from('2026-11-23T03:00:00Z');
const soon = (): AbortSignal => AbortSignal.timeout(5000);

let bsre: BsreDouble;
let pdf: Buffer;
/** All that any fault said, to be searched for secrets at the end. */
const said: string[] = [];

before(async () => {
  [bsre, pdf] = await Promise.all([BsreDouble.start(), letterToSign()]);
  bsre.people.set(NIK, { status: 'ISSUE', passphrase: PASSPHRASE });
});
after(() => bsre.close());
afterEach(() => {
  bsre.trouble = null;
});

const client = (version: 'v1' | 'v2', change = {}): BsreClient => {
  const settings = { ...bsre.settings(version), ...change };
  return bsreClient(settings, lineTo(settings, 5));
};

const signing = (change: Partial<BsreSigning> = {}): BsreSigning => ({
  pdf,
  nik: NIK,
  passphrase: PASSPHRASE,
  reason: 'Dokumen ini ditandatangani secara elektronik',
  location: null,
  seen: null,
  ...change,
});

async function faultOf(work: Promise<unknown>): Promise<CounterpartFault> {
  const fault: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  assert.ok(fault instanceof CounterpartFault, String(fault));
  said.push(`${fault.stack} ${JSON.stringify(fault)} ${fault.words.id} ${String(fault.cause)}`);
  return fault;
}

for (const version of ['v1', 'v2'] as const) {
  describe(`the Esign Client, ${version}`, () => {
    it('says whether a person may sign; what it never said before counts as no', async () => {
      assert.equal(await client(version).status(NIK, soon()), 'ISSUE');
      assert.equal(await client(version).status('3310010101800099', soon()), 'NOT_REGISTERED');
      bsre.people.set('3310010101800002', { status: 'SOMETHING_NEW', passphrase: '' });
      assert.equal(await client(version).status('3310010101800002', soon()), 'UNKNOWN');
    });

    it('signs: what comes back is the letter with one signature more', async () => {
      const signed = await client(version).sign(signing(), soon());
      const [report] = await verifyPdf(signed, [], NOW);
      assert.deepEqual([report?.signer?.name, report?.intact], [BSRE_DOUBLE_MARK, true]);
      assert.ok(signed.subarray(0, pdf.length).equals(pdf));
    });

    it('signs where it is told', async () => {
      const seen = {
        page: 1,
        pageHeight: 842,
        x: 300.4,
        y: 80,
        width: 120,
        height: 60,
        address: 'https://contoh.go.id/s/1',
      };
      await client(version).sign(signing({ seen, location: 'Klaten' }), soon());
      const { passphrase: _, ...fields } = bsre.lastFields;
      const reason = signing().reason;
      if (version === 'v1') {
        const place = { page: '1', xAxis: '300', yAxis: '80', width: '120', height: '60' };
        const code = { image: 'false', linkQR: seen.address };
        assert.deepEqual(fields, {
          nik: NIK,
          tampilan: 'visible',
          ...code,
          ...place,
          reason,
          location: 'Klaten',
        });
        return;
      }
      const [property, ...others] = fields['signatureProperties'] as Record<string, unknown>[];
      const { imageBase64, ...rest } = property ?? {};
      const place = { page: 1, originX: 300, originY: 702, width: 120, height: 60 };
      assert.deepEqual(others, []);
      assert.deepEqual(rest, { tampilan: 'VISIBLE', ...place, reason, location: 'Klaten' });
      assert.equal(Buffer.from(String(imageBase64), 'base64').toString('latin1', 1, 4), 'PNG');
    });

    it('verifies', async () => {
      const signed = await client(version).sign(signing(), soon());
      const { summary, signatures } = await client(version).verify(signed, soon());
      assert.equal(summary, 'VALID');
      assert.deepEqual(
        signatures.map(({ signer, intact }) => [signer, intact]),
        [[BSRE_DOUBLE_MARK, true]],
      );
      assert.deepEqual(await client(version).verify(pdf, soon()), { summary: null, signatures: [] });
    });

    it('refuses by its codes: a person it does not know, a wrong passphrase, a wrong account', async () => {
      const known = { done: 'none', passing: false };
      const outcomes = [
        ['bsre-not-registered', () => client(version).sign(signing({ nik: '3310010101800099' }), soon())],
        ['passphrase-wrong', () => client(version).sign(signing({ passphrase: 'bukan ini' }), soon())],
        ['counterpart-sign-in', () => client(version, { password: 'salah' }).status(NIK, soon())],
        [
          'counterpart-refused',
          () => client(version).sign(signing({ nik: '3310010101800002', passphrase: '' }), soon()),
        ],
      ] as const;
      for (const [code, work] of outcomes) {
        const fault = await faultOf(work());
        assert.deepEqual([fault.code, fault.meaning], [code, known]);
      }
    });

    it('is waited for when it is busy: three tries, each pause twice the last', async () => {
      bsre.trouble = 'busy-twice';
      assert.equal(await client(version).status(NIK, soon()), 'ISSUE');
      bsre.trouble = 'busy';
      const [before, start] = [bsre.asked.length, performance.now()];
      const settings = bsre.settings(version);
      const fault = await faultOf(bsreClient(settings, lineTo(settings, 40)).sign(signing(), soon()));
      assert.deepEqual([fault.code, fault.meaning], ['bsre-busy', { done: 'none', passing: true }]);
      assert.equal(bsre.asked.length - before, 3);
      assert.ok(performance.now() - start >= 40 + 80);
    });

    it('fails in its many ways, and each says whether something may have been done', async () => {
      const unknown = { done: 'unknown', passing: true };
      const troubles: readonly (readonly [BsreTrouble, string, object])[] = [
        ['bare-500', 'bsre-unreadable', unknown],
        ['html', 'bsre-unreadable', unknown],
        ['cut-after', 'counterpart-interrupted', unknown],
        ['elsewhere', 'counterpart-refused', { done: 'none', passing: false }],
        ['echo', 'counterpart-refused', { done: 'none', passing: false }],
      ];
      for (const [trouble, code, meaning] of troubles) {
        bsre.trouble = trouble;
        const fault = await faultOf(client(version).sign(signing(), soon()));
        assert.deepEqual([fault.code, fault.meaning], [code, meaning], trouble);
      }
      assert.ok(!bsre.asked.includes('/lain'), 'a passphrase follows nobody elsewhere');
    });

    it('refuses by its codes, whatever the HTTP status they come with', async () => {
      bsre.trouble = 'errors-as-200';
      const wrong = await faultOf(client(version).sign(signing({ passphrase: 'bukan ini' }), soon()));
      assert.equal(wrong.code, 'passphrase-wrong');
    });

    it('that says nothing is given up with the signal', async () => {
      bsre.trouble = 'hangs';
      const start = performance.now();
      const fault = await faultOf(client(version).sign(signing(), AbortSignal.timeout(100)));
      assert.equal(fault.code, 'counterpart-interrupted');
      assert.ok(performance.now() - start < 2000);
    });

    it('that is not there, or whose name nobody can prove, was never told anything', async () => {
      for (const address of ['http://127.0.0.1:64999', 'http://tidak-ada.invalid']) {
        const fault = await faultOf(client(version, { address }).sign(signing(), soon()));
        assert.deepEqual(
          [fault.code, fault.meaning],
          ['counterpart-unreachable', { done: 'none', passing: true }],
        );
      }
    });
  });
}

describe('TLS', () => {
  it('is verified: a host that cannot prove its name is told nothing', async () => {
    const { privateKey } = await newSigningKeys();
    const now = systemClock.now();
    const validity = { notBefore: now.subtract({ hours: 1 }), notAfter: now.add({ hours: 1 }) };
    const der = await selfSigned(privateKey, { commonName: 'localhost' }, validity);
    const cert = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----`;
    let asked = 0;
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const server = createServer({ key, cert }, () => (asked += 1)).listen(0, 'localhost');
    await once(server, 'listening');
    const address = `https://localhost:${(server.address() as AddressInfo).port}`;
    const fault = await faultOf(client('v2', { address }).sign(signing(), soon()));
    server.close();
    assert.deepEqual([fault.code, fault.meaning, asked], ['bsre-tls', { done: 'none', passing: false }, 0]);
  });
});

describe('what only one version does', () => {
  it('v1 fetches a document that was left out, once', async () => {
    bsre.trouble = 'no-file';
    const before = bsre.asked.length;
    const signed = await client('v1').sign(signing(), soon());
    const [report] = await verifyPdf(signed, [], NOW);
    assert.equal(report?.intact, true);
    const [, download = ''] = bsre.asked.slice(before);
    assert.match(download, /^\/api\/sign\/download\/[\da-f]{32}$/);
    const { status } = await lineTo(bsre.settings('v1')).ask(download, null, soon());
    assert.equal(status, 404);
  });

  it('v2 asks for the state under its other name where the first is not known', async () => {
    bsre.trouble = 'old-path';
    assert.equal(await client('v2').status(NIK, soon()), 'ISSUE');
  });
});

describe('settings', () => {
  const read = (address: string): boolean =>
    bsreSettings.schema.safeParse({ address, user: 'a', password: 'b' }).success;

  it('let passphrases go over TLS only, or within this machine', () => {
    assert.ok(read('https://esign.klungkungkab.go.id'));
    assert.ok(read('http://127.0.0.1:8080'));
    for (const bad of [
      'http://esign.klungkungkab.go.id',
      'esign',
      'https://a:b@esign.go.id',
      'https://:b@esign.go.id',
      'ftp://esign.go.id',
      'https://169.254.169.254',
      'https://[fe80::1]',
      'https://2852039166',
    ])
      assert.ok(!read(bad), bad);
  });
});

describe('secrets', () => {
  it('stand in no fault, whatever BSrE repeated', () => {
    const all = said.join('\n');
    assert.ok(all.length > 2000, 'there is something to search');
    for (const secret of [PASSPHRASE, bsre.password, NIK])
      for (const encoding of ['utf8', 'base64', 'hex'] as const)
        assert.ok(!all.includes(Buffer.from(secret).toString(encoding)), encoding);
  });
});
