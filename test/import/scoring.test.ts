/** The measure of the import is measured: what a reading gets wrong must be seen. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { JsonDecree } from '../../src/standard/import/index.ts';
import { documents, readSample } from './corpus.ts';
import type { Sample } from './corpus.ts';
import { scoreOf } from './scoring.ts';

type Read = JsonDecree['services'][number];

describe('the score of a reading', () => {
  const samples = new Map<string, { readonly sample: Sample; readonly read: JsonDecree }>();
  before(async () => {
    for (const sample of documents()) samples.set(sample.name, { sample, read: await readSample(sample) });
  });

  /** What is told of a reading when one of its services was read otherwise. */
  function told(name: string, at: number, otherwise: (service: Read) => Read): ReturnType<typeof scoreOf> {
    const { sample, read } = samples.get(name) ?? assert.fail(name);
    const services = read.services.map((service, index) => (index === at ? otherwise(service) : service));
    return scoreOf(name, { ...read, services }, sample.expected);
  }

  const finding =
    (component: 'fee' | 'time' | 'legalBasis' | 'complaints', message: string) =>
    (service: Read): Read => ({
      ...service,
      findings: [...service.findings, { severity: 'warning', component, message, line: null }],
    });

  const untrue = [
    [
      'transport-numbered-paragraphs',
      0,
      finding('fee', 'A fee is charged (“…”) and no tariff basis is cited (…).'),
    ],
    [
      'fire-service-pipes',
      1,
      finding('time', '“…”: working or calendar days is not said. Until it is decided, …'),
    ],
    ['environment-fused-cells', 0, finding('legalBasis', 'Undang-Undang 32/2009 has been replaced by ….')],
    [
      'fisheries-signature-footer',
      0,
      finding('complaints', '60 hari for a complaint is longer than the 60 days of ….'),
    ],
    [
      'information-office-word-html',
      1,
      finding('time', 'Against Undang-Undang 14/2008 art. 22(7), (8): 10 working days …'),
    ],
  ] as const;
  for (const [name, at, planted] of untrue) {
    test(`sees what is found and is not so: ${name}`, () => {
      assert.equal(told(name, at, planted).wrongFindings.length, 1);
      assert.deepEqual(told(name, at, (service) => service).wrongFindings, []);
    });
  }

  test('takes a finding about something else of the component for none of these', () => {
    const other = finding('legalBasis', 'Undang-Undang 32/2004 has been replaced by Undang-Undang 23/2014.');
    assert.deepEqual(told('environment-fused-cells', 0, other).wrongFindings, []);
  });

  test('sees a time of several that was lost, added or read as another', () => {
    const withEntries =
      (change: (entries: NonNullable<Read['components']['time']['entries']>) => typeof entries) =>
      (service: Read): Read => ({
        ...service,
        components: {
          ...service.components,
          time: { ...service.components.time, entries: change(service.components.time.entries ?? []) },
        },
      });
    const name = 'transport-numbered-paragraphs';
    const wrong = (service: (one: Read) => Read): number => told(name, 0, service).wrongPromises.length;
    assert.equal(wrong(withEntries((entries) => entries)), 0);
    assert.equal(wrong(withEntries((entries) => entries.slice(1))), 1);
    assert.equal(wrong(withEntries((entries) => [...entries, ...entries.slice(0, 1)])), 1);
    assert.equal(wrong(withEntries((entries) => entries.map((entry) => ({ ...entry, minutes: 5 })))), 1);
  });

  test('sees a fee that is another one, and takes one that is asked for none', () => {
    const withFee =
      (fee: Partial<Read['components']['fee']>) =>
      (service: Read): Read => ({
        ...service,
        components: { ...service.components, fee: { ...service.components.fee, ...fee } },
      });
    const wrong = (name: string, fee: Partial<Read['components']['fee']>): number =>
      told(name, 0, withFee(fee)).wrongFees.length;
    const [charged, free] = ['trade-one-row-a-service', 'civil-registry-footnote'];
    assert.equal(wrong(charged, {}), 0);
    assert.equal(wrong(charged, { free: true, amounts: [] }), 1);
    assert.equal(wrong(charged, { amounts: [{ idr: 5000, times: 1 }] }), 1);
    assert.equal(wrong(charged, { amounts: [] }), 0);
    assert.equal(wrong(free, {}), 0);
    assert.equal(wrong(free, { free: false, amounts: [{ idr: 5000, times: 1 }] }), 1);
    assert.equal(wrong(free, { free: false, amounts: [] }), 0);
  });

  test('sees a service that the document does not have', () => {
    const { sample, read } = samples.get('civil-registry-footnote') ?? assert.fail();
    const [first] = read.services;
    assert.ok(first);
    const surplus = (services: readonly Read[]): readonly string[] =>
      scoreOf(sample.name, { ...read, services }, sample.expected).surplusServices;
    assert.deepEqual(surplus(read.services), []);
    assert.equal(surplus([...read.services, first]).length, 1);
    assert.deepEqual(surplus([]), []);
  });

  test('knows what every document says of findings that are not to be', () => {
    const all = documents().flatMap(({ expected }) => expected.services);
    assert.ok(all.filter(({ expectNoFindings }) => (expectNoFindings ?? []).length > 0).length >= 10);
    assert.ok(all.filter(({ expectEntries }) => expectEntries !== undefined).length >= 4);
  });
});
