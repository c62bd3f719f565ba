/** A list of the desk as it stands in its address: `/meja?daftar=…&layanan=…&cari=…&sesudah=…`. */
import { holders } from '../request/index.ts';
import type { Holder, QueueFilter, QueueName } from '../request/index.ts';

/** Lists of requests, and beside them the posts below and the open duties. */
export const views = ['mine', 'below', 'returned', 'done', 'posts', 'duties'] as const;
export type View = (typeof views)[number];

/** The lists as they stand in addresses. */
const viewPaths: Readonly<Record<View, string>> = {
  mine: 'saya',
  below: 'semua',
  returned: 'menunggu',
  done: 'selesai',
  posts: 'jabatan',
  duties: 'kewajiban',
};

export const isQueue = (view: View): view is QueueName => view !== 'posts' && view !== 'duties';

export interface QueueAddress {
  readonly view: View;
  readonly filter: QueueFilter;
  readonly text: string;
  /** Cursor of the page before; none on the first. */
  readonly after?: string;
}

type Query = Readonly<Record<string, unknown>>;

const holderPaths: Readonly<Record<Holder, string>> = { me: 'saya', nobody: 'belum', other: 'lain' };
const channels = ['portal', 'api', 'counter', 'letter'] as const;

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replaceAll(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, 200)
    : '';

/** Reads an address; `first` is the list that it shows where it names none. What it does not know is as if it were not there. */
export function readAddress(query: Query, first: View): QueueAddress {
  const after = textOf(query['sesudah']);
  return {
    view: views.find((view) => viewPaths[view] === query['daftar']) ?? first,
    filter: readFilter(query),
    text: textOf(query['cari']),
    ...(after ? { after } : {}),
  };
}

function readFilter(query: Query): QueueFilter {
  const [service, step, position] = ['layanan', 'langkah', 'jabatan'].map((name) => textOf(query[name]));
  const channel = channels.find((one) => one === query['saluran']);
  const holder = holders.find((one) => holderPaths[one] === query['pada']);
  return {
    ...(service ? { service } : {}),
    ...(service && step ? { step } : {}),
    ...(channel ? { channel } : {}),
    ...(holder ? { holder } : {}),
    ...(query['lewat'] === 'ya' ? { late: true } : {}),
    ...(position ? { position } : {}),
  };
}

/** What an address says besides the list, by name. */
export function parametersOf({ view, filter, text, after }: QueueAddress): Readonly<Record<string, string>> {
  const { service, step, channel, holder, late, position } = filter;
  const all = {
    daftar: viewPaths[view],
    layanan: service,
    langkah: step,
    saluran: channel,
    pada: holder && holderPaths[holder],
    lewat: late && 'ya',
    jabatan: position,
    cari: text,
    sesudah: after,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

export const hrefOf = (address: QueueAddress): string =>
  `/meja?${new URLSearchParams(parametersOf(address)).toString()}`;

/** The first page of the same list, narrowed otherwise. */
export const narrowedTo = ({ view, text }: QueueAddress, filter: QueueFilter): string =>
  hrefOf({ view, text, filter });
