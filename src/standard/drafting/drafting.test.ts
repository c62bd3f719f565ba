import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { calendarText } from '../calendar/index.ts';
import { checkGovernment, hasErrors } from '../checking/index.ts';
import { chargeOf } from '../model.ts';
import { readDefinitions } from '../reading/index.ts';
import type { DefinitionFault } from '../reading/index.ts';
import { readCalendar } from '../../working-time/index.ts';
import type { WorkingCalendarFile } from '../../working-time/index.ts';
import {
  asTitle,
  composeService,
  definitionText,
  DraftComponents,
  openMatters,
  proposeCalendar,
  proposeGovernment,
  proposeOrganisation,
  proposeRunning,
} from './index.ts';
import type { DraftDecree, Running } from './index.ts';
import { readClasses } from './propose-classes.ts';
import { commonNamesOf } from './propose-common.ts';

const root = join(import.meta.dirname, '../../..');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

interface Reading {
  readonly title: string;
  readonly components: DraftComponents;
}
interface Decree {
  readonly name: string;
  readonly decree: DraftDecree | null;
  readonly services: readonly Reading[];
}

/** What a reviewer would say where a decree says nothing: five working days, and free. */
function settled({ title, components }: Reading): Reading {
  const open = new Set(openMatters(title, components).map(({ path }) => path));
  const { promise } = components.time;
  const days = { basis: 'working', months: 0, days: 5, hours: 0, minutes: 0 } as const;
  return {
    title: title || 'Layanan tanpa nama',
    components: {
      ...components,
      time: {
        ...components.time,
        promise: promise?.basis === 'unspecified' ? { ...promise, basis: 'working' } : (promise ?? days),
      },
      fee: open.has('fee') ? { ...components.fee, amounts: [{ idr: 10_000, times: 1 }] } : components.fee,
    },
  };
}

function decreeIn(name: string, path: string): Decree {
  const { decree, services } = json(path) as {
    decree?: DraftDecree | null;
    services: { title: string | null; components: unknown }[];
  };
  return {
    name,
    decree: decree ?? null,
    services: services.map(({ title, components }) =>
      settled({ title: title ?? '', components: DraftComponents.parse(components) }),
    ),
  };
}

const documents = join(root, 'test/import/documents');
const all = readdirSync(documents)
  .filter((name) => existsSync(join(documents, name, 'expected.json')))
  .map((name) => decreeIn(name, join(documents, name, 'expected.json')));

function template(): WorkingCalendarFile {
  const reading = readCalendar(json(join(root, 'governments/klaten/calendar.json')));
  assert.ok(reading.ok);
  return reading.value;
}

const runningOf = (services: readonly Reading[]): Running[] =>
  services.map(({ title, components }) =>
    proposeRunning(title, components, { office: 'kantor', organisation: null, validFrom: '2026-01-05' }),
  );

/** A whole new government out of one decree, checked as `pendopo check` does. */
function checked({ decree, services }: Decree): readonly DefinitionFault[] {
  const runnings = runningOf(services);
  const draft = {
    id: 'contoh',
    decree,
    services: services.map(({ components }) => components),
    positions: runnings.flatMap(({ positions }) => positions),
    from: '2026-01-05',
  };
  const government = proposeGovernment(draft);
  const composed = services.map(({ title, components }, index) => {
    const running = runnings[index];
    assert.ok(running);
    const result = composeService(
      { title, components, running, decree, findings: [], confirmed: [], current: null },
      { office: 'kantor', contacts: government.contacts },
    );
    assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.fault.fields));
    return { path: `services/${running.id}.yaml`, text: definitionText('service', result.value) };
  });
  const definitions = readDefinitions([
    { path: 'government.yaml', text: definitionText('government', government) },
    { path: 'organisation.yaml', text: definitionText('organisation', proposeOrganisation(draft)) },
    { path: 'calendar.json', text: calendarText(proposeCalendar(template(), 'Asia/Makassar')) },
    ...composed,
  ]);
  return checkGovernment(definitions, Temporal.PlainDate.from('2026-11-23'));
}

describe('a standard out of a decree', () => {
  for (const decree of all) {
    test(`passes the check: ${decree.name}`, () => {
      const faults = checked(decree).filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        faults.map(({ file, path, words }) => `${file} ${path}: ${words.en}`),
        [],
      );
    });
  }

  test('is not put together while something is open that only a person can say', () => {
    const [first] = all[0]?.services ?? [];
    assert.ok(first);
    const components = { ...first.components, time: { text: '', promise: null } };
    const [running] = runningOf([first]);
    assert.ok(running);
    const result = composeService(
      { title: first.title, components, running, decree: null, findings: [], confirmed: [], current: null },
      { office: 'kantor', contacts: [] },
    );
    assert.ok(!result.ok);
    assert.deepEqual(
      result.fault.fields.map(({ path }) => path),
      ['time'],
    );
  });
});

const stepsOf = (...items: string[]): string[] => {
  const empty = { items: [] };
  const components = DraftComponents.parse({
    ...Object.fromEntries(Object.keys(DraftComponents.shape).map((name) => [name, empty])),
    procedure: { items },
    time: { text: '3 hari kerja', promise: null },
    fee: { text: 'Gratis', free: true, amounts: [] },
    staffing: { text: '', count: null },
  });
  const [running] = runningOf([{ title: 'Surat Contoh', components }]);
  return (running?.steps ?? []).map(({ kind, position, component }) => `${kind} ${position} ${component}`);
};

test('where a letter number spares the upload, the form asks for that number', () => {
  const [service] = all[0]?.services ?? [];
  assert.ok(service);
  const asked = (letter: string): readonly (string | undefined)[] => {
    const components = { ...service.components, requirements: { items: [letter] } };
    const [running] = runningOf([{ title: 'Surat Contoh', components }]);
    assert.ok(running);
    const reviewed = { components, running, decree: null, findings: [], confirmed: [], current: null };
    const result = composeService({ title: 'Surat Contoh', ...reviewed }, { office: 'kantor', contacts: [] });
    assert.ok(result.ok);
    const { form, requirements } = result.value;
    const uses = form.flatMap(({ questions }) => questions.map(({ use }) => use));
    return [requirements[0]?.bring, uses.find((use) => use === 'srikandi-number')];
  };
  assert.deepEqual(asked('Surat permohonan Kepala OPD'), ['file-or-letter-number', 'srikandi-number']);
  assert.deepEqual(asked('Fotokopi KTP'), ['file', undefined]);
});

test('several amounts are those of several cases: their sum is told to nobody, and a reviewer is told so', () => {
  const [service] = all[0]?.services ?? [];
  assert.ok(service);
  const text = 'Izin baru sebesar Rp65.000,00; perpanjangan sebesar Rp45.000,00';
  const chargeFor = (...idr: number[]): unknown => {
    const fee = { text, free: false, amounts: idr.map((one) => ({ idr: one, times: 1 })) };
    const components = { ...service.components, fee };
    const [running] = runningOf([{ title: 'Surat Contoh', components }]);
    assert.ok(running);
    const reviewed = { components, running, decree: null, findings: [], confirmed: [], current: null };
    const result = composeService({ title: 'Surat Contoh', ...reviewed }, { office: 'kantor', contacts: [] });
    assert.ok(result.ok);
    const told = result.value.assumptions.some(({ at }) => at.includes('fee.byCase'));
    return { ...chargeOf(result.value.fee), told };
  };
  assert.deepEqual(chargeFor(65_000, 45_000), { least: 45_000, most: 65_000, told: true });
  assert.deepEqual(chargeFor(65_000), { least: 65_000, most: 65_000, told: false });
});

describe('steps out of a procedure', () => {
  test('leave out what the applicant does, and name who acts', () => {
    assert.deepEqual(
      stepsOf(
        'Pemohon menyerahkan berkas kepada petugas loket',
        'Petugas loket memeriksa kelengkapan berkas',
        'Kepala Seksi Pelayanan memaraf surat',
        'Camat menandatangani surat',
        'Petugas mencatat nomor register dan menyerahkan surat kepada pemohon',
      ),
      [
        'check petugas-loket 2',
        'assess kepala-seksi-pelayanan 3',
        'sign camat 4',
        'fulfil petugas-surat-contoh 5',
      ],
    );
  });

  test('of what is printed before it is signed, the signing is not delivery', () => {
    assert.deepEqual(
      stepsOf(
        'Staf memverifikasi berkas',
        'Staf mencetak surat',
        'Lurah menandatangani surat',
        'Surat diserahkan',
      ),
      [
        'check petugas-surat-contoh 1',
        'assess petugas-surat-contoh 2',
        'sign lurah 3',
        'fulfil petugas-surat-contoh 4',
      ],
    );
  });

  test('a disposition goes to whoever comes next; a doer may stand behind "oleh"', () => {
    assert.deepEqual(
      stepsOf(
        'Berkas diverifikasi oleh Kepala Bidang Perizinan',
        'Kepala Dinas mendisposisikan kepada tim teknis',
        'Tim Teknis meninjau lokasi',
        'Kepala Dinas menerbitkan izin',
      ),
      [
        'check kepala-bidang-perizinan 1',
        'dispose kepala-dinas 2',
        'assess tim-teknis 3',
        'decide kepala-dinas 4',
        'fulfil petugas-surat-contoh null',
      ],
    );
  });

  test('where nothing is said of the office, somebody checks and somebody delivers: both assumed', () => {
    assert.deepEqual(stepsOf('Mengajukan surat permohonan'), [
      'check petugas-surat-contoh null',
      'fulfil petugas-surat-contoh null',
    ]);
  });
});

test('a service is known by the words of its title, or else of its product', () => {
  assert.deepEqual(commonNamesOf('Layanan Email Resmi', ['Akun']), ['email']);
  assert.deepEqual(commonNamesOf('Hosting, Subdomain, dan E-mail', []), ['subdomain', 'hosting', 'email']);
  assert.deepEqual(commonNamesOf('Pengajuan Keberatan Informasi Publik', []), ['keberatan-informasi']);
  assert.deepEqual(commonNamesOf('Penerbitan KK', ['Kartu Keluarga (KK)']), ['kartu-keluarga']);
  // No word inside another one: "tera" is none of "sementara", "aula" none of "Maulana".
  assert.deepEqual(commonNamesOf('Izin Sementara Yayasan Maulana', ['Surat izin']), []);
});

const timeOf = (text: string, days: readonly number[]): DraftComponents['time'] => {
  const entries = days.map((n) => ({ basis: 'working' as const, months: 0, days: n, hours: 0, minutes: 0 }));
  const longest = entries.toSorted((one, other) => other.days - one.days)[0] ?? null;
  return { text, promise: longest, entries };
};

describe('classes out of a time that names several', () => {
  test('are named by the words before each time', () => {
    const time = timeOf(
      'Menara baru: 10 (sepuluh) hari kerja; Untuk perpanjangan paling lama 5 hari kerja.',
      [10, 5],
    );
    assert.deepEqual(
      readClasses(time).map(({ label, text, promise }) => [label.id, text, promise.days]),
      [
        ['Menara baru', '10 (sepuluh) hari kerja', 10],
        ['perpanjangan', 'paling lama 5 hari kerja', 5],
      ],
    );
  });

  test('are not guessed where one has no name, or is counted otherwise', () => {
    assert.deepEqual(readClasses(timeOf('3 hari kerja; bila kepala dinas luar: 5 hari kerja', [3, 5])), []);
    assert.deepEqual(readClasses(timeOf('Baru: 3 hari kerja', [3])), []);
    const otherwise = timeOf('Baru: 3 hari kerja; Lama: 5 hari kerja', [3, 5]);
    const calendar = { basis: 'calendar' as const, months: 0, days: 5, hours: 0, minutes: 0 };
    assert.deepEqual(readClasses({ ...otherwise, promise: calendar }), []);
    assert.deepEqual(readClasses({ ...otherwise, entries: otherwise.entries?.slice(1) }), []);
  });

  test('are chosen behind the first look at the papers, and the whole passes the check', () => {
    const [decree] = all;
    const [service] = decree?.services ?? [];
    assert.ok(decree && service);
    const time = timeOf('Baru: 10 hari kerja; Perpanjangan: 5 hari kerja', [10, 5]);
    const classified = { ...service, components: { ...service.components, time } };
    const faults = checked({ ...decree, services: [classified] }).filter(
      ({ severity }) => severity === 'error',
    );
    assert.deepEqual(
      faults.map(({ path, words }) => `${path}: ${words.en}`),
      [],
    );
    const [running] = runningOf([classified]);
    assert.ok(running);
    const reviewed = { ...classified, running, decree: null, findings: [], confirmed: [], current: null };
    const result = composeService(reviewed, { office: 'kantor', contacts: [] });
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.steps.slice(0, 2).map(({ kind }) => kind),
      ['check', 'classify'],
    );
  });
});

test('titles in capitals are read as titles, abbreviations stay', () => {
  assert.equal(asTitle('PENERBITAN KARTU KELUARGA (KK) DAN SKCK'), 'Penerbitan Kartu Keluarga (KK) dan SKCK');
  assert.equal(asTitle('Izin Praktik Dokter'), 'Izin Praktik Dokter');
});

test('hasErrors is what the table above rests on', () => {
  assert.equal(hasErrors(checked({ name: '', decree: null, services: [] })), false);
});
