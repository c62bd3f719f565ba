/** The filters of a list as links, with how many each would leave. Pure. */
import { countCeiling, holders } from '../request/index.ts';
import type { Facet, FacetName, Holder, QueueFilter } from '../request/index.ts';
import { filters } from '../ui/index.ts';
import type { Content, FilterChoice, SetFilter } from '../ui/index.ts';
import { hrefOf, narrowedTo } from './queue-address.ts';
import type { QueueAddress } from './queue-address.ts';
import { titleOf } from './queue-table.ts';
import type { QueueGround } from './queue-table.ts';
import { queueWords } from './queue-words.ts';
import { pageWords } from './words.ts';

export interface FilterGround extends Pick<QueueGround, 'lang' | 'organisation'> {
  readonly address: QueueAddress;
  readonly facets: readonly Facet[];
  readonly facetsComplete: boolean;
  readonly serviceTitle: (id: string) => string;
  readonly stepTitle: (service: string, step: string) => string;
}

/** A count that stopped at the ceiling is no exact one. */
export const countShown = (count: number): number | string =>
  count >= countCeiling ? `${countCeiling}+` : count;

const without = (filter: QueueFilter, name: keyof QueueFilter): QueueFilter =>
  Object.fromEntries(
    // A step belongs to its service and goes with it.
    Object.entries(filter).filter(([key]) => key !== name && !(name === 'service' && key === 'step')),
  );

/** What a value of a filter is called. */
function labelOf(name: keyof QueueFilter, value: string, ground: FilterGround): string {
  const words = queueWords[ground.lang].filter;
  const channels: Readonly<Record<string, string>> = pageWords[ground.lang].request.channels;
  const service = ground.address.filter.service ?? '';
  const labels: Readonly<Record<keyof QueueFilter, () => string>> = {
    service: () => ground.serviceTitle(value),
    step: () => ground.stepTitle(service, value),
    channel: () => channels[value] ?? value,
    position: () => titleOf(value, ground),
    late: () => words.late,
    holder: () => words.holder[holders.find((one) => one === value) ?? 'other'],
  };
  return labels[name]();
}

/** The filters that are set, each with a link that takes it away. */
function setFilters(ground: FilterGround): readonly SetFilter[] {
  const { address, lang } = ground;
  const words = queueWords[lang].filter;
  return Object.entries(address.filter).map(([key, value]) => {
    const name = key as keyof QueueFilter;
    const label = labelOf(name, String(value), ground);
    const titled = name === 'late' || name === 'holder' ? label : `${words[name]}: ${label}`;
    return { label: titled, removeHref: narrowedTo(address, without(address.filter, name)) };
  });
}

function choices(by: FacetName, ground: FilterGround): readonly FilterChoice[] {
  const { address, facets, facetsComplete } = ground;
  if (address.filter[by] !== undefined) return [];
  return facets
    .filter((facet) => facet.by === by)
    .map(({ value, count }) => ({
      label: labelOf(by, value, ground),
      count: facetsComplete ? count : `${count}+`,
      href: narrowedTo(address, { ...address.filter, ...settingOf(by, value) }),
    }));
}

const settingOf = (by: FacetName, value: string): QueueFilter =>
  by === 'late' ? { late: true } : { [by]: value as Holder };

/** Filters with only one value would narrow nothing. */
const several = (found: readonly FilterChoice[]): readonly FilterChoice[] => (found.length > 1 ? found : []);

/** The filters of the list: those set as chips, those asked for most in a row, all others folded. */
export function queueFilters(ground: FilterGround): Content {
  const { address, lang } = ground;
  const words = queueWords[lang];
  return filters({
    lang,
    label: words.filters,
    set: setFilters(ground),
    clearHref: hrefOf({ view: address.view, text: address.text, filter: {} }),
    quick: [...choices('late', ground), ...several(choices('holder', ground))],
    more: [
      { title: words.filter.service, choices: several(choices('service', ground)) },
      // Steps have a meaning within their service only.
      {
        title: words.filter.step,
        choices: address.filter.service === undefined ? [] : several(choices('step', ground)),
      },
      { title: words.filter.channel, choices: several(choices('channel', ground)) },
    ],
    moreLabel: words.moreFilters,
  });
}
