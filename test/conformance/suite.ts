/** The laws of the contract of products (src/product/contract.ts), for every connector alike. */
import { after, before } from 'node:test';

import { ruleLaws } from './laws/rules.ts';
import { deliveryLaws, halfDoneLaw, markLaws, unmarkedLaw } from './laws/delivery.ts';
import { diskLaws } from './laws/disk.ts';
import { killLaws } from './laws/kill.ts';
import { networkLaws } from './laws/network.ts';
import { peopleLaws } from './laws/people.ts';
import { noRenewal, renewalLaws } from './laws/renewal.ts';
import { secretLaw } from './laws/secret.ts';
import { describeWith } from './needs.ts';
import type { Bench, Specimen } from './specimen.ts';
import { Trial } from './trial.ts';
import type { Trying } from './trial.ts';

/** Which laws have nothing to say about a connector is told by the connector: it has no network, or no disk. */
export interface Reach {
  readonly network: boolean;
  readonly disk: boolean;
  /** One act of the counterpart does it all, so nothing is ever left half done. */
  readonly oneAct?: true;
  /** The counterpart keeps no mark of a delivery, so none of its products is another delivery's. */
  readonly unmarked?: true;
}

const isByPeople = ({ kind, connector }: Specimen): boolean =>
  kind.connectors.find(({ id }) => id === connector)?.byPeople === true;

export function describeConformance(specimen: Specimen, reach: Reach): void {
  const name = [specimen.kind.kind, 'through', specimen.connector, specimen.version ?? ''].join(' ').trim();
  describeWith(name, specimen, () => {
    let bench: Bench | undefined;
    let trial: Trial | undefined;
    before(async () => {
      bench = await specimen.start();
      trial = new Trial(specimen, bench);
    });
    after(() => bench?.close());
    const trying: Trying = () => {
      if (!trial) throw new Error('the counterpart did not start');
      return trial;
    };
    ruleLaws(trying);
    if (isByPeople(specimen)) return peopleLaws(trying);
    deliveryLaws(trying);
    if (!reach.oneAct) halfDoneLaw(trying);
    if (reach.unmarked) unmarkedLaw(trying);
    else markLaws(trying);
    if (specimen.kind.firstSecret) renewalLaws(trying);
    else noRenewal(trying);
    if (reach.disk) diskLaws(trying);
    if (reach.network) networkLaws(trying);
    killLaws(trying, specimen);
    secretLaw(trying);
  });
}
