/** Which products an entry of the journal is about, and how an order stands. Pure. */
import type { Words } from '../ground/index.ts';
import type { DeliveryKind } from '../standard/model.ts';
import type { Entry } from './model/entries.ts';

/** What a whole journal tells about its products. */
export interface ProductsTold {
  /** The kinds that an entry is about, each once; none for an entry about something else. */
  kindsOf(entry: Entry): readonly DeliveryKind[];
  /** What goes on with an order that is not carried out yet; null for every other entry. */
  progressOf(entry: Entry): Words | null;
  /** The step at which something was ordered, for its order and what settled it; null for every other entry. */
  stepOf(entry: Entry): string | null;
}

/** Seconds pass, mostly; a killed worker is noticed after minutes. */
const UNDER_WAY: Words = {
  id: 'Sedang dikerjakan sistem, biasanya selesai dalam beberapa menit. Bila terhenti di tengah jalan, sistem memeriksa apa yang sudah ada lalu melanjutkan sendiri.',
  en: 'The program is doing it; mostly that takes some minutes. If it is interrupted, it looks at what is there already and goes on by itself.',
};

const STOPPED: Words = {
  id: 'Belum berhasil. Petugas sudah diberi tahu dan akan melanjutkannya.',
  en: 'It has not succeeded yet. The office has been told and will go on with it.',
};

/** Ids of the deliveries that an entry is about. */
function deliveriesIn(entry: Entry, bySecret: ReadonlyMap<string, string>): readonly string[] {
  if (entry.kind === 'delivery-ordered') return entry.data.deliveries.map(({ delivery }) => delivery);
  if (entry.kind === 'secret-opened') return [bySecret.get(entry.data.secret) ?? ''];
  return 'delivery' in entry.data ? [entry.data.delivery] : [];
}

function kindsIn(entries: readonly Entry[]): ReadonlyMap<string, DeliveryKind> {
  const kinds = new Map<string, DeliveryKind>();
  for (const entry of entries) {
    if (entry.kind === 'product-recorded') kinds.set(entry.data.delivery, entry.data.kind);
    if (entry.kind !== 'delivery-ordered') continue;
    for (const { delivery, kind } of entry.data.deliveries) kinds.set(delivery, kind);
  }
  return kinds;
}

const stepsIn = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(
    entries.flatMap((entry) =>
      entry.kind === 'delivery-ordered'
        ? entry.data.deliveries.map(({ delivery }) => [delivery, entry.data.step] as const)
        : [],
    ),
  );

/** With which delivery each first password went. */
function secretsIn(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const found = entries.flatMap((entry): [string, string][] => {
    if (entry.kind === 'secret-renewed') return [[entry.data.secret, entry.data.delivery]];
    if (entry.kind !== 'delivery-settled') return [];
    const { delivery, evidence } = entry.data;
    return evidence.flatMap((item) => (item.type === 'secret' ? [[item.secret, delivery]] : []));
  });
  return new Map(found);
}

/** The last entry about each delivery that says how its order stands. */
function standingIn(entries: readonly Entry[]): ReadonlyMap<string, Entry['kind']> {
  const telling = ['delivery-stopped', 'delivery-resumed', 'delivery-cancelled', 'delivery-settled'];
  return new Map(
    entries
      .filter(({ kind }) => telling.includes(kind))
      .flatMap((entry) => ('delivery' in entry.data ? [[entry.data.delivery, entry.kind] as const] : [])),
  );
}

export function productsTold(entries: readonly Entry[]): ProductsTold {
  const [kinds, secrets, standing] = [kindsIn(entries), secretsIn(entries), standingIn(entries)];
  const steps = stepsIn(entries);
  return {
    kindsOf: (entry) => [
      ...new Set(deliveriesIn(entry, secrets).flatMap((delivery) => kinds.get(delivery) ?? [])),
    ],
    progressOf: (entry) => {
      if (entry.kind !== 'delivery-ordered') return null;
      const last = entry.data.deliveries.map(({ delivery }) => standing.get(delivery));
      if (last.includes('delivery-stopped')) return STOPPED;
      const open = last.some((kind) => kind === undefined || kind === 'delivery-resumed');
      return open ? UNDER_WAY : null;
    },
    stepOf: (entry) => {
      if (entry.kind === 'delivery-ordered') return entry.data.step;
      return entry.kind === 'delivery-settled' ? (steps.get(entry.data.delivery) ?? null) : null;
    },
  };
}

/** A title with the names of the products it is about. */
export function withProducts(title: Words, names: readonly Words[]): Words {
  if (names.length === 0) return title;
  const all = (lang: 'id' | 'en'): string => names.map((name) => name[lang]).join(', ');
  return { id: `${title.id}: ${all('id')}`, en: `${title.en}: ${all('en')}` };
}
