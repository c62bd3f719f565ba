/** From an order to a plan. Pure. */
import { ok, refused, valueOf } from '../../ground/index.ts';
import type { FieldFault, Result } from '../../ground/index.ts';
import type { PlanInput } from '../contract.ts';
import { readLabel } from './labels.ts';
import type { DnsNameOrder, DnsNamePlan, DnsNameSettings, DnsRecord } from './model.ts';
import { recordsOf } from './targets.ts';

/** RFC 1035 2.3.4 as text, less the mark that stands before the name. */
const longestName = 253 - '_pendopo.'.length;

const orderWords = {
  id: 'Nama ini belum dapat dibuat. Perbaiki isian yang ditandai.',
  en: 'This name cannot be made yet. Put right what is marked.',
};

const noTarget = {
  id: 'Permohonan tidak menyebut server yang dituju, dan server hosting sendiri belum diatur. Minta administrator mengisi "Server hosting sendiri" di Kelola · Penyambung · Nama domain.',
  en: 'The request names no server to point at, and no hosting server of our own is set. Ask the administrator to fill in "Own hosting server" under Manage · Connectors · Domain name.',
};

export function prepareDnsName({
  order,
  settings,
}: PlanInput<DnsNameOrder, DnsNameSettings>): Result<DnsNamePlan> {
  const { label, fault } = readLabel(order.label, settings);
  const name = `${label}.${settings.zone}`;
  const target = readTarget(order, settings, name);
  const faults: readonly FieldFault[] = [
    ...(fault ? [{ path: 'label', words: fault }] : []),
    ...(name.length > longestName ? [{ path: 'label', words: tooLong }] : []),
    ...(target.ok ? [] : target.fault.fields),
  ];
  if (faults.length > 0) return refused('invalid', 'dns-name-order', orderWords, faults);
  return ok({ zone: settings.zone, name, ttl: settings.ttl, records: [...valueOf(target)] });
}

/** What the name shall point at: what was asked for, else the government's own server. */
function readTarget(
  order: DnsNameOrder,
  settings: DnsNameSettings,
  name: string,
): Result<readonly DnsRecord[]> {
  const [asked, type] = [said(order.target), said(order.type)];
  const target = asked ?? settings.hosting;
  if (target === null) return targetRefused({ path: 'target', words: noTarget });
  // What the administrator set for the own server may well be an inner address.
  const records = recordsOf(target, type, asked === null ? 'yes' : settings.privateAddresses);
  if ('words' in records) return targetRefused(records);
  const toItself = records.some(({ value }) => value === name);
  return toItself ? targetRefused({ path: 'target', words: itself }) : ok(records);
}

const said = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

const targetRefused = (fault: FieldFault): Result<never> =>
  refused('invalid', 'dns-target', fault.words, [fault]);

const tooLong = { id: 'Nama lengkapnya terlalu panjang.', en: 'The whole name is too long.' };
const itself = { id: 'Nama tidak dapat menunjuk dirinya sendiri.', en: 'A name cannot point at itself.' };
