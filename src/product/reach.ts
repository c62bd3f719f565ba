/**
 * Where connectors may connect to. Servers on inner networks and on this machine are what settings are for; closed are addresses that no
 * server of a government has, and where machines in clouds are handed credentials to whoever asks: link-local and unspecified ones, and
 * groups. Looked at when the connection is made, so that a name that leads elsewhere then is found out.
 */
import { lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { CounterpartFault } from './contract.ts';

const closed = new BlockList();
closed.addSubnet('0.0.0.0', 8);
closed.addSubnet('169.254.0.0', 16);
closed.addSubnet('224.0.0.0', 3);
closed.addAddress('::', 'ipv6');
closed.addSubnet('fe80::', 10, 'ipv6');
closed.addSubnet('ff00::', 8, 'ipv6');
// What Amazon's machines ask for credentials over IPv6; Azure's and Oracle's are link-local.
closed.addAddress('fd00:ec2::254', 'ipv6');
// Alibaba's.
closed.addAddress('100.100.100.200');

/** Whether an IP address is one that nothing may be connected to; false for a name. Brackets around IPv6 are taken off. */
export function isClosed(host: string): boolean {
  const [address = ''] = host.replace(/^\[(.*)\]$/, '$1').split('%', 1);
  const version = isIP(address);
  return version > 0 && closed.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Throws for an address that is closed. A name is found out by `openLookup`, which is never asked about addresses. */
export function assertOpen(host: string): void {
  if (isClosed(host)) throw closedAddress(host);
}

/** Finds a name's addresses for a connection; a fault of the contract when one of them is closed. */
export const openLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (addresses.some(({ address }) => isClosed(address))) return done(closedAddress(name), []);
    const [first] = addresses;
    return options.all === true || !first ? done(null, addresses) : done(null, first.address, first.family);
  });
};

const closedAddress = (name: string): CounterpartFault =>
  new CounterpartFault(
    'counterpart-closed',
    {
      id: `${name} bukan alamat sebuah server dan tidak dihubungi. Perbaiki di halaman Penyambung.`,
      en: `${name} is no server's address and is not connected to. Put it right on the Connectors page.`,
    },
    { done: 'none', passing: false },
  );
