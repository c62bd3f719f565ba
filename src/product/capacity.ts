/** The room that a mailbox or a site has, in gigabytes: how it is set, and what is wrong with what was asked for. */
import type { Words } from '../ground/index.ts';
import type { SettingField } from './contract.ts';
import { numberSetting } from './setting-readers.ts';

const LEAST = 0.1;

/** What stands where a setting is left empty, and the most that can be set. */
export interface CapacityRule {
  readonly usual: number;
  readonly largest: number;
  readonly mostUsual: number;
  readonly mostLargest: number;
}

/** Readers of the two settings. */
export const capacitySettings = ({ usual, largest, mostUsual, mostLargest }: CapacityRule) => ({
  quota: numberSetting({ min: LEAST, max: mostUsual, otherwise: usual }),
  largestQuota: numberSetting({ min: LEAST, max: mostLargest, otherwise: largest }),
});

const emptyMeans = (size: number): Words => ({
  id: `Kosong berarti ${size} GB.`,
  en: `Empty means ${size} GB.`,
});

/** Their fields on the form. */
export const capacityFields = ({ usual, largest }: CapacityRule): readonly SettingField[] => [
  {
    name: 'quota',
    label: { id: 'Kapasitas biasa, dalam GB', en: 'Usual capacity, in GB' },
    hint: emptyMeans(usual),
    type: 'number',
    required: false,
  },
  {
    name: 'largestQuota',
    label: { id: 'Kapasitas terbesar, dalam GB', en: 'Largest capacity, in GB' },
    hint: emptyMeans(largest),
    type: 'number',
    required: false,
  },
];

/** What is wrong with a capacity; null when it may be had. */
export const capacityFault = (quotaGb: number, largest: number): Words | null =>
  quotaGb >= LEAST && quotaGb <= largest
    ? null
    : { id: `Kapasitas dari 0,1 sampai ${largest} GB.`, en: `The capacity is from 0.1 to ${largest} GB.` };
