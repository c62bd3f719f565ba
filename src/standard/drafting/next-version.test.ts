import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readDefinition } from '../reading/index.ts';
import type { Finding } from '../import/model.ts';
import type { Service } from '../model/service.ts';
import { decreeFindings, readingAssumptions } from './carried-findings.ts';
import { composeNext } from './compose-next.ts';
import { matchItems } from './match-items.ts';
import { supervisorsIn } from './propose-supervisors.ts';

function serviceOf(government: string, id: string): Service {
  const path = `governments/${government}/services/${id}.yaml`;
  const text = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  const reading = readDefinition('service', { path: `services/${id}.yaml`, text });
  assert.ok(reading.ok);
  return reading.definition.value;
}

describe('items of the next decree', () => {
  test('are the same though they moved, or were worded a little otherwise', () => {
    const before = ['Surat permohonan', 'Fotokopi KTP pemohon', 'Pas foto 4 x 6'];
    const after = ['Fotokopi KTP elektronik pemohon', 'Bukti lunas PBB', 'Surat permohonan'];
    assert.deepEqual(matchItems(before, after), [2, 0, null]);
  });

  test('that are alike stand for each other once, at their own place', () => {
    const twice = ['Petugas memeriksa berkas', 'Petugas memeriksa berkas'];
    assert.deepEqual(matchItems(twice, twice), [0, 1]);
    assert.deepEqual(matchItems(twice, ['Petugas memeriksa berkas']), [0, null]);
    assert.deepEqual(matchItems([], ['x']), []);
  });
});

describe('the next version of a service that goes on as it runs', () => {
  const current = serviceOf('klaten', 'informasi-publik');
  const { components } = current;
  const fresh: Service = {
    ...serviceOf('klaten', 'ruang-rapat'),
    components: {
      ...components,
      requirements: { items: ['Surat tugas', ...components.requirements.items.slice(1)] },
      procedure: {
        items: [...components.procedure.items.toReversed(), 'Petugas menyiarkan hasilnya', 'Pemohon datang'],
      },
    },
    assumptions: [
      { at: 'promise', text: { id: 'janji', en: 'promise' } },
      { at: 'form', text: { id: 'formulir', en: 'form' } },
    ],
    findings: [],
  };
  const next = composeNext(current, fresh);

  test('has the words, time, fee and decree of the new one', () => {
    assert.deepEqual(next.components, fresh.components);
    assert.deepEqual(next.promise, fresh.promise);
    assert.deepEqual(next.decree, fresh.decree);
  });

  test('keeps who may ask, what is asked, and every step with all that was set for it', () => {
    const bare = ({ steps }: Service): object[] => steps.map((step) => ({ ...step, component: null }));
    assert.deepEqual(bare(next), bare(current));
    assert.deepEqual(next.eligibility, current.eligibility);
    assert.deepEqual(next.clock, current.clock);
    assert.equal(next.title, current.title);
  });

  test('lets everything rest on the item it rested on, wherever that stands now', () => {
    const itemOf = (service: Service, number: number | undefined): string | undefined =>
      number === undefined ? undefined : service.components.procedure.items[number - 1];
    for (const [index, step] of current.steps.entries()) {
      assert.equal(itemOf(next, next.steps[index]?.component), itemOf(current, step.component), step.id);
    }
    const rests = ({ requirements, components: { requirements: items } }: Service): (string | undefined)[] =>
      requirements.map(({ component }) => items.items[component - 1]);
    const gone = components.requirements.items[0];
    assert.ok(rests(current).includes(gone));
    assert.deepEqual(
      rests(next).filter((item) => item !== 'Surat tugas'),
      rests(current).filter((item) => item !== gone),
    );
  });

  test('says what no step carries out, and drops what was assumed of the old words', () => {
    const said = next.assumptions.map(({ at, text }) => `${at}: ${text.id}`).join('\n');
    assert.match(said, /steps\.procedure: .*“Petugas menyiarkan hasilnya”/);
    assert.doesNotMatch(said, /Pemohon datang/, 'what applicants do is no step');
    assert.match(said, /promise: janji/);
    assert.doesNotMatch(said, /form: formulir/, 'the form is the one that there was');
    const files = next.example.files.map(({ requirement }) => requirement);
    assert.ok(files.every((id) => next.requirements.some((one) => one.id === id)));
  });

  test('with the same decree changes nothing but what follows from it', () => {
    const same = composeNext(current, current);
    assert.deepEqual(same.requirements, current.requirements);
    assert.deepEqual(same.steps, current.steps);
    assert.deepEqual(same.form, current.form);
    assert.deepEqual(same.fee, current.fee);
  });
});

describe('who supervises', () => {
  const post = (id: string, title: string, agency = 'dinas') => ({
    id,
    agency,
    title: { id: title, en: title },
  });
  const posts = [
    post('kadis', 'Kepala Dinas Komunikasi dan Informatika'),
    post('kabid-tik', 'Kepala Bidang Telematika'),
    post('kabid-ikp', 'Kepala Bidang Informasi dan Komunikasi Publik'),
    post('sekda', 'Sekretaris Daerah', 'setda'),
    post('inspektur', 'Inspektur', 'inspektorat'),
    post('kadis-lain', 'Kepala Dinas Pendidikan', 'disdik'),
  ];
  const of = (...items: readonly string[]): readonly string[] => supervisorsIn(items, 'dinas', posts);

  test('is a post whose title the words begin, in the office before outside it', () => {
    assert.deepEqual(of('Pengawasan dilakukan oleh Kepala Dinas secara berjenjang'), ['kadis']);
    assert.deepEqual(of('Kepala Bidang Telematika memeriksa tiap bulan'), ['kabid-tik']);
    assert.deepEqual(of('Pengawasan melekat oleh atasan', 'Diaudit Inspektur Kabupaten'), ['inspektur']);
  });

  test('is nobody where the words fit several, or none', () => {
    assert.deepEqual(of('Pengawasan oleh Kepala Bidang'), []);
    assert.deepEqual(of('Pengawasan oleh atasan langsung'), []);
    assert.deepEqual(of('Pengawasan inspektorat'), [], 'an office is no post');
    assert.deepEqual(of(), []);
  });

  test('is named once', () => {
    assert.deepEqual(of('Kepala Dinas', 'Laporan kepada Kepala Dinas dan Kepala Bidang Telematika'), [
      'kadis',
      'kabid-tik',
    ]);
  });
});

describe('what the clerk found', () => {
  const finding = (about: Finding['about'], component: Finding['component'], settled?: boolean) => ({
    severity: 'warning' as const,
    about,
    component,
    words: { id: `${about} ${component}`, en: `${about} ${component}` },
    place: null,
    ...(settled === undefined ? {} : { settled }),
  });
  const all = [
    finding('decree', 'legalBasis'),
    finding('decree', 'complaints', true),
    finding('reading', 'procedure'),
    finding('reading', 'requirements'),
    finding('reading', 'title', true),
    finding('open', 'staffing'),
  ];

  test('in the decree stays with the standard until somebody settles it', () => {
    assert.deepEqual(
      decreeFindings(all).map(({ component }) => component),
      ['legalBasis'],
    );
  });

  test('in the reading is an assumption until somebody compares it with the document', () => {
    assert.deepEqual(
      readingAssumptions(all, ['requirements']).map(({ at }) => at),
      ['components.procedure'],
    );
  });
});
