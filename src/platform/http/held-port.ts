/** A port whose number must be known before the server that will answer there can be put together. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface HeldPort {
  readonly port: number;
  /** Lets go of it; what is to answer there listens at once after. */
  release(): Promise<void>;
}

/**
 * Has the system choose a free port of `host`, and keeps it from others until it is let go. Whoever connects meanwhile is turned
 * away. Throws what listening throws.
 */
export async function holdFreePort(host: string): Promise<HeldPort> {
  const server = createServer((socket) => socket.destroy());
  server.listen({ host, port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    release: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
