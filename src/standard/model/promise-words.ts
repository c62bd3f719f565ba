import type { Words } from '../../ground/index.ts';
import { describePromise } from '../../working-time/index.ts';
import type { Promised } from './basics.ts';

const bases = {
  working: { id: 'hari/jam kerja', en: 'working time' },
  calendar: { id: 'hari kalender', en: 'calendar days' },
  elapsed: { id: 'waktu berjalan', en: 'elapsed time' },
  unspecified: { id: 'dasar belum ditentukan', en: 'basis not settled' },
} as const;

/** A promised time with what it is counted in, for those who write standards: "14 hari (dasar belum ditentukan)". */
export function promiseInWords(promise: Promised): Words {
  const of = (lang: 'id' | 'en'): string =>
    `${describePromise(promise, lang)} (${bases[promise.basis][lang]})`;
  return { id: of('id'), en: of('en') };
}
