/**
 * Every service asked for in English without a mouse, from the catalogue to the tracking page; and each kind of step made
 * that way by officials. No click, no filling in by program: Tab, Shift+Tab, Enter, Space, arrows and letters.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { expectedServices } from '../expectations/services.ts';
import { ask, carry } from './people/road.ts';
import { Town } from './people/town.ts';

/** Between them they have a step of each kind. */
const carriedOn = [3, 9, 10];

describe('the keyboard alone', () => {
  let town: Town;
  before(async () => {
    town = await Town.open('keyboard');
  });
  after(() => town.close());

  for (const { row, service } of expectedServices) {
    test(`asks for ${service}`, async () => {
      const application = await town.application(row);
      const slip = await ask(town, application, { lang: 'en', keyboardOnly: true });
      if (carriedOn.includes(row)) await carry(town, application, slip, { keyboardOnly: true });
    });
  }

  test('reaches all kinds of steps', () => {
    const kinds = (rows: readonly number[]): readonly string[] =>
      expectedServices
        .filter(({ row }) => rows.includes(row))
        .flatMap(({ steps }) => steps.map(({ kind }) => kind));
    const all = kinds(expectedServices.map(({ row }) => row));
    assert.deepEqual([...new Set(kinds(carriedOn))].sort(), [...new Set(all)].sort());
  });
});
