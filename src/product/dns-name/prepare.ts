/** From an order to a plan. Pure. */
import { ok, refused } from '../../ground/index.ts';
import type { FieldFault, Result } from '../../ground/index.ts';
import type { PlanInput } from '../contract.ts';
import { readLabel } from './labels.ts';
import type { DnsNameOrder, DnsNamePlan, DnsNameSettings } from './model.ts';
import { recordsOf } from './targets.ts';

/** RFC 1035 2.3.4 as text, less the mark that stands before the name. */
const longestName = 253 - '_pendopo.'.length;

const orderWords = {
  id: 'Nama ini belum dapat dibuat. Perbaiki isian yang ditandai.',
  en: 'This name cannot be made yet. Put right what is marked.',
};

const noTarget = {
  id: 'Isi alamat server yang dituju. Server hosting sendiri belum diatur.',
  en: 'Enter the server to point at. No hosting server of our own has been set.',
};

export function prepareDnsName({
  order,
  settings,
}: PlanInput<DnsNameOrder, DnsNameSettings>): Result<DnsNamePlan> {
  const { label, fault } = readLabel(order.label, settings);
  const name = `${label}.${settings.zone}`;
  const asked = order.target?.trim() ?? '';
  const target = asked === '' ? (settings.hosting ?? '') : asked;
  // What the administrator set for the own server may well be an inner address.
  const allowed = asked === '' ? 'yes' : settings.privateAddresses;
  const type = order.type?.trim() ?? '';
  const records =
    target === ''
      ? { path: 'target', words: noTarget }
      : recordsOf(target, type === '' ? null : type, allowed);
  const faults: readonly FieldFault[] = [
    ...(fault ? [{ path: 'label', words: fault }] : []),
    ...(name.length > longestName ? [{ path: 'label', words: tooLong }] : []),
    ...('words' in records ? [records] : []),
    ...(!('words' in records) && records.some(({ value }) => value === name)
      ? [{ path: 'target', words: itself }]
      : []),
  ];
  if (faults.length > 0 || 'words' in records)
    return refused('invalid', 'dns-name-order', orderWords, faults);
  return ok({ zone: settings.zone, name, ttl: settings.ttl, records: [...records] });
}

const tooLong = { id: 'Nama lengkapnya terlalu panjang.', en: 'The whole name is too long.' };
const itself = { id: 'Nama tidak dapat menunjuk dirinya sendiri.', en: 'A name cannot point at itself.' };
