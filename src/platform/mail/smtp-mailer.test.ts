import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { mailboxMailer } from './mailer.ts';
import type { Mailer, MailMessage } from './mailer.ts';
import { smtpMailer } from './smtp-mailer.ts';

/** A mail server that speaks just enough SMTP to take a message, or to refuse as told. */
const received: { to: string; text: string }[] = [];
let answerToRcpt = '250 OK';
const sockets = new Set<Socket>();

function converse(socket: Socket): void {
  sockets.add(socket);
  let to = '';
  let data: string | undefined;
  socket.setEncoding('utf8');
  socket.write('220 mail.contoh ESMTP\r\n');
  const command = (line: string): string => {
    if (line.startsWith('EHLO')) return '250 mail.contoh';
    if (line.startsWith('RCPT')) {
      to = line;
      return answerToRcpt;
    }
    if (line === 'DATA') {
      data = '';
      return '354 go on';
    }
    return line === 'QUIT' ? '221 bye' : '250 OK';
  };
  socket
    .on('error', () => undefined)
    .on('data', (chunk: string) => {
      if (data === undefined) {
        for (const line of chunk.split('\r\n').filter(Boolean)) socket.write(`${command(line)}\r\n`);
        return;
      }
      data += chunk;
      if (!data.endsWith('\r\n.\r\n')) return;
      received.push({ to, text: data });
      data = undefined;
      socket.write('250 taken\r\n');
    });
}

const server = createServer(converse);
const message: MailMessage = {
  id: '01989e2c-0000-7000-8000-000000000001',
  to: 'siti@contoh.id',
  subject: 'Permohonan diterima – KLT-2026-7F3K9Q',
  text: 'Permohonan Anda kami terima.',
  html: '<p>Permohonan Anda kami terima.</p>',
};
let mailer: Mailer;
before(async () => {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  mailer = await smtpMailer({
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    from: 'Pemkab Klaten <layanan@klatenkab.go.id>',
  });
});
beforeEach(() => {
  received.length = 0;
  answerToRcpt = '250 OK';
});
after(async () => {
  await mailer.close();
  for (const socket of sockets) socket.destroy();
  server.close();
});

describe('the SMTP mailer', () => {
  it('delivers text and HTML, with an id that stays the same', async () => {
    await mailer.send(message);
    await mailer.send(message);
    assert.equal(received.length, 2);
    for (const { to, text } of received) {
      assert.equal(to, 'RCPT TO:<siti@contoh.id>');
      assert.match(text, /^From: Pemkab Klaten <layanan@klatenkab\.go\.id>/m);
      assert.match(text, /^Message-ID: <01989e2c-0000-7000-8000-000000000001@klatenkab\.go\.id>/m);
      assert.match(text, /^Auto-Submitted: auto-generated/m);
      assert.match(text, /Content-Type: text\/plain/);
      assert.match(text, /Content-Type: text\/html/);
    }
  });

  it('cannot be made to write to a second address or to add headers', async () => {
    const others = [
      'siti@contoh.id, lain@contoh.id',
      'siti@contoh.id\r\nRCPT TO:<lain@contoh.id>',
      'A <a@b.id>',
      'siti',
      '',
    ];
    for (const to of others)
      await assert.rejects(mailer.send({ ...message, to }), { code: 'mail-refused' }, to);
    assert.equal(received.length, 0);
    await mailer.send({ ...message, subject: 'x\r\nBcc: lain@contoh.id' });
    assert.doesNotMatch(received[0]?.text ?? 'Bcc:', /^Bcc:/m);
  });

  it('says when an address refuses for good, and when to try again', async () => {
    answerToRcpt = '550 no such mailbox';
    await assert.rejects(mailer.send(message), { code: 'mail-refused', kind: 'invalid' });
    answerToRcpt = '451 try later';
    await assert.rejects(mailer.send(message), { code: 'mail-away', kind: 'unavailable' });
    answerToRcpt = '250 OK';
    await mailer.send(message);
  });

  it('says when there is no server', async () => {
    const lost = await smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@b.id' });
    await assert.rejects(lost.send(message), { code: 'mail-away' });
    await lost.close();
  });
});

describe('the mailbox of the demo', () => {
  it('keeps what would have been sent', async () => {
    const kept: MailMessage[] = [];
    await mailboxMailer(async (one) => void kept.push(one)).send(message);
    assert.deepEqual(kept, [message]);
  });
});
