import { access } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault } from '../ground/index.ts';
import { filesOf, governmentFiles, newestVersions, readDefinitions } from '../standard/index.ts';
import type { DefinitionFile, Government, Organisation, Service } from '../standard/index.ts';
import { faultLine } from './check.ts';
import type { CommandIo } from './io.ts';

/** The standards that an argument names, with what is printed beside them. */
export interface StandardSource {
  readonly government: Government;
  readonly organisation: Organisation;
  /** By title, as the catalogue shows them; one where one was named. */
  readonly services: readonly Service[];
  /** Whether one service was named, and not all of a government. */
  readonly isOne: boolean;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Where an argument leads: files of a government, and the service among them that was named. */
interface Found {
  readonly files: readonly DefinitionFile[];
  readonly service: { readonly id: string } | { readonly file: string } | null;
}

async function inDirectory(path: string): Promise<Found | null> {
  if (await exists(join(path, 'government.yaml'))) {
    return { files: await governmentFiles(path), service: null };
  }
  const home = basename(dirname(path)) === 'services' ? dirname(dirname(path)) : dirname(path);
  if (!/\.ya?ml$/.test(path) || !(await exists(path)) || !(await exists(join(home, 'government.yaml')))) {
    return null;
  }
  return { files: await governmentFiles(home), service: { file: resolve(path) } };
}

/** `GOVERNMENT` or `GOVERNMENT/SERVICE`: the newest versions that were published. */
async function published(name: string, io: CommandIo): Promise<Found | null> {
  const [government = '', id] = name.split('/');
  const { withDatabase } = await import('./database.ts');
  const newest = await withDatabase(io, 'pendopo_app', (database) =>
    database.withoutGovernment((tx) => newestVersions(tx, government)),
  );
  return newest.length === 0 ? null : { files: filesOf(newest), service: id === undefined ? null : { id } };
}

const unknown = (argument: string): Fault =>
  new Fault('not-found', 'standard-unknown', {
    id: `${argument}: bukan berkas layanan, bukan direktori pemerintah daerah, dan tidak ada yang diterbitkan dengan nama itu.`,
    en: `${argument}: no file of a service, no directory of a government, and nothing of that name is published.`,
  });

function unreadable(
  io: CommandIo,
  argument: string,
  faults: readonly Parameters<typeof faultLine>[0][],
): Fault {
  for (const fault of faults) io.stderr.write(`${faultLine(fault, 'id')}\n`);
  return new Fault('invalid', 'standard-unreadable', {
    id: `${argument} tidak terbaca seluruhnya. Jalankan: pendopo check ${argument}`,
    en: `Not all of ${argument} can be read. Run: pendopo check ${argument}`,
  });
}

/**
 * The standards of a directory, a file in one, or what is published under `GOVERNMENT[/SERVICE]`. Faults:
 * `standard-unknown`, and `standard-unreadable` after its faults were written to standard error.
 */
export async function standardSource(argument: string, io: CommandIo): Promise<StandardSource> {
  const isName = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(argument);
  const found = (await inDirectory(argument)) ?? (isName ? await published(argument, io) : null);
  if (!found) throw unknown(argument);
  const { government, organisation, services, faults } = readDefinitions(found.files);
  if (!government || !organisation || faults.length > 0) throw unreadable(io, argument, faults);
  const { service } = found;
  const wanted = services.filter(
    ({ file, name }) =>
      service === null || ('id' in service ? name === service.id : resolve(file) === service.file),
  );
  if (wanted.length === 0) throw unknown(argument);
  return {
    government: government.value,
    organisation: organisation.value,
    services: wanted
      .map(({ value }) => value)
      .sort((left, right) => left.title.id.localeCompare(right.title.id, 'id')),
    isOne: service !== null,
  };
}
