import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StandingClock } from '../../src/ground/index.ts';
import { mailbox } from '../../src/product/mailbox/index.ts';
import type { MailboxPlan } from '../../src/product/mailbox/model.ts';
import { allText, breakable, newFolder } from './folder.ts';
import { mailOrders, mailSettings } from './mailbox.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';

const foreign = '# pengelola: jangan dihapus\nwarga@klungkungkab.go.id:{PLAIN}lama::::::\n';

async function start(): Promise<Bench> {
  const folder = await newFolder('mailbox-files');
  const directory = join(folder, 'klungkung', 'mailbox');
  const [connector] = mailbox.connectors;
  const place = { directory, clock: new StandingClock('2026-11-23T02:00:00Z') };
  const counterpart = connector?.connect({ mailRoot: '/var/vmail', dovecot: '2.3' }, place);
  await counterpart?.test(AbortSignal.timeout(5000));
  const accounts = join(directory, 'passwd');
  const map = join(directory, 'virtual-mailboxes');
  await writeFile(accounts, foreign);

  return {
    ...mailOrders,
    settings: mailSettings,
    connection: {},
    directory,
    total: async () =>
      (await readFile(accounts, 'utf8')).split('\n').filter((line) => line.startsWith('dinas-')).length,
    written: async () => {
      const text = await allText(directory);
      if (!text.includes(foreign)) throw new Error('lines of others are gone');
      return text;
    },
    halfDo: async (plan, delivery) => {
      const key = { delivery, government: 'klungkung', request: 'KLU-2026-7F3K9Q' };
      const call = { key, signal: AbortSignal.timeout(5000), secret: 'setengah' };
      await counterpart?.deliver(plan as MailboxPlan, call);
      const lines = (await readFile(map, 'utf8')).trimEnd().split('\n');
      await writeFile(
        map,
        lines
          .slice(0, -1)
          .map((line) => `${line}\n`)
          .join(''),
      );
    },
    disk: breakable(directory),
    close: () => rm(folder, { recursive: true }),
  };
}

describeConformance(
  { kind: mailbox, folder: 'mailbox', connector: 'dovecot-files', programs: [], start },
  { network: false, disk: true },
);
