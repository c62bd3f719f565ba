/** A mail server of somebody else: takes every message and remembers how often each came. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface MailServer {
  readonly url: string;
  /** How often each message came, by the id the program gave it. */
  readonly received: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Speaks as much of SMTP (RFC 5321) as a sender needs. */
export async function startMailServer(): Promise<MailServer> {
  const received = new Map<string, number>();
  const sockets = new Set<Socket>();
  const take = (text: string): void => {
    const [, id = text] = /^Message-ID: <([^@>]+)@/imu.exec(text) ?? [];
    received.set(id, (received.get(id) ?? 0) + 1);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    converse(socket, take);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    received,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, take: (text: string) => void): void {
  let text = '';
  let inMessage = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (;;) {
      const end = inMessage ? '\r\n.\r\n' : '\r\n';
      const at = text.indexOf(end);
      if (at < 0) return;
      const part = text.slice(0, at);
      text = text.slice(at + end.length);
      if (inMessage) take(part);
      inMessage = !inMessage && part === 'DATA';
      if (part === 'QUIT') socket.end('221 bye\r\n');
      else say(inMessage ? '354 go on' : '250 OK');
    }
  });
  say('220 surel.contoh ESMTP');
}
