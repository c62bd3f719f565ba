/** Against a double that says what it is: BSrE lets nobody try. What people do at its portal is done to the double here. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { certificate } from '../../src/product/certificate/index.ts';
import type { CertificatePlan } from '../../src/product/certificate/model.ts';
import { BsreDouble } from '../support/bsre-double.ts';
import { certificateOrders, certificateSettings } from './certificate.ts';
import { allText, newFolder } from './folder.ts';
import { Proxy } from './proxy.ts';
import type { Bench, People } from './specimen.ts';
import { describeConformance } from './suite.ts';

const nikOf = (plan: unknown): string => (plan as CertificatePlan).nik;

const peopleAt = ({ people }: BsreDouble): People => ({
  askedToMake: ['bsre-not-registered', 'bsre-not-issued'],
  make: (plan) => void people.set(nikOf(plan), { status: 'ISSUE', passphrase: '' }),
  askedToTakeBack: ['bsre-revoke-at-portal'],
  takeBack: (plan) => void people.set(nikOf(plan), { status: 'REVOKE', passphrase: '' }),
});

async function start(version: 'v1' | 'v2'): Promise<Bench> {
  const folder = await newFolder(`certificate-bsre-${version}`);
  const directory = join(folder, 'place');
  const double = await BsreDouble.start();
  const proxy = await Proxy.to(Number(new URL(double.address).port));
  const connection = { ...double.settings(version), address: `http://127.0.0.1:${proxy.port}` };
  return {
    ...certificateOrders,
    settings: certificateSettings,
    connection,
    directory,
    total: async () => [...double.people.values()].filter(({ status }) => status === 'ISSUE').length,
    written: async () => `${JSON.stringify([...double.people])}\n${await allText(folder)}`,
    people: peopleAt(double),
    // Registered; its owner has chosen no passphrase yet.
    halfDo: async (plan) => void double.people.set(nikOf(plan), { status: 'NEW', passphrase: '' }),
    network: {
      proxy,
      wrongCredentials: { ...connection, password: 'salah' },
      at: (host) => ({ ...connection, address: `https://${host}` }),
    },
    close: async () => {
      await proxy.close();
      await double.close();
      await rm(folder, { recursive: true });
    },
  };
}

for (const version of ['v1', 'v2'] as const)
  describeConformance(
    {
      kind: certificate,
      folder: 'certificate',
      connector: 'bsre',
      version,
      programs: [],
      start: () => start(version),
    },
    { network: true, disk: false, unmarked: true },
  );
