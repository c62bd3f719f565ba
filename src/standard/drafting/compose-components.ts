/** The 14 components as a standard holds them; what the decree leaves out says so, and is a finding. */
import type { Channel, Components, ComponentName, ListComponent } from '../model/components.ts';
import { componentTitles } from '../model/components.ts';
import type { Service } from '../model/service.ts';
import { readChannels } from './channels.ts';
import type { DraftComponents } from './model.ts';

const SILENT = 'Tidak dimuat dalam keputusan ini.';

/** Components that the decree does not have, in their order. */
function missingComponents(components: DraftComponents): ComponentName[] {
  const names = Object.keys(componentTitles) as ComponentName[];
  return names.filter((name) => {
    const component = components[name];
    return 'items' in component ? component.items.length === 0 : component.text.trim() === '';
  });
}

/** UU 25/2009 art. 21 demands all fourteen; a missing one is told, never made up. */
export const missingFindings = (components: DraftComponents): Service['findings'] =>
  missingComponents(components).map((name) => ({
    component: name,
    text: {
      id: `Keputusan tidak memuat komponen "${componentTitles[name].id}" (UU 25/2009 Pasal 21).`,
      en: `The decree does not contain the component "${componentTitles[name].en}" (Law 25/2009 art. 21).`,
    },
  }));

/** The components in full. `contacts` of the office stand in where the decree names no way to complain. */
export function composeComponents(draft: DraftComponents, contacts: readonly Channel[]): Components {
  const list = (name: ListComponent): { items: string[] } => ({
    items: draft[name].items.length > 0 ? [...draft[name].items] : [SILENT],
  });
  const channels = readChannels(draft.complaints.items);
  return {
    requirements: list('requirements'),
    procedure: list('procedure'),
    time: { text: draft.time.text || SILENT },
    fee: { text: draft.fee.text || SILENT },
    product: list('product'),
    complaints: { ...list('complaints'), channels: channels.length > 0 ? channels : [...contacts] },
    legalBasis: list('legalBasis'),
    facilities: list('facilities'),
    competence: list('competence'),
    supervision: list('supervision'),
    staffing: { text: draft.staffing.text || SILENT, count: Math.max(1, draft.staffing.count ?? 1) },
    serviceGuarantee: list('serviceGuarantee'),
    safetyGuarantee: list('safetyGuarantee'),
    evaluation: list('evaluation'),
  };
}
