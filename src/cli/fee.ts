import { parseArgs } from 'node:util';
import { readFee } from '../standard/import/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

export const help = `pendopo fee TEXT [--json] [--lang id|en]

Reads a fee as a decree prints it: "Gratis", "Rp10.000,- per lembar", "2 x tayang @ 30.000". A text that names no amount
and does not say that nothing is charged gives neither.

  --json         print {"fee":{"free","amounts":[{"idr","times"}]}}
  --lang id|en   language of the words (default: id)
`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'id' },
} as const;

const WORDS = {
  free: { id: 'gratis', en: 'free' },
  unread: {
    id: 'tidak disebut besarnya, dan tidak disebut gratis',
    en: 'no amount is named, nor that it is free',
  },
} as const;

/** `pendopo fee`. Exit code 0, or 2 where no text was given. */
export function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const text = positionals.join(' ');
  if (text.trim() === '') {
    return Promise.resolve(
      complain(io, 'missing-text: pendopo fee "Rp10.000"; lihat / see: pendopo fee --help'),
    );
  }
  const fee = readFee(text);
  const lang = values.lang === 'en' ? 'en' : 'id';
  const money = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
  const amounts = fee.amounts.map(
    ({ idr, times }) => `${times === 1 ? '' : `${times} × `}Rp${money.format(idr)}`,
  );
  const words = amounts.length > 0 ? amounts.join(', ') : WORDS[fee.free ? 'free' : 'unread'][lang];
  io.stdout.write(values.json ? `${JSON.stringify({ fee })}\n` : `${words}\n`);
  return Promise.resolve(0);
}
