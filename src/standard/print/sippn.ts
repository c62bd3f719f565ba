/**
 * Standards for SIPPN, the national catalogue of services. Its pages show, in this order: decree, requirements, procedure,
 * time, fee, product, complaints, each as the text of the decree.
 */
import { deliveryComponents } from '../model.ts';
import type { Components, Government, Service } from '../model.ts';

/** One service as the catalogue takes it. Lists are numbered lines of one text. */
export interface SippnEntry {
  readonly instansi: string;
  readonly layanan: string;
  readonly nomor_sk: string;
  readonly tanggal_sk: string;
  readonly persyaratan: string;
  readonly prosedur: string;
  readonly waktu_penyelesaian: string;
  readonly biaya: string;
  readonly produk: string;
  readonly pengaduan: string;
}

const NAMES = {
  requirements: 'persyaratan',
  procedure: 'prosedur',
  time: 'waktu_penyelesaian',
  fee: 'biaya',
  product: 'produk',
  complaints: 'pengaduan',
} as const satisfies Record<(typeof deliveryComponents)[number], keyof SippnEntry>;

function textOf(component: Components[keyof Components]): string {
  if (!('items' in component)) return component.text;
  const { items } = component;
  return items.length === 1 ? items.join('') : items.map((item, at) => `${at + 1}. ${item}`).join('\n');
}

function entryOf({ office }: Government, { title, decree, components }: Service): SippnEntry {
  const texts = Object.fromEntries(
    deliveryComponents.map((name) => [NAMES[name], textOf(components[name])]),
  ) as Pick<SippnEntry, (typeof NAMES)[keyof typeof NAMES]>;
  return {
    instansi: office.name,
    layanan: title.id,
    nomor_sk: decree.number ?? '',
    tanggal_sk: decree.date ?? '',
    ...texts,
  };
}

export const sippnEntries = (government: Government, services: readonly Service[]): SippnEntry[] =>
  services.map((service) => entryOf(government, service));

const COLUMNS = [
  'instansi',
  'layanan',
  'nomor_sk',
  'tanggal_sk',
  ...Object.values(NAMES),
] as const satisfies readonly (keyof SippnEntry)[];

/** Begins a formula in a spreadsheet: such a text is led by an apostrophe, so that no program takes it for one. */
const FORMULA = /^[=+\-@\t\r]/;

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with the byte order mark by which spreadsheets know UTF-8. */
export function sippnCsv(entries: readonly SippnEntry[]): string {
  const rows = [
    COLUMNS.join(','),
    ...entries.map((entry) => COLUMNS.map((name) => field(entry[name])).join(',')),
  ];
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}
