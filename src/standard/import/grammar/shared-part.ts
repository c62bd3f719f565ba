/** Components that a decree prints once for all of its services: "Komponen umum", "berlaku untuk seluruh pelayanan". Pure. */
import type { ComponentName } from '../../model.ts';
import type { Event } from './event.ts';
import { isGroupHead, isOfficeGroup } from './noise.ts';
import { isAllCaps } from './plain.ts';
import { withoutMark } from './marks.ts';

const ALL = String.raw`(?:seluruh|semua|setiap|segenap|tiap(?:-tiap)?|masing-masing)`;
const SERVICES = String.raw`(?:(?:jenis|produk|macam|unit)\s+)?(?:standar\s+)?(?:pe)?layanan`;
const SHARED = new RegExp(
  [
    // Only right behind such a word: "Standar Pelayanan Pemakaman Umum", "Bagian Umum" and "Kantor Bersama" are none.
    String.raw`\b(?:komponen|unsur|ketentuan)(?:\s+(?:standar|(?:pe)?layanan|publik|yang|bersifat|lain))*\s+(?:umum|bersama)\b`,
    String.raw`\b(?:komponen|bagian|unsur|ketentuan|standar|hal)\b.{0,60}\byang\s+sama\b`,
    String.raw`\b(?:berlaku|(?<!kerja\s)sama)\b.{0,40}\b${ALL}\b`,
    String.raw`\b(?:untuk|bagi|pada|oleh)\s+${ALL}\s+${SERVICES}\b`,
    String.raw`\bberlaku\b.{0,40}\b(?:pe)?layanan\s+(?:[IVX]+|[A-Z]|\d+)\s*(?:s\.?d\.?|sampai|hingga|[-–])`,
  ].join('|'),
  'i',
);
const LONGEST = 150;
const OPENS = /^(?:komponen|bagian|unsur|ketentuan|hal|standar|bab|lampiran)\b/i;

interface Part {
  /** The line that says so, and the first component behind the part. */
  readonly from: number;
  readonly to: number;
}

/** The parts that all services of the decree share; none where it has only one service. */
export function sharedParts(events: readonly Event[]): readonly Part[] {
  const times = timesHeaded(events);
  const services = servicesIn(times);
  if (services < 2) return [];
  const said = events.flatMap((event, at) => (isSharedHead(event) ? [at] : []));
  const heads = said.length > 0 ? said : officePart(events, times);
  return heads.flatMap((from, index): readonly Part[] => {
    const end = events.findIndex(
      (event, at) =>
        at > from &&
        event.kind === 'heading' &&
        event.name !== 'other' &&
        (times.get(event.name) ?? 0) >= services,
    );
    const to = Math.min(end < 0 ? events.length : end, heads[index + 1] ?? events.length);
    return holdsComponents(events.slice(from, to)) ? [{ from, to }] : [];
  });
}

/** How many services there are: what so many components are headed. One alone may stand twice in a service. */
const LEAST_ALIKE = 3;
const servicesIn = (times: ReadonlyMap<ComponentName, number>): number =>
  [...times.values()].toSorted((a, b) => b - a)[LEAST_ALIKE - 1] ?? 0;

/** A sentence about all services heads nothing. */
const LEAST_COMPONENTS = 2;

const holdsComponents = (events: readonly Event[]): boolean =>
  events.filter(({ kind }) => kind === 'heading').length >= LEAST_COMPONENTS;

/** Whether a line heads the components that all services of the decree share. */
function isSharedHead(event: Event): boolean {
  const { text } = event.line;
  if (text.length > LONGEST || /[.;]$/.test(text) || !SHARED.test(text)) return false;
  if (event.kind === 'heading') return event.name === 'other';
  if (event.kind === 'content' && event.inTable) return false;
  const bare = withoutMark(text);
  return event.line.look !== undefined || isAllCaps(bare) || OPENS.test(bare) || event.kind === 'noise';
}

/**
 * Where what the office does stands once behind all that the services do, without a word: a decree whose two groups are
 * headed, with nothing in the second that any service has for itself.
 */
function officePart(events: readonly Event[], times: ReadonlyMap<ComponentName, number>): readonly number[] {
  const groups = events.flatMap(({ kind, line }, at) =>
    kind === 'noise' && isGroupHead(line.text) ? [{ at, isOffice: isOfficeGroup(line.text) }] : [],
  );
  const [delivery, office] = groups;
  if (!delivery || !office || delivery.isOffice || !office.isOffice) return [];
  const ahead = headingsIn(events.slice(0, delivery.at));
  const behind = headingsIn(events.slice(office.at));
  const isOnce = behind.length >= LEAST_IN_OFFICE && behind.every((name) => times.get(name) === 1);
  return isOnce && ahead.length === 0 ? [office.at] : [];
}

/** The office has eight components (PermenPANRB 15/2014); a decree may lack some. */
const LEAST_IN_OFFICE = 5;

const headingsIn = (events: readonly Event[]): readonly ComponentName[] =>
  events.flatMap((event) => (event.kind === 'heading' && event.name !== 'other' ? [event.name] : []));

/** How often each component is headed in the whole decree. */
function timesHeaded(events: readonly Event[]): ReadonlyMap<ComponentName, number> {
  const times = new Map<ComponentName, number>();
  for (const event of events) {
    if (event.kind !== 'heading' || event.name === 'other') continue;
    times.set(event.name, (times.get(event.name) ?? 0) + 1);
  }
  return times;
}
