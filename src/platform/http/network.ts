import { isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose calls are counted together; see `networkOf`. */
    readonly network: string;
    /** Whose calls are counted together where little is enough for everybody; see `siteOf`. */
    readonly site: string;
  }
}

const GROUPS = 8;
const OF_NETWORK = 4;
const OF_SITE = 3;

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

/**
 * The widest that one caller may be said to have: a home gets up to 256 networks of IPv6, an office or a tunnel 65,536
 * (RFC 6177: a /56, a /48). Of IPv4 an address stands for itself.
 */
export function siteOf(network: string): string {
  const groups = network.split(':');
  return groups.length < OF_SITE ? network : `${groups.slice(0, OF_SITE).join(':')}::/48`;
}

/** Gives each request the network and the site it comes from. */
export function addNetwork(server: FastifyInstance): void {
  server.decorateRequest('network', {
    getter(this: FastifyRequest): string {
      return networkOf(this.ip);
    },
  });
  server.decorateRequest('site', {
    getter(this: FastifyRequest): string {
      return siteOf(this.network);
    },
  });
}
