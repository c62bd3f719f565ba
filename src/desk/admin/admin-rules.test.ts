import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { governmentFiles, readDefinitions } from '../../standard/index.ts';
import { compileCalendar } from '../../working-time/index.ts';
import type { OfficialRow } from '../../people/index.ts';
import { monthsOf, yearsOf } from './calendar-year.ts';
import { healthLines } from './health-lines.ts';
import type { Health } from './health.ts';
import { causeWords } from './jobs-words.ts';
import { readCompetence } from './competence-input.ts';
import { readNewOfficial } from './official-input.ts';
import { besides, termsOf, vacanciesFrom } from './post-terms.ts';
import { reckon } from './reckoning.ts';

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
const span = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) });
const told = (spans: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate | null }[]): string[] =>
  spans.map(({ from, to }) => `${from.toString()}..${to?.toString() ?? ''}`);

describe('terms of a post', () => {
  const today = day('2026-11-23');
  test('days at which nobody holds it are found, today’s first', () => {
    const cases: [Parameters<typeof span>[], string[]][] = [
      [[], ['2026-11-23..']],
      [[['2025-01-01', null]], []],
      [[['2025-01-01', '2026-11-23']], ['2026-11-24..']],
      [[['2025-01-01', '2026-11-22']], ['2026-11-23..']],
      [[['2027-01-01', null]], ['2026-11-23..2026-12-31']],
      [
        [
          ['2025-01-01', '2026-12-31'],
          ['2027-02-01', null],
        ],
        ['2027-01-01..2027-01-31'],
      ],
      [
        [
          ['2025-01-01', '2026-12-31'],
          ['2026-12-01', '2026-12-10'],
          ['2027-01-01', null],
        ],
        [],
      ],
    ];
    for (const [terms, expected] of cases)
      assert.deepEqual(
        told(
          vacanciesFrom(
            today,
            terms.map((term) => span(...term)),
          ),
        ),
        expected,
        JSON.stringify(terms),
      );
  });

  test('terms that share a day are told, both ends included', () => {
    const person = (id: string, from: string, to: string | null): OfficialRow => ({
      id,
      slug: id,
      name: id,
      nip: null,
      username: `${id}@klaten`,
      disabled: false,
      holdings: [{ id: `h-${id}`, position: 'kepala', as: 'definitive', basis: null, ...span(from, to) }],
    });
    const terms = termsOf('kepala', [
      person('c', '2026-02-01', null),
      person('a', '2025-01-01', '2026-01-31'),
      person('b', '2026-01-31', '2026-02-01'),
    ]);
    assert.deepEqual(
      terms.map(({ official }) => official.id),
      ['a', 'b', 'c'],
    );
    const names = terms.map((term) => besides(term, terms).map(({ official }) => official.id));
    assert.deepEqual(names, [['b'], ['a', 'c'], ['b']]);
  });
});

describe('the calendar’s year', async () => {
  const { calendar } = readDefinitions(await governmentFiles('governments/klaten'));
  assert.ok(calendar);
  const file = calendar.value;

  test('a day is what the file makes it: holiday before regime before week', () => {
    const all = monthsOf(file, 2026);
    assert.deepEqual(
      all.map((days) => days.length),
      [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
    );
    const on = (month: number, date: number) => all[month - 1]?.[date - 1];
    assert.equal(on(11, 23)?.worked, true);
    assert.equal(on(11, 22)?.worked, false, 'Sunday');
    assert.deepEqual([on(2, 19)?.worked, on(2, 19)?.regime?.name], [true, 'Ramadan 1447 H']);
    assert.deepEqual([on(12, 25)?.worked, on(12, 25)?.closed[0]?.kind], [false, 'national-holiday']);
    assert.deepEqual(yearsOf(file, 2026), [2025, 2026, 2027]);
    assert.deepEqual(yearsOf(file, 2030), [2025, 2026, 2027, 2030]);
  });

  test('"when would it be due?" is answered as the clock answers it, and says what it cannot read', () => {
    const version = { n: 1, file, calendar: compileCalendar(file) };
    const asked = { 'diterima-day': '23', 'diterima-month': '11', 'diterima-year': '2026', pukul: '10.15' };
    assert.deepEqual(reckon(version, asked), { kind: 'not-asked' });
    const found = reckon(version, { ...asked, janji: '10 hari kerja' });
    assert.equal(found.kind === 'found' && found.deadline.due, '2026-12-07T16:00:00+07:00');
    const wrong = reckon(version, { ...asked, 'diterima-month': '13', janji: 'kapan-kapan', pukul: '25' });
    assert.deepEqual(wrong.kind === 'wrong' && wrong.faults.map(({ path }) => path), ['janji', 'diterima']);
  });
});

describe('what is entered about officials', () => {
  const facts = {
    nama: 'Sari Contoh',
    nip: '19800101 200001 1 001',
    surel: 'Sari@Klaten.go.id',
    pangkat: '',
  };
  test('is tidied, and told where it is wrong', () => {
    const read = readNewOfficial({ ...facts, pengguna: 'Sari.Contoh@klaten' }, 'klaten');
    assert.deepEqual(read.ok && read.value, {
      name: 'Sari Contoh',
      nip: '198001012000011001',
      rank: null,
      email: 'sari@klaten.go.id',
      username: 'sari.contoh@klaten',
    });
    const wrong = readNewOfficial({ nama: ' ', nip: '123', surel: 'a@b', pengguna: 'x y' }, 'klaten');
    assert.deepEqual(!wrong.ok && wrong.faults.map(({ path }) => path), ['nama', 'nip', 'surel', 'pengguna']);
  });

  test('a competence needs a known code, evidence and a first day', () => {
    const wrong = readCompetence({ kompetensi: 'lain', bukti: '' }, ['sandi']);
    assert.deepEqual(!wrong.ok && wrong.faults.map(({ path }) => path), ['kompetensi', 'bukti', 'sejak']);
    const read = readCompetence({ kompetensi: 'sandi', bukti: 'No. 1', sejak: '2026-01-01' }, ['sandi']);
    assert.equal(read.ok && read.value.from.toString(), '2026-01-01');
  });
});

describe('the state of the system', () => {
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const well: Health = {
    now,
    database: { version: '18.0', bytes: 50_000_000, clock: now },
    workers: 1,
    backlog: { waiting: 0, oldest: null },
    failedJobs: 0,
    outbox: { waiting: 0, failed: 0, oldest: null },
    mailLeaves: true,
    disk: { free: 50e9, all: 100e9 },
    checkpoints: { taken: 3, outside: 3, last: now },
    verified: { at: now, findings: 0 },
    keyBackup: now,
    program: { version: '0.1.0', node: 'v26', started: now },
    definitions: 11,
  };
  const states = (change: Partial<Health>): string[] =>
    healthLines({ ...well, ...change }, { lang: 'id', timeZone: 'Asia/Jakarta' })
      .filter(({ state }) => state !== 'ok')
      .map(({ term, state }) => `${term}: ${state}`);
  const long = now.subtract({ hours: 2 });

  test('nothing is told of a system that is well', () => assert.deepEqual(states({}), []));

  test('each thing that needs somebody is told, and how badly', () => {
    const cases: [Partial<Health>, string][] = [
      [{ workers: 0 }, 'Pekerja latar: late'],
      [{ backlog: { waiting: 2, oldest: long } }, 'Pekerjaan menunggu: late'],
      [{ failedJobs: 1 }, 'Pekerjaan gagal: late'],
      [{ mailLeaves: false }, 'Surel: soon'],
      [{ outbox: { waiting: 1, failed: 0, oldest: long } }, 'Surel: late'],
      [{ outbox: { waiting: 0, failed: 3, oldest: null } }, 'Surel: soon'],
      [{ disk: { free: 8e9, all: 100e9 } }, 'Ruang simpan folder data: soon'],
      [{ disk: { free: 2e9, all: 100e9 } }, 'Ruang simpan folder data: late'],
      [{ checkpoints: null }, 'Titik periksa jurnal: soon'],
      [{ checkpoints: { taken: 9, outside: 2, last: now } }, 'Titik periksa jurnal: late'],
      [{ verified: { at: now, findings: 2 } }, 'Pemeriksaan jurnal: late'],
      [{ keyBackup: null }, 'Cadangan kunci utama: late'],
      [{ database: { ...well.database, clock: now.add({ seconds: 20 }) } }, 'Selisih jam: soon'],
      [{ database: { ...well.database, clock: long } }, 'Selisih jam: late'],
    ];
    for (const [change, expected] of cases) assert.deepEqual(states(change), [expected], expected);
  });

  test('the cause of a failed job is said to somebody who did not write the program', () => {
    assert.match(causeWords('connect ECONNREFUSED 127.0.0.1:25').id, /Server surel tidak dapat dijangkau/);
    assert.match(causeWords('mail-refused: 550').id, /menolak surat/);
    assert.match(causeWords('ENOSPC: no space left on device').id, /Ruang simpan penuh/);
    assert.match(causeWords("Cannot read properties of undefined (reading 'x')").id, /tidak dikenal/);
  });
});
