import { isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose calls are counted together; see `networkOf`. */
    readonly network: string;
  }
}

const GROUPS = 8;
const OF_NETWORK = 4;

/**
 * For whom an address counts where attempts are counted. Of IPv6 whoever has one address has 2⁶⁴ of them (RFC 4291, section
 * 2.5.4: a line gets a /64 at least), so only the first half counts; an IPv4 address stands for itself, however it is written.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [bare = ''] = address.split('%', 1);
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? [];
  if (mapped !== undefined) return mapped;
  const [head = [], tail] = bare.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const left = [...head];
  if (tail !== undefined) while (left.length + tail.length < GROUPS) left.push('0');
  const groups = [...left, ...(tail ?? [])].slice(0, OF_NETWORK);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Gives each request the network it comes from. */
export function addNetwork(server: FastifyInstance): void {
  server.decorateRequest('network', {
    getter(this: FastifyRequest): string {
      return networkOf(this.ip);
    },
  });
}
