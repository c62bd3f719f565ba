import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { z } from 'zod';
import { sampleService } from '../../../test/support/sample-government.ts';
import { Question } from '../model/questions.ts';
import { Service } from '../model/service.ts';
import {
  applicantOf,
  describeAnswer,
  exampleFor,
  formJsonSchema,
  readAnswers,
  requirementsFor,
} from './index.ts';
import type { AnswerContext } from './index.ts';
import { formQuestions, visibleQuestions } from './service.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const agencies = [{ id: 'dinkes', name: 'Dinas Kesehatan', kind: 'agency' as const }];
const api: AnswerContext = { today, agencies, mode: 'api' };
const form: AnswerContext = { today, agencies, mode: 'form' };
const both = (text: string) => ({ id: text, en: text });

const question = (rest: object): Question => Question.parse({ id: 'q', label: both('Pertanyaan'), ...rest });

function read(rest: object, raw: unknown, context: AnswerContext = form): unknown {
  const result = readAnswers([question(rest)], { q: raw }, context);
  return result.ok ? result.value['q'] : result.fault.fields[0]?.words.en;
}

interface Row {
  readonly type: object;
  readonly accepts: readonly (readonly [raw: unknown, value: unknown])[];
  readonly refuses: readonly (readonly [raw: unknown, says: RegExp])[];
}

const rows: Record<string, Row> = {
  text: {
    type: { type: 'text', maxLength: 5 },
    accepts: [
      [' Budi ', 'Budi'],
      ['e\u0301', 'é'],
      ['😀😀😀😀😀', '😀😀😀😀😀'],
      ['👨‍👩‍👧', '👨‍👩‍👧'],
      ['❤️', '❤️'],
      ['\uFEFFBu\u00ADd\u200Bi', 'Budi'],
    ],
    refuses: [
      ['123456', /At most 5/],
      ['a\u0000', /cannot be read/],
      ['a\u202Eb', /cannot be read/],
      ...[
        '\u200B',
        '\u200C',
        '\u200D',
        '\u2060',
        '\u061C',
        '\u00AD',
        '\u115F',
        '\u3164',
        '\u2800',
        '\uFE0F',
      ].map((hidden) => [hidden.repeat(3), /cannot be read/] as const),
      ['Bu\u200Ddi', /cannot be read/],
      ['\uD800', /cannot be read/],
      ['a\nb', /one line/],
      [5, /Write a text/],
    ],
  },
  'name of a mailbox': {
    type: { type: 'text', names: 'mailbox', maxLength: 64 },
    accepts: [
      ['dinkes', 'dinkes'],
      ['Uji.Coba', 'uji.coba'],
    ],
    refuses: [
      ['Uji coba', /lower-case letters.*For example: uji\.coba, u\.coba/],
      ['dinkes@klungkungkab.go.id', /only the part before the @.*For example: dinkes\./],
      ['a..b', /Two dots/],
      ['Postmaster', /reserved/],
      ['a'.repeat(65), /At most 64/],
      ['???', /first and last\.$/],
    ],
  },
  'name below a domain': {
    type: { type: 'text', names: 'dns-name', maxLength: 80 },
    accepts: [
      ['perpustakaan', 'perpustakaan'],
      ['SIMPEG-2', 'simpeg-2'],
      ['adjudikasi', 'adjudikasi'],
      ['a'.repeat(63), 'a'.repeat(63)],
    ],
    refuses: [
      ['perpus.bulungan.go.id', /without dots and without the domain/],
      ['perpus daerah', /a letter or digit first and last/],
      ['perpus_daerah', /a letter or digit first and last/],
      ['-perpus', /a letter or digit first and last/],
      ['Mail', /reserved/],
      ['ns1', /reserved/],
      ['perpustakaán', /IDN/],
      ['xn--perpus', /IDN/],
      ['s1ot-gacor', /not fit/],
      ['a'.repeat(64), /at most 63/],
    ],
  },
  'long-text': {
    type: { type: 'long-text', maxLength: 8 },
    accepts: [['a\r\nb\rc', 'a\nb\nc']],
    refuses: [['123456789', /At most 8/]],
  },
  nik: {
    type: { type: 'nik' },
    accepts: [
      ['3310014101900001', '3310014101900001'],
      ['3310 0141 0190 0001', '3310014101900001'],
      ['3310012902000001', '3310012902000001'],
    ],
    refuses: [
      ['331001410190000', /16 digits/],
      ['9910014101900001', /region code/],
      ['3300014101900001', /region code/],
      ['3310013002900001', /does not exist/],
      ['3310017202900001', /does not exist/],
      ['3310012902990001', /does not exist/],
      ['3310010013900001', /does not exist/],
      ['3310014101900000', /never 0000/],
      [3310014101900001, /16 digits/],
    ],
  },
  phone: {
    type: { type: 'phone' },
    accepts: [
      ['0812 3456-7890', '+6281234567890'],
      ['+62 812 3456 7890', '+6281234567890'],
      ['+62 (0)812 3456 7890', '+6281234567890'],
      ['6281234567890', '+6281234567890'],
      ['(0272) 321046', '+62272321046'],
      ['+44 20 7946 0958', '+442079460958'],
    ],
    refuses: [
      ['12', /full phone/],
      ['081234567890123456', /full phone/],
      ['44 20 7946 0958', /full phone/],
      ['0812abc4567', /full phone/],
      ['+62012', /full phone/],
    ],
  },
  email: {
    type: { type: 'email' },
    accepts: [[' Budi.Contoh+1@Example.GO.ID ', 'Budi.Contoh+1@example.go.id']],
    refuses: [
      ['budi', /full e-mail/],
      ['budi@localhost', /full e-mail/],
      ['a..b@example.org', /full e-mail/],
      ['a@-example.org', /full e-mail/],
      ['a@b.c\nBcc: x@y.z', /full e-mail/],
      [`${'a'.repeat(65)}@example.org`, /full e-mail/],
    ],
  },
  date: {
    type: { type: 'date', from: 'today' },
    accepts: [['2026-11-23', '2026-11-23']],
    refuses: [
      ['2026-11-22', /has passed/],
      ['2026-02-30', /exists/],
      ['23-11-2026', /exists/],
      ['2026-11-23T00:00', /exists/],
    ],
  },
  'date until today': {
    type: { type: 'date', until: 'today' },
    accepts: [['1999-12-31', '1999-12-31']],
    refuses: [['2026-11-24', /not come yet/]],
  },
  'time-range': {
    type: { type: 'time-range' },
    accepts: [
      [
        { date: '2026-11-24', from: '9.00', to: '11:30' },
        { date: '2026-11-24', from: '09:00', to: '11:30' },
      ],
    ],
    refuses: [
      [{ date: '2026-11-24', from: '11:00', to: '11:00' }, /after the start/],
      [{ date: '2026-11-24', from: '11:00', to: '25:00' }, /like 09:00/],
      [{ date: '2026-11-22', from: '09:00', to: '11:00' }, /has passed/],
      [{ date: '2026-11-24', from: '09:00', to: '11:00', x: 1 }, /start and the end/],
      ['2026-11-24', /start and the end/],
    ],
  },
  number: {
    type: { type: 'number', unit: 'Mbps', min: 1, max: 2000, decimals: 1 },
    accepts: [
      ['1.500,5', 1500.5],
      ['12,5', 12.5],
      ['12.5', 12.5],
      [7, 7],
    ],
    refuses: [
      ['0', /At least 1 Mbps/],
      ['2.001', /At most 2.000 Mbps/],
      ['1,25', /At most 1 decimal/],
      ['1.2.3', /Enter a number/],
      ['1e3', /Enter a number/],
      [Number.NaN, /Enter a number/],
    ],
  },
  choice: {
    type: {
      type: 'choice',
      options: [
        { value: 'a', label: both('A') },
        { value: 'b', label: both('B') },
      ],
    },
    accepts: [['a', 'a']],
    refuses: [
      ['c', /one of the options/],
      [['a'], /one of the options/],
    ],
  },
  agency: {
    type: { type: 'agency' },
    accepts: [['dinkes', 'dinkes']],
    refuses: [['dinas', /not listed/]],
  },
};

describe('reading answers', () => {
  for (const [name, { type, accepts, refuses }] of Object.entries(rows)) {
    test(`of type ${name}`, () => {
      for (const [raw, value] of accepts) assert.deepEqual(read(type, raw), value, JSON.stringify(raw));
      for (const [raw, says] of refuses) assert.match(String(read(type, raw)), says, JSON.stringify(raw));
      assert.match(String(read(type, '  ')), /Fill in|Choose one|start and the end/);
      assert.equal(read({ ...type, required: false }, undefined), undefined);
    });
  }

  test('numbers are JSON numbers for programs', () => {
    assert.match(String(read({ type: 'number', unit: 'x' }, '5', api)), /Enter a number/);
    assert.equal(read({ type: 'number', unit: 'x' }, 5, api), 5);
  });

  const asked = [
    question({
      type: 'choice',
      id: 'jenis',
      options: [
        { value: 'a', label: both('A') },
        { value: 'b', label: both('B') },
      ],
    }),
    question({ type: 'text', id: 'nama-b', when: { question: 'jenis', is: ['b'] } }),
  ];

  test('a hidden question is not required; its leftover is dropped in a form and refused from a program', () => {
    assert.deepEqual(readAnswers(asked, { jenis: 'a', 'nama-b': 'x' }, form), {
      ok: true,
      value: { jenis: 'a' },
    });
    const refusal = readAnswers(asked, { jenis: 'a', 'nama-b': 'x' }, api);
    assert.match((!refusal.ok && refusal.fault.fields[0]?.words.en) || '', /not asked/);
    const missing = readAnswers(asked, { jenis: 'b' }, api);
    assert.deepEqual(!missing.ok && missing.fault.fields.map(({ path }) => path), ['nama-b']);
  });

  test('all faults come at once; a program is told of names nobody asked for', () => {
    const refusal = readAnswers(asked, { jenis: 'c', constructor: 1, lain: 2 }, api);
    assert.deepEqual(!refusal.ok && refusal.fault.fields.map(({ path }) => path), [
      'jenis',
      'constructor',
      'lain',
    ]);
    assert.equal(readAnswers(asked, [], api).ok, false);
    assert.equal(readAnswers(asked, null, form).ok, false);
  });

  const anyQuestion = fc.constantFrom(...Object.values(rows).map(({ type }) => question(type)));
  const anyRaw = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[0-9+ .,-]{0,20}$/),
    fc.constantFrom(...Object.values(rows).flatMap(({ accepts }) => accepts.map(([raw]) => raw))),
  );

  test('never throws, and what was accepted reads back the same, through JSON, for forms and programs', () => {
    fc.assert(
      fc.property(anyQuestion, anyRaw, fc.constantFrom(form, api), (one, raw, context) => {
        const first = readAnswers([one], { q: raw }, context);
        if (!first.ok) return first.fault.fields.length > 0;
        const stored: unknown = JSON.parse(JSON.stringify(first.value));
        assert.deepEqual(readAnswers([one], stored, api), first);
        assert.deepEqual(readAnswers([one], stored, form), first);
        return true;
      }),
      { numRuns: 2000 },
    );
  });

  test('what the JSON Schema of a form promises to programs, reading keeps', () => {
    const service = Service.parse(sampleService());
    const schema = z.fromJSONSchema(withoutConditions(formJsonSchema(service, agencies)));
    const { answers } = exampleFor(service, today);
    assert.equal(schema.safeParse(answers).success, true);
    assert.equal(schema.safeParse({ ...answers, golongan: 'other' }).success, false);
    assert.equal(schema.safeParse({ ...answers, lain: 1 }).success, false);
    assert.equal(schema.safeParse({ golongan: 'citizen' }).success, false);
    const conditions = formJsonSchema(service, agencies)['allOf'];
    assert.deepEqual(conditions, [
      {
        if: { properties: { golongan: { enum: ['agency'] } }, required: ['golongan'] },
        // eslint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: { required: ['instansi'] },
        else: { not: { required: ['instansi'] } },
      },
    ]);
  });
});

/** zod reads everything of the schema but if/then/else, which is compared as it stands. */
const withoutConditions = (schema: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'allOf'));

describe('answers of a service', () => {
  const service = Service.parse(sampleService());
  const citizen = { golongan: 'citizen', nama: 'Budi', telepon: '+6281234567890' };

  test('show the questions and requirements that apply', () => {
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
    assert.deepEqual(ids(visibleQuestions(service, citizen)), ['golongan', 'nama', 'telepon', 'lembar']);
    assert.deepEqual(ids(requirementsFor(service, citizen)), ['surat-permohonan', 'ktp']);
    assert.deepEqual(ids(requirementsFor(service, { golongan: 'agency' })), ['surat-permohonan']);
  });

  test('name the applicant', () => {
    assert.deepEqual(applicantOf(service, citizen), {
      kind: 'citizen',
      name: 'Budi',
      nik: null,
      email: null,
      phone: '+6281234567890',
      agency: null,
      subject: 'Surat',
      hideIdentity: false,
      represented: false,
    });
    const agency = applicantOf(service, { ...citizen, golongan: 'agency', instansi: 'dinkes' });
    assert.deepEqual([agency.kind, agency.agency], ['agency', 'dinkes']);
  });

  test('hide a protected reporter unless the answer is an express no', () => {
    const guarded = { ...service, identityProtected: true };
    assert.equal(applicantOf(guarded, citizen).hideIdentity, true);
    const hide = question({
      type: 'choice',
      id: 'sembunyi',
      use: 'hide-identity',
      options: [
        { value: 'yes', label: both('Ya') },
        { value: 'no', label: both('Tidak') },
      ],
    });
    const asking = {
      ...guarded,
      form: [{ id: 'g', title: both('g'), questions: [...formQuestions(service), hide] }],
    };
    assert.equal(applicantOf(asking, { ...citizen, sembunyi: 'no' }).hideIdentity, false);
    assert.equal(applicantOf(asking, { ...citizen, sembunyi: 'yes' }).hideIdentity, true);
  });

  test('resolve the dates of an example', () => {
    const dated = {
      ...service,
      example: { answers: { a: '@+7', b: { date: '@-1', from: '09:00' }, c: 'x@+7' }, files: [] },
    };
    assert.deepEqual(exampleFor(dated, today).answers, {
      a: '2026-11-30',
      b: { date: '2026-11-22', from: '09:00' },
      c: 'x@+7',
    });
  });

  test('are told in words', () => {
    const tell = (rest: object, value: string | number | { date: string; from: string; to: string }) => [
      describeAnswer(question(rest), value, 'id', agencies),
      describeAnswer(question(rest), value, 'en', agencies),
    ];
    assert.deepEqual(tell({ type: 'number', unit: 'Mbps', decimals: 1 }, 1500.5), [
      '1.500,5 Mbps',
      '1,500.5 Mbps',
    ]);
    assert.deepEqual(tell({ type: 'agency' }, 'dinkes'), ['Dinas Kesehatan', 'Dinas Kesehatan']);
    assert.deepEqual(
      tell(
        {
          type: 'choice',
          options: [
            { value: 'a', label: { id: 'Ya', en: 'Yes' } },
            { value: 'b', label: both('B') },
          ],
        },
        'a',
      ),
      ['Ya', 'Yes'],
    );
    assert.deepEqual(tell({ type: 'date' }, '2026-11-23'), [
      'Senin, 23 November 2026',
      'Monday, 23 November 2026',
    ]);
    assert.deepEqual(tell({ type: 'time-range' }, { date: '2026-11-23', from: '09:00', to: '11:00' }), [
      'Senin, 23 November 2026, 09.00–11.00',
      'Monday, 23 November 2026, 09:00–11:00',
    ]);
  });
});
