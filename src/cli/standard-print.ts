import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { writeDocx, writePdf } from '../platform/index.ts';
import type { Paper } from '../platform/index.ts';
import { annexPaper, issuerOf, pledgePaper, standardPaper } from '../standard/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';
import { standardSource } from './standard-source.ts';
import type { StandardSource } from './standard-source.ts';

const OPTIONS = {
  lang: { type: 'string' },
  to: { type: 'string' },
  pledge: { type: 'string' },
  issuer: { type: 'string' },
  address: { type: 'string' },
} as const;

const SIZES = ['A4', 'A3'] as const;
type Size = (typeof SIZES)[number];

interface Asked {
  readonly pledge: Size | null;
  readonly issuer: string | undefined;
  readonly address: string | null;
}

function paperOf(source: StandardSource, asked: Asked): Paper {
  const { government, organisation, services, isOne } = source;
  const issuer = asked.issuer ?? issuerOf(government, organisation);
  // The same file printed twice is the same paper; its text is what counts, and that stands in it.
  const id = [government.id, ...services.map(({ id: service }) => service)].join(' ');
  const printing = { government, issuer, id };
  if (asked.pledge) return pledgePaper({ ...printing, services, address: asked.address, size: asked.pledge });
  const [only] = services;
  return isOne && only
    ? standardPaper({ ...printing, services: [only] })
    : annexPaper({ ...printing, services });
}

function nameOf({ government, services, isOne }: StandardSource, pledge: Size | null): string {
  if (pledge) return `maklumat-pelayanan-${government.id}-${pledge.toLowerCase()}.pdf`;
  const [only] = services;
  return `standar-pelayanan-${government.id}${isOne && only ? `-${only.id}` : ''}.pdf`;
}

const sizeOf = (text: string | undefined): Size | null =>
  SIZES.find((size) => size === text?.toUpperCase()) ?? null;

/** What is wrong with the options, in words, or null. */
function wrongIn({ pledge, to }: { readonly pledge?: string; readonly to?: string }): string | null {
  if (pledge !== undefined && sizeOf(pledge) === null) {
    return `--pledge ${pledge}: pilih A4 atau A3 / choose A4 or A3.`;
  }
  const endings = pledge === undefined ? ['.pdf', '.docx'] : ['.pdf'];
  if (to === undefined || endings.includes(extname(to).toLowerCase())) return null;
  return `--to ${to}: nama berkas berakhir ${endings.join(' atau ')} / the name must end in ${endings.join(' or ')}.`;
}

/** `pendopo standard print SOURCE`: a standard, the annex of a decree, or the pledge, as PDF or as a Word document. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [argument] = positionals;
  if (argument === undefined || positionals.length > 1) {
    return complain(
      io,
      'Sebut satu berkas, direktori, atau nama / name one file, directory or name. Lihat / see: pendopo standard --help',
    );
  }
  const wrong = wrongIn(values);
  if (wrong !== null) return complain(io, wrong);
  const pledge = sizeOf(values.pledge);
  const source = await standardSource(argument, io);
  const paper = paperOf(source, { pledge, issuer: values.issuer, address: values.address ?? null });
  const target = values.to ?? nameOf(source, pledge);
  const write = extname(target).toLowerCase() === '.docx' ? writeDocx : writePdf;
  const { bytes } = await write(paper);
  await writeFile(target, bytes);
  io.stdout.write(`${target}\n`);
  return 0;
}
