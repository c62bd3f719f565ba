import assert from 'node:assert/strict';
import { test } from 'node:test';

import { valueOf } from '../../ground/index.ts';
import { hosting } from './index.ts';
import type { HostingPlan } from './model.ts';

const planWith = (settings: Readonly<Record<string, string>>): HostingPlan =>
  valueOf(
    hosting.prepare({
      order: { account: 'perpustakaan' },
      settings: hosting.settings.schema.parse({ zone: 'bulungan.go.id', ...settings }),
      today: Temporal.PlainDate.from('2026-11-23'),
    }),
  );

const said = (plan: HostingPlan): string => JSON.stringify(hosting.describeEvidence(plan));

test('the owner is told by which program and port files are sent', () => {
  assert.match(said(planWith({})), /hosting\.bulungan\.go\.id, SFTP, port 22,/);
  assert.match(said(planWith({ protocol: 'ftps' })), /FTPS, port 21,/);
  assert.match(said(planWith({ server: 'berkas.bulungan.go.id', port: '2222' })), /SFTP, port 2222/);
});

test('a plan that was kept before the port could be set is still read', () => {
  const { protocol, port, ...before } = planWith({});
  assert.deepEqual(hosting.plan.parse(before), { ...before, protocol, port });
});
