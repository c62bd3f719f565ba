import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleService } from '../../../test/support/sample-government.ts';
import type { Plain } from '../../../test/support/sample-government.ts';
import { Service } from '../model/service.ts';
import { describeChange, diffServices } from './index.ts';

/** The changes as `area | line`, in Indonesian and in English. */
function changesAfter(edit: (service: Plain) => void): readonly [id: string, en: string][] {
  const edited = sampleService();
  edit(edited);
  return diffServices(Service.parse(sampleService()), Service.parse(edited)).map((change) => [
    `${change.area} | ${describeChange(change, 'id')}`,
    `${change.area} | ${describeChange(change, 'en')}`,
  ]);
}

interface Row {
  readonly what: string;
  readonly edit: (service: Plain) => void;
  readonly id: readonly string[];
  readonly en: readonly string[];
}

const rows: Row[] = [
  { what: 'nothing', edit: () => undefined, id: [], en: [] },
  {
    what: 'the promised time',
    edit: (service) => {
      service['components'].time.text = '5 hari kerja';
      service['promise'].days = 5;
    },
    id: [
      'time | Jangka waktu pelayanan: 10 (sepuluh) hari kerja → 5 hari kerja',
      'time | Janji waktu: 10 hari kerja (hari/jam kerja) → 5 hari kerja (hari/jam kerja)',
    ],
    en: [
      'time | Promised time: 10 (sepuluh) hari kerja → 5 hari kerja',
      'time | Promised time: 10 working days (working time) → 5 working days (working time)',
    ],
  },
  {
    what: 'the fee',
    edit: (service) =>
      void (service['fee'] = {
        free: false,
        amounts: [{ idr: 20_000, for: { id: 'siaran', en: 'broadcast' } }],
      }),
    id: ['fee | Biaya/tarif › Gratis: ya → tidak', 'fee | Biaya/tarif › Tarif: + siaran'],
    en: ['fee | Fee › Free: yes → no', 'fee | Fee › Amounts: + broadcast'],
  },
  {
    what: 'a requirement removed',
    edit: (service) => void service['requirements'].pop(),
    id: ['requirements | Persyaratan › ktp: − ktp: KTP'],
    en: ['requirements | Requirements › ktp: − ktp: KTP'],
  },
  {
    what: 'a question added',
    edit: (service) =>
      void service['form'][0].questions.push({
        type: 'email',
        id: 'email',
        label: { id: 'Surel', en: 'E-mail' },
      }),
    id: ['form | Formulir › pemohon › Pertanyaan › email: + email: Surel'],
    en: ['form | Form › pemohon › Questions › email: + email: E-mail'],
  },
  {
    what: 'who makes a step, and where it leads',
    edit: (service) => {
      service['steps'][0].positions = ['kepala'];
      service['steps'][0].outcomes.complete.to = 'nilai';
    },
    id: [
      'steps | Tahapan › periksa › Jabatan: petugas → kepala',
      'steps | Tahapan › periksa › Hasil › complete › Lanjut ke: disposisi → nilai',
    ],
    en: [
      'steps | Steps › periksa › Positions: petugas → kepala',
      'steps | Steps › periksa › Outcomes › complete › Goes to: disposisi → nilai',
    ],
  },
  {
    what: 'the order of the steps',
    edit: (service) => void service['steps'].reverse(),
    id: [
      'steps | Tahapan › Urutan: periksa, disposisi, nilai, serahkan → serahkan, nilai, disposisi, periksa',
    ],
    en: ['steps | Steps › Order: periksa, disposisi, nilai, serahkan → serahkan, nilai, disposisi, periksa'],
  },
  {
    what: 'a text, in one language only',
    edit: (service) => void (service['title'].en = 'Letter'),
    id: ['texts | Judul › Bahasa Inggris: Surat → Letter'],
    en: ['texts | Title › English: Surat → Letter'],
  },
  {
    what: 'who may ask',
    edit: (service) => void service['eligibility'].kinds.push('official'),
    id: ['people | Yang berhak mengajukan › kinds: + official'],
    en: ['people | Who may ask › kinds: + official'],
  },
  {
    what: 'something that has no name in the table',
    edit: (service) => void (service['silence'] = 'potential-approval'),
    id: ['texts | silence: none → potential-approval'],
    en: ['texts | silence: none → potential-approval'],
  },
];

describe('what a new version changes', () => {
  for (const { what, edit, id, en } of rows) {
    test(what, () => {
      const changes = changesAfter(edit);
      assert.deepEqual(
        changes.map(([words]) => words),
        id,
      );
      assert.deepEqual(
        changes.map(([, words]) => words),
        en,
      );
    });
  }
});
