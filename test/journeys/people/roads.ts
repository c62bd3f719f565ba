/** The main road of services, each from the catalogue to the closed request. */
import { after, before, describe, test } from 'node:test';
import { ask, carry, receive } from './road.ts';
import { Town, type Manner } from './town.ts';

/** A phone; the same laptop page at 400 %; an old phone at night without scripts; a laptop without scripts. */
const manners: readonly { readonly told: string; readonly asking: Manner; readonly deciding: Manner }[] = [
  {
    told: 'on a phone without scripts',
    asking: { width: 390, height: 844, scripts: false },
    deciding: { width: 1200, height: 800, scripts: false },
  },
  {
    told: 'at 400 %',
    asking: { width: 320, height: 256 },
    deciding: { width: 320, height: 256 },
  },
  {
    told: 'at night, without scripts',
    asking: { width: 390, height: 844, scripts: false, dark: true },
    deciding: { width: 390, height: 844, scripts: false, dark: true },
  },
  {
    told: 'on a laptop',
    asking: { width: 1200, height: 800 },
    deciding: { width: 1200, height: 800, dark: true },
  },
];

/** Tests that walk the main road of these rows; one application and one browser for all of them. */
export function walkRoads(rows: readonly number[]): void {
  describe(`services ${rows.join(', ')} from the catalogue to the closed request`, () => {
    let town: Town;
    before(async () => {
      town = await Town.open(`roads-${rows[0]}`);
    });
    after(() => town.close());

    for (const row of rows) {
      const manner = manners[row % manners.length];
      if (!manner) throw new Error('no manner');
      test(`row ${row}, ${manner.told}`, async () => {
        const application = await town.application(row);
        const slip = await ask(town, application, manner.asking);
        await carry(town, application, slip, manner.deciding);
        await receive(town, application, slip, manner.asking);
      });
    }
  });
}
