/** A name below the government's domain that leads to a server. */
import type { ProductKind } from '../contract.ts';
import { DnsNameOrder, DnsNamePlan, dnsNameSettings } from './model.ts';
import type { DnsNameEvidence, DnsNameSettings } from './model.ts';
import { prepareDnsName } from './prepare.ts';
import { describeDnsName, describeDnsNamePlan } from './words.ts';
import { powerDns } from './powerdns/connector.ts';
import { rfc2136 } from './rfc2136/connector.ts';
import { zoneFile } from './zone-file/connector.ts';

export const dnsName: ProductKind<DnsNameOrder, DnsNameSettings, DnsNamePlan, DnsNameEvidence> = {
  kind: 'dns-name',
  title: { id: 'Nama domain', en: 'Domain name' },
  order: DnsNameOrder,
  settings: dnsNameSettings,
  plan: DnsNamePlan,
  evidence: DnsNamePlan,
  // The address is one for documents (RFC 5737).
  example: ({ hosting }) => ({ label: 'contoh', target: hosting ?? '203.0.113.10' }),
  firstSecret: false,
  prepare: prepareDnsName,
  describePlan: describeDnsNamePlan,
  describeEvidence: describeDnsName,
  connectors: [zoneFile, rfc2136, powerDns],
};
