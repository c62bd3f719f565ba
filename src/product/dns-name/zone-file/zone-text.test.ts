import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

import { isNotBefore, namesIn, nextSerial, serialOf, withSerial } from './zone-text.ts';

const zone = `$TTL 1h ; waktu
@	IN SOA ns1 hostmaster (
	2026112301 ; seri (serial)
	3600 900 1209600 300 )
	IN NS ns1
ns1	A 203.0.113.53
    AAAA 2001:db8::53 ; masih ns1
Jdih 300 IN A 203.0.113.9
teks TXT "satu ; bukan komentar (dan bukan kurung" "dua"
$ORIGIN setda.bulungan.go.id.
umum A 203.0.113.8
lain.bulungan.go.id. CNAME jdih.bulungan.go.id.
$INCLUDE "tambahan" desa
`;

describe('zone files', () => {
  test('names are found whatever the origin, blanks, brackets, quotes and comments', async () => {
    const included: string[] = [];
    const names = await namesIn(zone, 'bulungan.go.id', (file) => {
      included.push(file);
      return Promise.resolve('kita A 203.0.113.7\n');
    });
    assert.deepEqual(included, ['tambahan']);
    assert.deepEqual([...names].toSorted(), [
      'bulungan.go.id',
      'jdih.bulungan.go.id',
      'kita.desa.setda.bulungan.go.id',
      'lain.bulungan.go.id',
      'ns1.bulungan.go.id',
      'teks.bulungan.go.id',
      'umum.setda.bulungan.go.id',
    ]);
  });

  for (const soa of [
    '@ SOA ns1 host 7 3600 900 1209600 300',
    '@ 300 IN soa ns1 host (7 3600 900 1209600 300)',
    '@ IN SOA ns1 host ( ; pembuka\n ; seri di bawah\n 7\n 3600 900 1209600 300 )',
    '; @ IN SOA lama host 5 3600\n@ IN SOA ns1 host 7 3600 900 1209600 300',
    'teks TXT "SOA a b 5"\n@ IN SOA ns1 host 7 3600 900 1209600 300',
  ])
    test(`the serial number alone is changed in ${JSON.stringify(soa.slice(0, 24))}…`, () => {
      const text = `$TTL 7\n${soa}\na A 7.7.7.7\n`;
      assert.equal(serialOf(text), 7);
      const changed = withSerial(text, 42);
      assert.equal(serialOf(changed), 42);
      assert.equal(withSerial(changed, 7), text);
    });

  test('a text without SOA has none', () => assert.equal(serialOf('a A 203.0.113.1\n'), null));

  test('serial numbers go by the day, and always up', () => {
    const today = Temporal.PlainDate.from('2026-11-23');
    assert.equal(nextSerial(1, today), 2_026_112_301);
    assert.equal(nextSerial(2_026_112_301, today), 2_026_112_302);
    assert.equal(nextSerial(2_026_120_101, today), 2_026_120_102);
    assert.equal(nextSerial(2 ** 32 - 1, today), 0);
    fc.assert(
      fc.property(fc.integer({ min: 2 ** 31, max: 2 ** 32 - 1 }), (serial) => {
        const next = nextSerial(serial, today);
        assert.ok(isNotBefore(next, serial) && !isNotBefore(serial, next));
      }),
    );
  });
});
