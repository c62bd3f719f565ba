import { BlockList, isIPv6 } from 'node:net';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { networkOf } from './network.ts';

/** A browser opens six at most; a village office behind one address has a few dozen people. */
const MOST_OF_ONE_ADDRESS = 256;
/** Programs beside the portal: a tunnel or a proxy that TRUST_PROXY does not name brings everybody. */
const MOST_OF_THIS_MACHINE = 4096;

/** Whether a caller's address is this machine's own: a program of the office beside the portal, nobody from outside. */
export const isThisMachine = (address: string): boolean =>
  /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address) || address === '::1';

const mostOf = (address: string): number =>
  isThisMachine(address) ? MOST_OF_THIS_MACHINE : MOST_OF_ONE_ADDRESS;

/**
 * Holds each caller to so many connections at a time: whoever opens more, to leave them standing, shuts out only themselves.
 * The proxies in front open them for everybody and are not counted. `most`: the same number for everybody.
 */
export function boundConnections(
  { server }: FastifyInstance,
  trustedProxies: readonly string[],
  most?: number,
): void {
  const proxies = listOf(trustedProxies);
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address = '' } = socket;
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (address === '' || proxies.check(address, family)) return;
    const caller = networkOf(address);
    const count = (open.get(caller) ?? 0) + 1;
    open.set(caller, count);
    socket.once('close', () => {
      const left = (open.get(caller) ?? 1) - 1;
      if (left > 0) open.set(caller, left);
      else open.delete(caller);
    });
    if (count > (most ?? mostOf(address))) socket.destroy();
  });
}

function listOf(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of addresses) {
    const [address = '', prefix] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
