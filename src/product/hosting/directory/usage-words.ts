/** What trying the connector tells of its sites: whose are full or nearly, and whether the disk holds what was promised. Pure. */
import type { Words } from '../../../ground/index.ts';
import type { Usage } from './sites.ts';

export interface Disk {
  readonly bytes: number;
  readonly freeBytes: number;
}

/** From so much of its capacity on a site is told before it is over it. */
const NEARLY = 0.9;

export function usageWords(usages: readonly Usage[], disk: Disk): Words {
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
    ...ofDisk(usages, disk),
  ]);
}

function ofDisk(usages: readonly Usage[], { bytes, freeBytes }: Disk): readonly (Words | false)[] {
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
    promised > bytes && {
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
