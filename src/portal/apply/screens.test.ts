import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formQuestions, readDefinition } from '../../standard/index.ts';
import type { Service } from '../../standard/index.ts';
import { belongsTo, faultsOn, firstIncomplete, screensFor, screensOf } from './screens.ts';
import { firstUnfinished, missingUploads, nextAfter, partOf, waysFor } from './way.ts';

const governments = fileURLToPath(new URL('../../../governments', import.meta.url));

function serviceAt(path: string): Service {
  const reading = readDefinition('service', { path, text: readFileSync(`${governments}/${path}`, 'utf8') });
  assert.ok(reading.ok, path);
  return reading.definition.value;
}

const hosting = serviceAt('bulungan/services/hosting-subdomain-email.yaml');
const information = serviceAt('klaten/services/informasi-publik.yaml');
const email = serviceAt('klungkung/services/email-resmi.yaml');
const network = serviceAt('purbalingga/services/internet-jaringan.yaml');
const reading = { today: Temporal.PlainDate.from('2026-11-23'), agencies: [], mode: 'form' } as const;

describe('the pages of a form', () => {
  it('begin anew where a question depends on an answer of the same group', () => {
    assert.deepEqual(
      screensOf(hosting).map(({ id }) => id),
      ['pemohon', 'layanan', 'layanan.2', 'surat'],
    );
  });

  it('ask only what fits the choices made', () => {
    const asked = (choice: string): string[] =>
      screensFor(hosting, { layanan: choice })
        .filter(({ group }) => group.id === 'layanan')
        .flatMap(({ questions }) => questions.map(({ id }) => id));
    assert.deepEqual(asked('email'), ['layanan', 'usulan-email', 'keterangan']);
    assert.deepEqual(asked('hosting'), ['layanan', 'kapasitas-hosting', 'keterangan']);
    assert.deepEqual(asked('no such choice'), ['layanan', 'keterangan']);
  });

  it('hold every question of every service once, never beside the one it depends on', () => {
    for (const path of globSync('*/services/*.yaml', { cwd: governments })) {
      const service = serviceAt(path);
      const screens = screensOf(service);
      assert.deepEqual(
        screens.flatMap(({ questions }) => questions),
        formQuestions(service),
        path,
      );
      assert.equal(new Set(screens.map(({ id }) => id)).size, screens.length, path);
      for (const { questions } of screens) {
        const ids = new Set(questions.map(({ id }) => id));
        assert.ok(!questions.some(({ when }) => when && ids.has(when.question)), path);
      }
    }
  });

  it('know their own fields by all their parts', () => {
    const belongs = belongsTo(formQuestions(serviceAt('klaten/services/ruang-rapat.yaml')));
    for (const field of ['nama', 'waktu-day', 'waktu-from', 'tanggal-surat-month'])
      assert.ok(belongs(field), field);
    for (const field of ['_csrf', 'nama-day', 'toString', 'tanggal-surat-from', 'waktu-now'])
      assert.ok(!belongs(field), field);
  });

  it('tell whoever proposes an account that no mailbox can have its name, and which would do', () => {
    for (const [service, id] of [
      [email, 'usulan-alamat'],
      [hosting, 'usulan-email'],
    ] as const) {
      const told = (proposed: string): string | undefined => {
        const typed = { layanan: 'email', [id]: proposed };
        const screen = screensFor(service, typed).find(({ questions }) =>
          questions.some((one) => one.id === id),
        );
        assert.ok(screen);
        return faultsOn(screen, service, typed, reading).find(({ path }) => path === id)?.words.id;
      };
      assert.match(told('Uji coba') ?? '', /huruf kecil.*Misalnya: uji\.coba, /);
      assert.match(told('Postmaster') ?? '', /dicadangkan/);
      for (const good of ['', 'dinkes', 'Uji.Coba']) assert.equal(told(good), undefined, good);
    }
  });

  it('tell only their own faults', () => {
    const [first] = screensFor(information, {});
    assert.ok(first);
    const faults = faultsOn(first, information, {}, reading).map(({ path }) => path);
    assert.ok(faults.length > 0);
    assert.ok(faults.every((path) => first.questions.some(({ id }) => id === path)));
  });

  it('lead back to the first one on which something is missing', () => {
    assert.equal(firstIncomplete(hosting, {}, reading)?.id, 'pemohon');
    const begun = { 'nama-pemohon': 'Sari', 'email-kontak': 'sari@bulungan.example', layanan: 'subdomain' };
    const agencies = [{ id: 'dinas', name: 'Dinas', kind: 'agency' as const }];
    const typed = { ...begun, 'perangkat-daerah': 'dinas' };
    assert.equal(firstIncomplete(hosting, typed, { ...reading, agencies })?.id, 'layanan.2');
  });
});

describe('the way through an application', () => {
  const typed = { sebagai: 'citizen' };

  it('ends with files, where there are any to bring, and the check', () => {
    assert.deepEqual(waysFor(information, typed).slice(-2), ['berkas', 'periksa']);
    assert.equal(nextAfter(information, typed, 'berkas'), 'periksa');
    assert.equal(nextAfter(information, typed, 'isi/not-there'), waysFor(information, typed)[0]);
  });

  it('asks for what this applicant must bring', () => {
    const missing = (choice: string): string[] =>
      missingUploads(information, { sebagai: choice }, []).map(({ id }) => id);
    assert.deepEqual(missing('citizen'), ['ktp']);
    assert.deepEqual(missing('legal-body'), ['legal-standing']);
    assert.deepEqual(missingUploads(information, typed, [{ requirement: 'ktp' }]), []);
  });

  it('takes a SRIKANDI number in place of a letter', () => {
    const [letter] = missingUploads(network, {}, []);
    assert.equal(letter?.bring, 'file-or-letter-number');
    assert.deepEqual(missingUploads(network, { 'nomor-srikandi': 'B/1/2026' }, []), []);
    assert.equal(missingUploads(network, { 'nomor-srikandi': '  ' }, []).length, 1);
  });

  it('counts parts that no answer changes', () => {
    const counted = (part: string): string => {
      const { at, all } = partOf(information, part);
      return `${at}/${all}`;
    };
    const groups = information.form.map(({ id }) => counted(`isi/${id}`));
    assert.deepEqual(groups, ['1/4', '2/4'].slice(0, groups.length));
    assert.equal(
      counted(`isi/${information.form[0]?.id ?? ''}.2`),
      '1/4',
      'a second page of a group is no part of its own',
    );
    assert.deepEqual([counted('berkas'), counted('periksa')], ['3/4', '4/4']);
  });

  it('leads to questions before files', () => {
    assert.match(firstUnfinished(information, {}, [], reading) ?? '', /^isi\//);
  });
});
