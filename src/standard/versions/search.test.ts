import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { StandingClock } from '../../ground/index.ts';
import { governmentDirectories, governmentFiles, readDefinitions } from '../reading/index.ts';
import { Catalogue, findServices, searchServices } from './index.ts';
import type { StoredDefinition } from './index.ts';

const clock = new StandingClock('2026-11-23T01:00:00Z');
const epoch = Temporal.Instant.fromEpochMilliseconds(0);

async function repositoryRows(): Promise<StoredDefinition[]> {
  const rows: StoredDefinition[] = [];
  for (const directory of await governmentDirectories('governments')) {
    const { government, services } = readDefinitions(await governmentFiles(directory));
    assert.ok(government);
    for (const { kind, name, text } of [government, ...services]) {
      rows.push({
        government: government.value.id,
        kind,
        name,
        text,
        n: 1,
        validFrom: epoch,
        sha256: '',
        publishedAt: epoch,
        publishedBy: 'test',
      });
    }
  }
  return rows;
}

/** What people type, the language of their screen, and what must be found first. */
const rows: readonly (readonly [typed: string, lang: 'id' | 'en', first: string])[] = [
  ['ruang rapat', 'id', 'ruang-rapat'],
  ['RAPAT', 'id', 'ruang-rapat'],
  ['ruang rpat', 'id', 'ruang-rapat'],
  ['pinjam ruang rapatnya', 'id', 'ruang-rapat'],
  ['meeting room', 'en', 'ruang-rapat'],
  ['saya mau lapor stnk hilang', 'id', 'kehilangan-stnk'],
  ['stnk', 'id', 'kehilangan-stnk'],
  ['bandwith', 'id', 'penambahan-bandwidth'],
  ['surel', 'id', 'email-resmi'],
  ['PPID', 'id', 'informasi-publik'],
  // As people say it, not as the decree does.
  ['internet lemot', 'id', 'penambahan-bandwidth'],
  ['wifi mati', 'id', 'internet-jaringan'],
  ['surat kehilangan stnk', 'id', 'kehilangan-stnk'],
  ['stnk saya ilang', 'id', 'kehilangan-stnk'],
  ['email dinas', 'id', 'email-resmi'],
  ['hosting web desa', 'id', 'hosting-subdomain-email'],
  ['website kantor dihack', 'id', 'insiden-siber'],
  ['bikin aplikasi', 'id', 'aplikasi'],
  ['sewa aula', 'id', 'ruang-rapat'],
  ['ttd elektronik', 'id', 'tanda-tangan-elektronik'],
  // Misspelt, also in the first letter and badly.
  ['sertivikat eletronik', 'id', 'sertifikat-elektronik'],
  ['keberaten', 'id', 'keberatan-informasi'],
  ['band width internet', 'id', 'penambahan-bandwidth'],
  ['aplikasih', 'id', 'aplikasi'],
];

/** What is typed, and what the page asks whether it was meant; null where nothing had to be guessed. */
const guesses: readonly (readonly [typed: string, meant: string | null])[] = [
  ['bandwith', 'bandwidth'],
  ['ruang rpat', 'ruang rapat'],
  ['ruang rapat', null],
  ['internet lemot', null],
  ['RAPATNYA', null],
  ['zzzzqqq', null],
];

describe('searching the catalogue', () => {
  let catalogue: Catalogue;
  before(async () => {
    const all = await repositoryRows();
    catalogue = new Catalogue({ stamp: async () => 'all', load: async () => all }, clock);
    await catalogue.refresh();
  });

  for (const [typed, lang, first] of rows) {
    test(`"${typed}" finds ${first}`, () => {
      const found = searchServices(catalogue, typed, lang).map(({ version }) => version.name);
      assert.equal(found[0], first, found.join(', '));
    });
  }

  for (const typed of ['pengadu', 'mau komplain', 'mengadu']) {
    test(`"${typed}" finds where to complain, in every government that has it, before anything else`, () => {
      const found = searchServices(catalogue, typed, 'id').map(({ version }) => version.name);
      assert.deepEqual(found.slice(0, 2).sort(), ['pengaduan', 'pengaduan-layanan']);
    });
  }

  test('an accent, a hyphen and capitals change nothing', () => {
    const names = (typed: string) =>
      searchServices(catalogue, typed, 'id').map(({ version }) => version.name);
    assert.deepEqual(names('É-mail'), names('email'));
    assert.ok(names('email').length > 0);
  });

  test('nothing typed finds all, nonsense finds nothing, and one government is only itself', () => {
    assert.equal(searchServices(catalogue, '  ', 'id').length, 16);
    assert.deepEqual(searchServices(catalogue, 'zzzzqqq', 'id'), []);
    const klungkung = searchServices(catalogue, '', 'id', 'klungkung');
    assert.deepEqual(new Set(klungkung.map(({ government }) => government)), new Set(['klungkung']));
    assert.equal(searchServices(catalogue, 'rapat', 'id', 'klungkung').length, 0);
  });

  for (const [typed, meant] of guesses) {
    test(`"${typed}" is taken for ${meant === null ? 'what it says' : `"${meant}"`}`, () => {
      assert.equal(findServices(catalogue, typed, 'id').meant, meant);
    });
  }

  test('what fits without guessing leaves out what was only guessed', () => {
    const names = searchServices(catalogue, 'rapat', 'id').map(({ version }) => version.name);
    assert.deepEqual(names, ['ruang-rapat']);
  });

  test('a long text is no burden', () => {
    const start = performance.now();
    searchServices(catalogue, 'permohonan layanan '.repeat(100_000), 'id');
    assert.ok(performance.now() - start < 2000);
  });

  test('of many words the first twenty are looked for: one sign can be four words, and each costs', () => {
    const typed = `${'rapat '.repeat(20)}${'ﷺ '.repeat(40)}`;
    const names = searchServices(catalogue, typed, 'id').map(({ version }) => version.name);
    assert.deepEqual(names, ['ruang-rapat']);
  });
});
