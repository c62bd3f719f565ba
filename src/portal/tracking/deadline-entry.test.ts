import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { deadlineEntry } from './deadline-entry.ts';
import type { EntryFacts } from './deadline-entry.ts';

const facts: EntryFacts = {
  lang: 'id',
  number: 'KLT-2026-7F3K9Q',
  service: 'Penambahan bandwidth; cepat, stabil',
  office: 'Dinas Komunikasi dan Informatika',
  due: '2026-12-07T16:00:00+07:00',
  timeZone: 'Asia/Jakarta',
  address: 'https://layanan.contoh/klaten/permohonan/KLT-2026-7F3K9Q',
  now: Temporal.Instant.from('2026-11-23T02:00:00.123Z'),
  version: 3,
};

/** What a program reads: lines put together again, and the meaning of escapes. */
const unfolded = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n');

test('the entry says what is due when, in the world’s time and in words of the office’s zone', () => {
  const lines = unfolded(deadlineEntry(facts));
  assert.deepEqual(lines.slice(0, 2), ['BEGIN:VCALENDAR', 'VERSION:2.0']);
  assert.ok(lines.includes('UID:KLT-2026-7F3K9Q@pendopo'));
  assert.ok(lines.includes('SEQUENCE:3'));
  assert.ok(lines.includes('DTSTAMP:20261123T020000Z'));
  assert.ok(lines.includes('DTSTART:20261207T090000Z'));
  assert.ok(lines.includes(String.raw`SUMMARY:Tenggat: Penambahan bandwidth\; cepat\, stabil`));
  assert.match(lines.find((line) => line.startsWith('DESCRIPTION')) ?? '', /16\.00 WIB/);
  assert.deepEqual(lines.slice(-3), ['END:VEVENT', 'END:VCALENDAR', '']);
});

test('no line is longer than 75 octets, none breaks inside a character, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (service) => {
      const file = deadlineEntry({ ...facts, service, lang: 'en' });
      for (const line of file.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.ok(!line.includes('\uFFFD') || service.includes('\uFFFD'));
      }
      const [summary = ''] = unfolded(file).filter((line) => line.startsWith('SUMMARY:'));
      const plain = summary.replaceAll(/\\(n|.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
      assert.equal(plain, `SUMMARY:Deadline: ${service.replaceAll('\r\n', '\n')}`);
    }),
  );
});
