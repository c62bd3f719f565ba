import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { valueOf } from '../../ground/index.ts';
import { isGovernmentDomain } from '../government-domain.ts';
import { quoted } from './mark.ts';
import { dnsNameSettings } from './model.ts';
import type { DnsNameOrder } from './model.ts';
import { prepareDnsName } from './prepare.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const zone = 'bulungan.go.id';

const prepared = (order: DnsNameOrder, more: Readonly<Record<string, string>> = {}) =>
  prepareDnsName({ order, settings: dnsNameSettings.schema.parse({ zone, ...more }), today });

const recordsOf = (target: string, type?: string) =>
  valueOf(prepared({ label: 'jdih', target, type })).records.map(
    (record) => `${record.type} ${record.value}`,
  );

const faultAt = (order: DnsNameOrder, more?: Readonly<Record<string, string>>): string | undefined => {
  const result = prepared(order, more);
  return result.ok ? undefined : result.fault.fields[0]?.path;
};

describe('DNS names', () => {
  test('a label is taken alone, whole, with the last dot, in any case', () => {
    for (const label of ['jdih', 'JDIH.bulungan.go.id', 'jdih.Bulungan.go.id.'])
      assert.equal(valueOf(prepared({ label, target: '203.0.113.1' })).name, 'jdih.bulungan.go.id');
  });

  test('records follow from the target', () => {
    assert.deepEqual(recordsOf('203.0.113.1, 203.0.113.2 203.0.113.1'), ['A 203.0.113.1', 'A 203.0.113.2']);
    assert.deepEqual(recordsOf('203.0.113.1 2001:DB8:0:0:0::1'), ['A 203.0.113.1', 'AAAA 2001:db8::1']);
    assert.deepEqual(recordsOf('Web.Contoh.go.id.'), ['CNAME web.contoh.go.id']);
    assert.deepEqual(recordsOf('203.0.113.1', 'txt'), ['TXT 203.0.113.1']);
  });

  test("without a target it is the government's own hosting, which may be an inner address", () => {
    const plan = valueOf(prepared({ label: 'jdih' }, { hosting: '10.0.0.5' }));
    assert.deepEqual(plan.records, [{ type: 'A', value: '10.0.0.5' }]);
    assert.equal(faultAt({ label: 'jdih' }), 'target');
  });

  test('inner addresses are taken where the government allows them', () => {
    for (const target of ['10.1.1.1', '172.31.0.1', '192.168.9.9', '100.64.0.1', 'fd00::1']) {
      assert.equal(faultAt({ label: 'jdih', target }), 'target', target);
      assert.equal(faultAt({ label: 'jdih', target }, { privateAddresses: 'yes' }), undefined, target);
    }
  });

  test('what is no server is never taken', () => {
    for (const target of [
      '0.0.0.0',
      '127.0.0.1',
      '169.254.1.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fe80::1',
      'ff02::1',
      '::ffff:203.0.113.1',
      '999.1.1.1',
      'localhost',
      'a b.go.id',
      'http://a.go.id/',
    ])
      assert.equal(faultAt({ label: 'jdih', target }, { privateAddresses: 'yes' }), 'target', target);
  });

  test('words that are not fit are refused, but not inside harmless ones', () => {
    for (const label of [
      'slot',
      'slot88',
      's1ot-88',
      'situs-judi',
      'jud1',
      'jud-ol',
      'judionline',
      'togel123',
      'p0rn0',
    ])
      assert.equal(faultAt({ label, target: '203.0.113.1' }), 'label', label);
    for (const label of [
      'adjudikasi',
      'essex',
      'pokermas',
      'babinsa',
      'sdn-1-belimbing',
      'smpn4',
      'k3s',
      'desa-5',
    ])
      assert.equal(faultAt({ label, target: '203.0.113.1' }), undefined, label);
    assert.equal(
      faultAt({ label: 'kampanye', target: '203.0.113.1' }, { refusedWords: 'kampanye' }),
      'label',
    );
  });

  test('texts are quoted so that nothing ends early', () => {
    assert.equal(quoted(String.raw`a "b" \ ; c`), String.raw`"a \"b\" \\ ; c"`);
  });

  test('domains of governments have their shapes', () => {
    for (const good of [
      'bulungan.go.id',
      'klungkungkab.go.id',
      'layanan.klatenkab.go.id',
      'sukamaju.desa.id',
      'uji.test',
    ])
      assert.ok(isGovernmentDomain(good), good);
    for (const bad of [
      'go.id',
      'desa.id',
      'bulungan.com',
      'bulungan.go.id.',
      'Bulungan.go.id',
      '-a.go.id',
      'a..go.id',
      'https://a.go.id',
      'xn--a.go.id',
    ])
      assert.ok(!isGovernmentDomain(bad), bad);
  });
});
