/** A mailbox as its owner has it: signed in over IMAP, mail received over SMTP, closed again. Servers as Debian packs them. */
import assert from 'node:assert/strict';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

import { mailbox } from '../../src/product/mailbox/index.ts';
import { until } from '../support/program.ts';
import { newFolder } from './folder.ts';
import { mailOrders, mailSettings } from './mailbox.ts';
import { describeWith } from './needs.ts';
import { startDovecot } from './servers/dovecot.ts';
import type { MailServer } from './servers/dovecot.ts';
import { readMailbox } from './servers/imap.ts';
import { startPostfix } from './servers/postfix.ts';
import type { MailReceiver } from './servers/postfix.ts';
import type { Bench } from './specimen.ts';
import { Trial } from './trial.ts';

interface Place {
  readonly folder: string;
  readonly directory: string;
  readonly dovecot: MailServer;
}

/** The product's files, read by a Dovecot. What an administrator grants by ACL is granted here to everybody. */
async function startReading(name: string): Promise<Place> {
  const folder = await newFolder(name);
  const directory = join(folder, 'place');
  await chmod(folder, 0o755);
  await mkdir(directory, { mode: 0o755 });
  const dovecot = await startDovecot(folder, join(directory, 'passwd'));
  return { folder, directory, dovecot };
}

async function newTrial({ directory, dovecot }: Place): Promise<Trial> {
  const bench: Bench = {
    ...mailOrders,
    settings: mailSettings,
    connection: { mailRoot: dovecot.mailRoot },
    directory,
    total: () => Promise.resolve(0),
    written: () => Promise.resolve(''),
    close: () => Promise.resolve(),
  };
  const trial = new Trial(
    {
      kind: mailbox,
      folder: 'mailbox',
      connector: 'dovecot-files',
      programs: [],
      start: () => Promise.resolve(bench),
    },
    bench,
  );
  await trial.test();
  await chmod(join(directory, 'passwd'), 0o644);
  return trial;
}

/** A server that says nothing fails the test by name, instead of holding it up. In milliseconds. */
const soon = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 15_000 } as const;

const addressOf = (plan: unknown): string => mailbox.plan.parse(plan).address;

describeWith('a mailbox seen by Dovecot', { programs: ['dovecot'] }, () => {
  let place: Place;
  before(async () => void (place = await startReading('dovecot')));
  after(async () => {
    await place.dovecot.stop();
    await rm(place.folder, { recursive: true });
  });

  test('its owner signs in with the first password, has the capacity, and is refused once it is closed', async () => {
    const trial = await newTrial(place);
    const wanted = trial.wanted();
    const { port } = place.dovecot;
    assert.equal(await readMailbox(port, addressOf(wanted.plan), trial.secret), null, 'nobody yet');
    const evidence = await trial.deliver(wanted);
    assert.equal(await readMailbox(port, addressOf(wanted.plan), 'salah'), null);
    const box = await readMailbox(port, addressOf(wanted.plan), trial.secret);
    assert.deepEqual(box, { quotaKib: 2 * 1024 * 1024, messages: [] }, place.dovecot.output());
    await trial.withdraw(wanted, evidence);
    // Dovecot looks at the file again at most once a second.
    await pause(1100);
    assert.equal(await readMailbox(port, addressOf(wanted.plan), trial.secret), null);
  });
});

describeWith(
  'a mailbox seen by Dovecot and Postfix',
  { programs: ['dovecot', 'postfix'], asRoot: true },
  () => {
    let place: Place;
    let postfix: MailReceiver;
    let trial: Trial;
    before(async () => {
      place = await startReading('postfix');
      trial = await newTrial(place);
      // Nothing was delivered yet: Postfix starts by the file that trying the connector out makes.
      const map = join(place.directory, 'virtual-mailboxes');
      await chmod(map, 0o644);
      const { mailRoot } = place.dovecot;
      postfix = await startPostfix(place.folder, { domain: mailSettings.domain, map, mailRoot });
    });
    after(async () => {
      await postfix.stop();
      await place.dovecot.stop();
      await rm(place.folder, { recursive: true });
    });

    /** Sends by SMTP; the server's refusal is thrown. */
    const send = async (to: string, text: string): Promise<void> => {
      const transport = createTransport({ host: '127.0.0.1', port: postfix.port, ignoreTLS: true, ...soon });
      await transport.sendMail({ from: 'warga@contoh.test', to, subject: 'Permohonan', text });
    };

    /** Whether the server takes it; null: it knows nobody of that name. A reload takes a moment to come about. */
    const accepted = async (to: string, text: string): Promise<true | null> => {
      await pause(200);
      try {
        await send(to, text);
        return true;
      } catch (error) {
        assert.match(String(error), /unknown/i);
        return null;
      }
    };

    test('it receives mail sent by SMTP, and none once it is closed', async () => {
      const wanted = trial.wanted();
      const address = addressOf(wanted.plan);
      await assert.rejects(send(address, 'terlalu cepat'), /unknown/i);
      const evidence = await trial.deliver(wanted);
      postfix.reload();
      await until('the mailbox known to Postfix', () => accepted(address, 'Salam dari warga.'));
      const messages = await until('mail in the mailbox', async () => {
        await pause(200);
        const box = await readMailbox(place.dovecot.port, address, trial.secret);
        return box !== null && box.messages.length > 0 ? box.messages : null;
      });
      assert.match(messages.join('\n'), /Salam dari warga\./);
      await trial.withdraw(wanted, evidence);
      postfix.reload();
      await until(
        'the mailbox closed to Postfix',
        async () => !(await accepted(address, 'terlambat')) || null,
      );
    });
  },
);
