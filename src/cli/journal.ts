import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock, valueOf } from '../ground/index.ts';
import { FINDING_WORDS, readConfig } from '../platform/index.ts';
import type { Database } from '../platform/index.ts';
import { CHECKPOINTS, takeCheckpoints, verifyJournal } from '../request/index.ts';
import type { NumberedFinding, Verification } from '../request/index.ts';
import { loadCatalogue } from '../standard/index.ts';
import { withDatabase } from './database.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';
import { getKeys } from './keys.ts';

export const help = `pendopo journal verify [--government GOVERNMENT] [--json]
pendopo journal checkpoint [--government GOVERNMENT]

verify: looks for entries that were altered, removed, cut off or chained anew, for requests that vanished, for a kept
state, value or file that differs from what the journal recorded, and for checkpoints that were tampered with, in the
database and in DATA_DIR/checkpoints. Requests whose personal data was erased still verify, and are told as "erased".

checkpoint: signs the present ends of all chains now, in the database and in DATA_DIR/checkpoints. The worker does it
every hour; keep copies of that folder elsewhere.

  --government ID   only this one
  --json            print what was found as JSON
  --lang id|en      language of the words (default: id)

Exit code 0: all is well; 1: something is wrong; 2: wrong usage.
`;

const OPTIONS = {
  government: { type: 'string' },
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'id' },
} as const;

type Lang = 'id' | 'en';

/** `pendopo journal verify` and `pendopo journal checkpoint`. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [act] = positionals;
  if ((act !== 'verify' && act !== 'checkpoint') || positionals.length > 1) {
    return complain(
      io,
      'Sebut verify atau checkpoint / name one of them. Lihat / see: pendopo journal --help',
    );
  }
  const { government } = values;
  if (act === 'checkpoint') return takeNow(io, government);
  const found = await verify(io, government);
  const lang = values.lang === 'en' ? 'en' : 'id';
  io.stdout.write(
    values.json ? `${JSON.stringify(found, null, 2)}\n` : found.map((one) => told(one, lang)).join(''),
  );
  return found.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

async function verify(io: CommandIo, government: string | undefined): Promise<readonly Verification[]> {
  const config = valueOf(readConfig(process.env));
  const keys = await getKeys(config);
  return withDatabase(io, 'pendopo_app', async (database) => {
    const catalogue = await loadCatalogue(database, systemClock);
    const directory = join(config.dataDirectory, CHECKPOINTS);
    const found: Verification[] = [];
    for (const one of await governmentsIn(database, government)) {
      found.push(await verifyJournal({ database, keys, catalogue, directory }, one));
    }
    return found;
  });
}

async function takeNow(io: CommandIo, government: string | undefined): Promise<number> {
  const config = valueOf(readConfig(process.env));
  const keys = await getKeys(config);
  const directory = join(config.dataDirectory, CHECKPOINTS);
  await withDatabase(io, 'pendopo_worker', async (database) =>
    takeCheckpoints(
      { database, keys, clock: systemClock, directory },
      await governmentsIn(database, government),
    ),
  );
  return 0;
}

/** The government asked for, which must be there, or all. */
async function governmentsIn(database: Database, asked: string | undefined): Promise<readonly string[]> {
  const catalogue = await loadCatalogue(database, systemClock);
  return asked === undefined ? catalogue.governmentIds() : [catalogue.government(asked).id];
}

const WORDS = {
  id: {
    requests: 'permohonan',
    entries: 'catatan',
    checkpoints: 'titik periksa',
    well: 'utuh',
    erased: 'dihapus',
  },
  en: {
    requests: 'requests',
    entries: 'entries',
    checkpoints: 'checkpoints',
    well: 'whole',
    erased: 'erased',
  },
} as const;

function told(verification: Verification, lang: Lang): string {
  const words = WORDS[lang];
  const { government, requests, entries, checkpoints, erased, findings } = verification;
  const count = `${requests} ${words.requests}, ${entries} ${words.entries}, ${checkpoints} ${words.checkpoints}`;
  const state = findings.length === 0 ? words.well : `${findings.length} !`;
  const lines = [
    `${government}: ${count}: ${state}`,
    ...erased.map((number) => `  ${number}: ${words.erased}${lang === 'id' ? ' (erased)' : ''}`),
    ...findings.map(
      (finding) => `  ${placeOf(finding)}: ${FINDING_WORDS[finding.kind][lang]} [${finding.kind}]`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function placeOf({ number, request, position }: NumberedFinding): string {
  const name = number ?? request ?? 'checkpoint';
  return position === undefined ? name : `${name} #${position}`;
}
