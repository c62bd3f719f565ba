/** The kinds of product that the program can deliver, put together: the one place that knows them all. */
import type { ProductKind } from './contract.ts';
import type { Kinds, OfferedKind } from './delivering/kinds.ts';
import { certificate } from './certificate/index.ts';
import { dnsName } from './dns-name/index.ts';
import { hosting } from './hosting/index.ts';
import { mailbox } from './mailbox/index.ts';

/** A kind whose order has the names that standards use for its parts. */
const sameNames = <O, S, P, E>(kind: ProductKind<O, S, P, E>): OfferedKind => ({
  kind,
  orderOf: (parts) => parts,
  partOf: (path) => path,
});

export const allKinds: Kinds = {
  mailbox: sameNames(mailbox),
  'dns-name': sameNames(dnsName),
  hosting: sameNames(hosting),
  certificate: sameNames(certificate),
};
