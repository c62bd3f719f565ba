import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { sampleService } from '../../../test/support/sample-government.ts';
import { readDefinition } from '../../standard/index.ts';
import type { Service } from '../../standard/index.ts';
import { feeShort } from '../front/brief.ts';
import { feeContent } from './fee.ts';

const amount = (idr: number, what: string): object => ({ idr, for: { id: what, en: what } });

function charging(fee: object): Service {
  const read = readDefinition('service', {
    path: 'services/surat.yaml',
    text: stringify({ ...sampleService(), fee: { free: false, ...fee } }),
  });
  assert.ok(read.ok);
  return read.definition.value;
}

const first = (service: Service): string => String([feeContent(service, '/lapor', 'id')].flat()[0]);
const amounts = [amount(65_000, 'izin baru'), amount(45_000, 'perpanjangan')];

test('amounts that are all paid are summed', () => {
  const service = charging({ amounts });
  assert.equal(feeShort(service, 'id').replaceAll(/\s/g, ''), 'Rp110.000');
  assert.match(first(service), /110\.000 seluruhnya/);
});

test('amounts of which one is paid, by case, are a range and never a sum', () => {
  const service = charging({ amounts, byCase: true });
  assert.equal(feeShort(service, 'id').replaceAll(/[^\S ]|(?<=Rp)\s/g, ''), 'Rp45.000 sampai Rp65.000');
  assert.match(first(service), /45\.000 sampai Rp\s?65\.000, menurut jenisnya/);
});
