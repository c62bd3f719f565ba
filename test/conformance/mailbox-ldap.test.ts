import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { mailbox } from '../../src/product/mailbox/index.ts';
import type { MailboxPlan } from '../../src/product/mailbox/model.ts';
import { newFolder } from './folder.ts';
import { mailOrders, mailSettings } from './mailbox.ts';
import { Proxy } from './proxy.ts';
import { admin, base, startSlapd } from './servers/slapd.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';

async function start(): Promise<Bench> {
  const folder = await newFolder('mailbox-ldap');
  const server = await startSlapd(folder);
  const proxy = await Proxy.to(server.port);
  const connection = {
    host: '127.0.0.1',
    port: String(proxy.port),
    security: 'none',
    bindDn: admin,
    password: server.password,
    base,
    quotaAttribute: 'departmentNumber',
  };

  return {
    ...mailOrders,
    settings: mailSettings,
    connection,
    directory: join(folder, 'place'),
    total: async () =>
      (await server.list()).split('\n').filter((line) => line.startsWith('mail: dinas-')).length,
    // Not its locks: whoever reads leaves a sign there.
    written: async () =>
      `${await server.list()}\n${await readFile(join(folder, 'slapd-data/data.mdb'), 'latin1')}`,
    // Somebody took the address away.
    halfDo: async (plan, delivery) => {
      const [local] = (plan as MailboxPlan).address.split('@');
      await server.change(
        `dn: uid=${local},${base}\nobjectClass: inetOrgPerson\nuid: ${local}\ncn: x\nsn: x\ndescription: pendopo-delivery=${delivery}\n`,
      );
    },
    network: {
      proxy,
      wrongCredentials: { ...connection, password: 'salah' },
      at: (host) => ({ ...connection, host, security: 'ldaps' }),
    },
    close: async () => {
      await proxy.close();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

describeConformance(
  { kind: mailbox, folder: 'mailbox', connector: 'ldap', programs: ['slapd', 'ldapsearch'], start },
  { network: true, disk: false },
);
