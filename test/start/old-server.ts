/** A PostgreSQL of long ago, as far as a client finds out: it lets anybody in and says that it is version 14. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A message of the protocol (PostgreSQL documentation, "Message Formats"): type, length, content. */
function message(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(type), length, content]);
}

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const int32 = (value: number): Buffer => Buffer.concat([int16(value >> 16), int16(value & 0xffff)]);

const int4 = 23;
const version = '140011';
const authenticated = message('R', int32(0));
const ready = message('Z', 'I');
const answer = Buffer.concat([
  message('T', int16(1), 'version\0', int32(0), int16(0), int32(int4), int16(4), int32(-1), int16(0)),
  message('D', int16(1), int32(version.length), version),
  message('C', 'SELECT 1\0'),
  ready,
]);

/** Starts it; gives its address and how it is stopped. */
export async function startOldServer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('data', () => {
      socket.write(Buffer.concat([authenticated, ready]));
      socket.on('data', () => socket.write(answer));
    });
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `postgresql://anybody@127.0.0.1:${(server.address() as AddressInfo).port}/pendopo`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
