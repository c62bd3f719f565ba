/** A place for a site, with an account that fills it. */
import type { ProductKind } from '../contract.ts';
import { siteDirectory } from './directory/connector.ts';
import { HostingOrder, HostingPlan, hostingSettings } from './model.ts';
import type { HostingEvidence, HostingSettings } from './model.ts';
import { prepareHosting } from './prepare.ts';
import { space } from './space.ts';
import { describeHosting, describeHostingPlan } from './words.ts';

export const hosting: ProductKind<HostingOrder, HostingSettings, HostingPlan, HostingEvidence> = {
  kind: 'hosting',
  title: { id: 'Akun hosting', en: 'Hosting account' },
  order: HostingOrder,
  settings: hostingSettings,
  plan: HostingPlan,
  evidence: HostingPlan,
  example: () => ({ account: 'contoh', domain: 'contoh' }),
  firstSecret: true,
  prepare: prepareHosting,
  share: space,
  describePlan: describeHostingPlan,
  describeEvidence: describeHosting,
  connectors: [siteDirectory],
};
