/** What trying the connector tells of its sites: whose are full or nearly, and whether the disk holds what was promised. Pure. */
import type { Words } from '../../../ground/index.ts';
import type { ClosedUsage, Usage } from './sites.ts';

export interface Disk {
  readonly bytes: number;
  readonly freeBytes: number;
}

/** From so much of its capacity on a site is told before it is over it. */
const NEARLY = 0.9;

export interface Closed {
  readonly closed: readonly ClosedUsage[];
  readonly today: Temporal.PlainDate;
}

export function usageWords(usages: readonly Usage[], disk: Disk, closedSites: Closed): Words {
  const used = (from: number, to: number): string =>
    domainsOf(usages, ({ bytes, quotaBytes }) => {
      const part = (bytes ?? 0) / quotaBytes;
      return part > from && part <= to;
    });
  const closed = domainsOf(usages, ({ bytes }) => bytes === null);
  const [over, nearly] = [used(1, Infinity), used(NEARLY, 1)];
  return joined([
    {
      id: `Berkas dapat ditulis. Ada ${usages.length} situs.`,
      en: `The files can be written. There are ${usages.length} sites.`,
    },
    over === ''
      ? { id: 'Tidak ada yang melebihi kapasitasnya.', en: 'None is over its capacity.' }
      : { id: `Melebihi kapasitasnya: ${over}.`, en: `Over their capacity: ${over}.` },
    nearly !== '' && {
      id: `Hampir penuh, di atas 90%: ${nearly}.`,
      en: `Nearly full, above 90%: ${nearly}.`,
    },
    closed !== '' && {
      id: `Tidak terukur, karena pemiliknya menutup direktori: ${closed}.`,
      en: `Not measured, since the owner closed a directory: ${closed}.`,
    },
    ...ofClosed(closedSites),
    ...ofDisk(usages, disk, bytesOf(closedSites)),
  ]);
}

const bytesOf = ({ closed }: Closed): number => closed.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);

/** Nothing removes them by itself: whose day is over is for the administrator to delete. */
function ofClosed({ closed, today }: Closed): readonly (Words | false)[] {
  if (closed.length === 0) return [];
  const over = closed.filter(({ until }) => until !== null && until < today.toString());
  const past = over.map(({ name }) => name).join(', ');
  const amount = (locale: string): string => gigabytes(bytesOf({ closed, today }), locale);
  return [
    {
      id: `Berkas ${closed.length} situs yang sudah ditutup masih memakai ${amount('id-ID')} di direktori closed.`,
      en: `Files of ${closed.length} closed sites still take ${amount('en-GB')} in the directory closed.`,
    },
    past !== '' && {
      id: `Lewat hari penyimpanannya, dapat dihapus: ${past}.`,
      en: `Past the day until which they are kept, may be deleted: ${past}.`,
    },
  ];
}

function ofDisk(
  usages: readonly Usage[],
  { bytes, freeBytes }: Disk,
  closedBytes: number,
): readonly (Words | false)[] {
  const promised = usages.reduce((sum, { quotaBytes }) => sum + quotaBytes, 0);
  const say = (locale: string): readonly string[] =>
    [promised, bytes, freeBytes].map((amount) => gigabytes(amount, locale));
  const [idPromised, idBytes, idFree] = say('id-ID');
  const [enPromised, enBytes, enFree] = say('en-GB');
  return [
    {
      id: `Dijanjikan kepada situs-situs ini ${idPromised}; disknya ${idBytes}, yang bebas ${idFree}.`,
      en: `These sites are promised ${enPromised}; their disk has ${enBytes}, of which ${enFree} are free.`,
    },
    promised + closedBytes > bytes && {
      id: 'Disk ini tidak cukup untuk semua yang dijanjikan.',
      en: 'The disk is too small for all that is promised.',
    },
  ];
}

const gigabytes = (bytes: number, locale: string): string =>
  `${(bytes / 1024 ** 3).toLocaleString(locale, { maximumFractionDigits: 1 })} GB`;

const domainsOf = (usages: readonly Usage[], fits: (usage: Usage) => boolean): string =>
  usages
    .filter(fits)
    .map(({ domain }) => domain)
    .join(', ');

function joined(sentences: readonly (Words | false)[]): Words {
  const said = sentences.filter((one) => one !== false);
  return { id: said.map(({ id }) => id).join(' '), en: said.map(({ en }) => en).join(' ') };
}
