import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Fault } from '../../ground/index.ts';
import type { Clock } from '../../ground/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import { checkGovernment, checkTogether, hasErrors } from '../checking/check.ts';
import { governmentDirectories, governmentFiles } from '../reading/directory.ts';
import { readDefinition, readDefinitions } from '../reading/definitions.ts';
import type {
  Definition,
  DefinitionFile,
  DefinitionKind,
  GovernmentDefinitions,
} from '../reading/definitions.ts';
import type { DefinitionFault, Remark } from '../reading/fault.ts';
import { fileNameOf, filesOf } from './files.ts';
import { insertVersion, newestVersions } from './storage.ts';
import type { StoredDefinition } from './version.ts';

/** What an act of publishing came to. With an error among `faults` nothing was published. */
export interface Publication {
  readonly government: string | null;
  readonly published: readonly { readonly kind: DefinitionKind; readonly name: string; readonly n: number }[];
  readonly faults: readonly DefinitionFault[];
}

/** Who publishes, and the clock that says from when. */
export interface Publishing {
  /** As it is shown beside the version: an official's id, or the command line. */
  readonly by: string;
  readonly clock: Clock;
}

export interface EditPublishing extends Publishing {
  /** What is written in the same transaction as the new version. */
  readonly alongside?: (tx: Tx, n: number, kind: DefinitionKind) => Promise<void>;
}

type Readable = Pick<GovernmentDefinitions, 'services' | 'faults'> & {
  readonly government: Definition<'government'>;
  readonly organisation: Definition<'organisation'>;
  readonly calendar: Definition<'calendar'>;
};

function isReadable(definitions: GovernmentDefinitions): definitions is GovernmentDefinitions & Readable {
  return (
    definitions.government !== null && definitions.organisation !== null && definitions.calendar !== null
  );
}

/** An edited text of one definition, which must not overwrite what somebody else published meanwhile. */
export interface EditedText extends Pick<StoredDefinition, 'kind' | 'name' | 'text'> {
  /** The version that was edited. Another one on top of it: fault `definition-newer`, and nothing is published. */
  readonly base?: number;
}

/**
 * Checks the definitions of one government and publishes those whose text differs from the newest version, all in
 * one transaction. Publishing the same texts again changes nothing. Faults come back as a value.
 */
export async function publishDefinitions(
  database: Database,
  definitions: GovernmentDefinitions,
  publishing: Publishing,
): Promise<Publication> {
  if (!isReadable(definitions)) return unreadable(definitions);
  const government = definitions.government.value.id;
  return database.transaction({ government }, async (tx) => {
    await waitForOthers(tx, government);
    return checkAndPublish(tx, definitions, allOf(definitions), publishing);
  });
}

const unreadable = ({ faults }: GovernmentDefinitions): Publication => ({
  government: null,
  published: [],
  faults,
});

/** One publication of a government at a time: what is checked together is still the newest when it is written. */
const waitForOthers = (tx: Tx, government: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext(${`definitions/${government}`}))`.execute(tx);

/** A definition to be published where its text differs from the newest version. */
type Wanted = Definition & Pick<EditedText, 'base'>;

async function checkAndPublish(
  tx: Tx,
  definitions: Readable,
  wanted: readonly Wanted[],
  publishing: EditPublishing,
): Promise<Publication> {
  const government = definitions.government.value.id;
  const today = publishing.clock.now().toZonedDateTimeISO(definitions.calendar.value.timeZone).toPlainDate();
  const faults = [
    ...checkGovernment(definitions, today),
    ...(await faultsWithOthers(tx, definitions.government)),
  ];
  if (hasErrors(faults)) return { government, published: [], faults };
  return { government, published: await publishChanged(tx, definitions, wanted, publishing), faults };
}

/** A new government must not take the prefix of request numbers of one that is published already. */
async function faultsWithOthers(tx: Tx, government: Definition<'government'>): Promise<DefinitionFault[]> {
  const others = (await newestVersions(tx, null)).flatMap(({ government: id, kind, text }) => {
    if (kind !== 'government' || id === government.value.id) return [];
    const reading = readDefinition('government', { path: `${id}/government.yaml`, text });
    return reading.ok ? [alone(reading.definition)] : [];
  });
  return checkTogether([...others, alone(government)]).filter(({ file }) => file === government.file);
}

const alone = (government: Definition<'government'>): GovernmentDefinitions => ({
  government,
  organisation: null,
  calendar: null,
  services: [],
  faults: [],
});

async function publishChanged(
  tx: Tx,
  definitions: Readable,
  wanted: readonly Wanted[],
  { by, clock, alongside }: EditPublishing,
): Promise<Publication['published']> {
  const government = definitions.government.value.id;
  const newest = await newestVersions(tx, government);
  const published: { kind: DefinitionKind; name: string; n: number }[] = [];
  for (const definition of wanted) {
    const { kind, name, text, base } = definition;
    const sha256 = createHash('sha256').update(text).digest('hex');
    const last = newest.find((version) => version.kind === kind && version.name === name);
    if (last?.sha256 === sha256) continue;
    const validFrom = validFromOf(definition, definitions, last, clock.now());
    const n = await insertVersion(tx, { government, kind, name, validFrom, sha256, text, publishedBy: by });
    if (base !== undefined && n !== base + 1) throw newerThan(base);
    await alongside?.(tx, n, kind);
    published.push({ kind, name, n });
  }
  return published;
}

const newerThan = (base: number): Fault =>
  new Fault('conflict', 'definition-newer', {
    id: `Orang lain menerbitkan versi baru sejak versi ${base} yang Anda ubah. Lihat perubahannya, lalu susun lagi di atasnya.`,
    en: `Somebody else published a newer version since version ${base}, which you changed. See what changed, then change that one.`,
  });

const allOf = ({ government, organisation, calendar, services }: Readable): Definition[] => [
  government,
  organisation,
  calendar,
  ...services,
];

/**
 * A first version is in force from the date in its file (a calendar and the like: from the first of its services),
 * since the standard was in force before it was entered here. A later one never reaches back behind its publication:
 * what was decided under the version before stays as it was.
 */
function validFromOf(
  definition: Definition,
  { calendar, services }: Readable,
  last: StoredDefinition | undefined,
  now: Temporal.Instant,
): Temporal.Instant {
  const dates = services
    .filter(({ name }) => definition.kind !== 'service' || definition.name === name)
    .map(({ value }) => Temporal.PlainDate.from(value.validFrom))
    .sort((left, right) => Temporal.PlainDate.compare(left, right));
  const written = dates[0]?.toZonedDateTime(calendar.value.timeZone).toInstant() ?? now;
  if (last === undefined) return written;
  const later = definition.kind === 'service' && Temporal.Instant.compare(written, now) > 0;
  return later ? written : now;
}

/** Reads, checks and publishes the directory of one government. */
export async function publishDirectory(
  database: Database,
  directory: string,
  publishing: Publishing,
): Promise<Publication> {
  return publishDefinitions(database, readDefinitions(await governmentFiles(directory)), publishing);
}

/**
 * At the start of the program: publishes the governments below `root` that have nothing published yet. Of all
 * others the database is the source; a restart never overwrites what was edited at the desk.
 */
export async function publishNewGovernments(
  database: Database,
  root: string,
  publishing: Publishing,
): Promise<Publication[]> {
  const known = new Set(
    (await database.withoutGovernment((tx) => newestVersions(tx, null))).map(({ government }) => government),
  );
  const publications: Publication[] = [];
  for (const directory of await governmentDirectories(root)) {
    const files = await governmentFiles(directory);
    if (known.has(idIn(files))) continue;
    publications.push(await publishDefinitions(database, readDefinitions(files), publishing));
  }
  return publications;
}

/** The government's id without reading its services, so that a later start stays quick. */
function idIn(files: readonly DefinitionFile[]): string {
  const file = files.find(({ path }) => /government\.ya?ml$/.test(path));
  const reading = file && readDefinition('government', file);
  return reading?.ok ? reading.definition.value.id : '';
}

/** What checking an edited definition found: it, when it could be published, and every fault and warning about it. */
export interface EditedCheck<K extends DefinitionKind> {
  readonly definition: Definition<K> | null;
  readonly faults: readonly DefinitionFault[];
}

/**
 * Checks an edited definition together with all that is published of its government, and publishes nothing. It must
 * keep its name: under another one it would be another definition.
 */
export async function checkEdited<K extends DefinitionKind>(
  database: Database,
  government: string,
  edited: Pick<StoredDefinition, 'name' | 'text'> & { readonly kind: K },
  clock: Clock,
): Promise<EditedCheck<K>> {
  const newest = await database.withoutGovernment((tx) => newestVersions(tx, government));
  const definitions = readDefinitions(filesOf(newest, [edited]));
  const file = fileNameOf(edited.kind, edited.name);
  const zone = definitions.calendar?.value.timeZone ?? 'Asia/Jakarta';
  const today = clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const faults = checkGovernment(definitions, today);
  const reading = readDefinition(edited.kind, { path: file, text: edited.text });
  if (!reading.ok) return { definition: null, faults };
  const { definition } = reading;
  const renamed = definition.name === edited.name ? [] : [definition.faultAt(nameMustStay)];
  const all = [...renamed, ...faults.filter((fault) => fault.file === file || fault.severity === 'error')];
  return { definition: hasErrors(all) ? null : definition, faults: all };
}

const nameMustStay: Remark = {
  at: ['id'],
  severity: 'error',
  words: {
    id: 'Naskah ini untuk layanan lain; nilai "id" harus tetap.',
    en: 'This text is for another service; its "id" must stay.',
  },
};

/** Publishes one edited definition of a government: the desk's way, the same act as publishing a directory. */
export async function publishEdited(
  database: Database,
  government: string,
  edited: EditedText,
  publishing: EditPublishing,
): Promise<Publication> {
  return publishTogether(database, government, [edited], publishing);
}

/**
 * The same for several that need each other, such as a new service and the posts that make its steps. All others of the
 * government are only read beside them, when nobody else is publishing.
 */
export async function publishTogether(
  database: Database,
  government: string,
  edited: readonly EditedText[],
  publishing: EditPublishing,
): Promise<Publication> {
  return database.transaction({ government }, async (tx) => {
    await waitForOthers(tx, government);
    const definitions = readDefinitions(filesOf(await newestVersions(tx, government), edited));
    if (!isReadable(definitions)) return unreadable(definitions);
    return checkAndPublish(tx, definitions, wantedOf(definitions, edited), publishing);
  });
}

const wantedOf = (definitions: Readable, edited: readonly EditedText[]): readonly Wanted[] =>
  allOf(definitions).flatMap((definition) => {
    const edit = edited.find(({ kind, name }) => kind === definition.kind && name === definition.name);
    return edit ? [{ ...definition, base: edit.base }] : [];
  });

/** What the check says of several edited definitions together with all that is published; publishes nothing. */
export async function checkTogetherEdited(
  database: Database,
  government: string,
  edited: readonly EditedText[],
  clock: Clock,
): Promise<readonly DefinitionFault[]> {
  const newest = await database.withoutGovernment((tx) => newestVersions(tx, government));
  const definitions = readDefinitions(filesOf(newest, edited));
  const zone = definitions.calendar?.value.timeZone ?? 'Asia/Jakarta';
  const files = new Set(edited.map(({ kind, name }) => fileNameOf(kind, name)));
  const faults = checkGovernment(definitions, clock.now().toZonedDateTimeISO(zone).toPlainDate());
  return faults.filter(({ file, severity }) => files.has(file) || severity === 'error');
}
