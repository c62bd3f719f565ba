import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { readCalendar } from '../working-time/index.ts';
import { sampleCalendar } from '../../test/support/sample-government.ts';
import type { Plain } from '../../test/support/sample-government.ts';
import { CalendarSchema } from './model/calendar.ts';
import { definitionSchemas } from './schema.ts';

describe('the published JSON Schemas', () => {
  for (const [file, schema] of definitionSchemas()) {
    test(`schemas/${file} is current (else: npx pendopo schema --write schemas)`, async () => {
      assert.deepEqual(
        JSON.parse(await readFile(`schemas/${file}`, 'utf8')),
        JSON.parse(JSON.stringify(schema)),
      );
    });
  }

  test('explain the fields of a service', () => {
    const service = JSON.stringify(definitionSchemas().find(([file]) => file.startsWith('service'))?.[1]);
    for (const words of ['Jangka waktu pelayanan', 'assignedBy', 'Yang berhak mengajukan']) {
      assert.ok(service.includes(words), words);
    }
  });
});

describe('the schema of a calendar and the reader of the working-time room', () => {
  const spoils: readonly (readonly [what: string, spoil: (calendar: Plain) => void])[] = [
    ['as it is', () => undefined],
    ['without regimes and closed days', (c) => void (delete c['regimes'], delete c['closed'])],
    ['another zone', (c) => void (c['timeZone'] = 'Europe/Amsterdam')],
    ['a field nobody knows', (c) => void (c['regime'] = [])],
    ['an hour that does not exist', (c) => void (c['week'].mon = ['25:00-26:00'])],
    [
      'a closed day of no kind',
      (c) => void (c['closed'] = [{ date: '2026-12-25', name: 'Natal', kind: 'x' }]),
    ],
    [
      'a closed day',
      (c) =>
        void (c['closed'] = [
          { date: '2026-12-25', name: 'Natal', kind: 'national-holiday', decree: null, confirmed: true },
        ]),
    ],
    ['a date that does not exist', (c) => void (c['knownUntil'] = '2027-02-30')],
  ];
  for (const [what, spoil] of spoils) {
    test(`agree on a calendar: ${what}`, () => {
      const calendar = sampleCalendar();
      spoil(calendar);
      assert.equal(CalendarSchema.safeParse(calendar).success, readCalendar(calendar).ok);
    });
  }
});
