import { access } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../ground/index.ts';
import {
  checkGovernment,
  checkTogether,
  governmentDirectories,
  governmentFiles,
  hasErrors,
  readDefinitions,
} from '../standard/index.ts';
import type { DefinitionFault, GovernmentDefinitions } from '../standard/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

export const help = `pendopo check [PATH] [--lang id|en] [--json]

Checks definitions and reports every fault at once as FILE:LINE:COLUMN. PATH is a directory of governments (default:
governments), the directory of one government, or one file of it, which is checked together with the others.

  --lang id|en   language of the words (default: id)
  --json         print the faults as JSON, words in both languages

Exit code 0: no errors (warnings may stand), 1: errors, 2: PATH cannot be used.
`;

const OPTIONS = {
  lang: { type: 'string', default: 'id' },
  json: { type: 'boolean', default: false },
} as const;

/** What PATH means: the governments to check, and the one file to report on where it is a file. */
interface Target {
  readonly directories: readonly string[];
  readonly file: string | null;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The directory of a government that holds `file`, which may lie in its `services/`. */
async function homeOf(file: string): Promise<string | null> {
  const near = dirname(file);
  const home = basename(near) === 'services' ? dirname(near) : near;
  return (await exists(join(home, 'government.yaml'))) ? home : null;
}

async function targetOf(path: string): Promise<Target | null> {
  if (/\.(ya?ml|json)$/.test(path)) {
    const home = (await exists(path)) ? await homeOf(path) : null;
    return home === null ? null : { directories: [home], file: path };
  }
  if (await exists(join(path, 'government.yaml'))) return { directories: [path], file: null };
  const directories = await governmentDirectories(path);
  return directories.length === 0 ? null : { directories, file: null };
}

/** The date where the office is; without a readable calendar, of Jakarta. */
function todayOf({ calendar }: GovernmentDefinitions): Temporal.PlainDate {
  return systemClock
    .now()
    .toZonedDateTimeISO(calendar?.value.timeZone ?? 'Asia/Jakarta')
    .toPlainDate();
}

async function faultsIn({ directories, file }: Target): Promise<DefinitionFault[]> {
  const all = await Promise.all(
    directories.map(async (directory) => readDefinitions(await governmentFiles(directory))),
  );
  const faults = [...all.flatMap((one) => checkGovernment(one, todayOf(one))), ...checkTogether(all)];
  return file === null ? faults : faults.filter((fault) => resolve(fault.file) === resolve(file));
}

const SEVERITIES = {
  error: { id: 'kesalahan', en: 'error' },
  warning: { id: 'peringatan', en: 'warning' },
} as const;

/** One fault as editors and people jump to it: `FILE:LINE:COLUMN error: path: words`. */
export function faultLine(
  { file, line, column, path, words, severity }: DefinitionFault,
  lang: 'id' | 'en',
): string {
  const where = `${relative('.', file) || file}:${line}:${column}`;
  return `${where} ${SEVERITIES[severity][lang]}: ${path === '' ? '' : `${path}: `}${words[lang]}`;
}

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

function summaryOf(faults: readonly DefinitionFault[], governments: number, lang: 'id' | 'en'): string {
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  return lang === 'id'
    ? `${governments} pemerintah daerah diperiksa: ${errors} kesalahan, ${warnings} peringatan`
    : `${counted(governments, 'government')} checked: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}

export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const path = positionals[0] ?? 'governments';
  const lang = values.lang === 'en' ? 'en' : 'id';
  const target = await targetOf(path);
  if (target === null) {
    return complain(
      io,
      `${path}: tidak ada government.yaml di sini / no government.yaml here. Lihat / see: pendopo check --help`,
    );
  }
  const faults = await faultsIn(target);
  if (values.json) io.stdout.write(`${JSON.stringify(faults, null, 2)}\n`);
  else {
    const lines = [
      ...faults.map((fault) => faultLine(fault, lang)),
      summaryOf(faults, target.directories.length, lang),
    ];
    io.stdout.write(`${lines.join('\n')}\n`);
  }
  return hasErrors(faults) ? 1 : 0;
}
