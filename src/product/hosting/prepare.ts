/** From an order to a plan. Pure. */
import { ok, refused } from '../../ground/index.ts';
import type { FieldFault, Result, Words } from '../../ground/index.ts';
import { capacityFault } from '../capacity.ts';
import type { PlanInput } from '../contract.ts';
import { readLabel } from '../dns-name/labels.ts';
import { portOf } from './model.ts';
import type { HostingOrder, HostingPlan, HostingSettings } from './model.ts';

/** What Debian's adduser takes, and every server of files. */
const accountShape = /^[a-z][a-z0-9_-]{1,31}$/;

/** Users that a server has already. */
const reservedAccounts: ReadonlySet<string> = new Set([
  'admin',
  'backup',
  'bin',
  'daemon',
  'ftp',
  'git',
  'guest',
  'mail',
  'mysql',
  'nobody',
  'pendopo',
  'postgres',
  'root',
  'sshd',
  'sync',
  'sys',
  'www-data',
]);

const orderWords: Words = {
  id: 'Akun hosting ini belum dapat dibuat. Perbaiki isian yang ditandai.',
  en: 'This hosting account cannot be made yet. Put right what is marked.',
};

export function prepareHosting({
  order,
  settings,
}: PlanInput<HostingOrder, HostingSettings>): Result<HostingPlan> {
  const account = order.account.trim().toLowerCase();
  const domain = order.domain?.trim() ?? '';
  const rules = { zone: settings.zone, reserved: settings.reserved, refusedWords: [] };
  const { label, fault } = readLabel(domain === '' ? account : domain, rules);
  const quotaGb = order.quota ?? settings.quota;
  const faults: readonly FieldFault[] = [
    ...fieldFault('account', accountFault(account, settings.reserved)),
    ...fieldFault('domain', fault),
    ...fieldFault('quota', capacityFault(quotaGb, settings.largestQuota)),
  ];
  if (faults.length > 0) return refused('invalid', 'hosting-order', orderWords, faults);
  return ok({
    account,
    domain: `${label}.${settings.zone}`,
    quotaGb,
    server: settings.server ?? `hosting.${settings.zone}`,
    protocol: settings.protocol,
    port: portOf(settings),
    keepDays: settings.keepDays,
  });
}

const fieldFault = (path: string, words: Words | null): readonly FieldFault[] =>
  words === null ? [] : [{ path, words }];

function accountFault(account: string, reserved: readonly string[]): Words | null {
  if (!accountShape.test(account))
    return {
      id: 'Pakai 2–32 huruf kecil a–z, angka, tanda hubung, atau garis bawah; diawali huruf.',
      en: 'Use 2–32 lower-case letters a–z, digits, hyphens or underscores; a letter first.',
    };
  if (reservedAccounts.has(account) || reserved.includes(account))
    return {
      id: `Nama "${account}" dipakai server. Pilih nama lain.`,
      en: `The server uses the name "${account}" itself. Choose another one.`,
    };
  return null;
}
