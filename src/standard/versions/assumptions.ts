/** What the definitions of a government assume, and whether somebody has compared it with its source since. */
import { createHash, randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Words } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { ClosedDay, WorkingCalendarFile } from '../../working-time/index.ts';
import type { DefinitionKind } from '../reading/definitions.ts';
import type { Catalogue } from './catalogue.ts';

/** One thing that a definition takes for granted. */
export interface Assumption {
  readonly kind: DefinitionKind;
  readonly name: string;
  /** Version in which it stands now. */
  readonly n: number;
  /** What it is about: keys of the file with dots between; `closed.2027` for the holidays of a year. */
  readonly at: string;
  readonly text: Words;
  /** Names this very text in hexadecimal: with other words it is another assumption, to be confirmed anew. */
  readonly sha256: string;
}

/** What somebody found when comparing an assumption with its source. */
export interface Verdict {
  readonly sha256: string;
  readonly verdict: 'confirmed' | 'reopened';
  /** What it was compared with, or why it is open again. */
  readonly basis: string;
  readonly official: string;
  readonly at: Temporal.Instant;
}

type Place = Pick<Assumption, 'kind' | 'name' | 'n'>;

function assumption(place: Place, at: string, text: Words): Assumption {
  const said = JSON.stringify([place.kind, place.name, at, text.id, text.en]);
  return { ...place, at, text, sha256: createHash('sha256').update(said).digest('hex') };
}

/** Everything that the definitions in force assume: government, organisation, calendar, then services by title. */
export function assumptionsOf(catalogue: Catalogue, government: string): readonly Assumption[] {
  const written = [
    catalogue.version(government, 'government', 'government'),
    catalogue.version(government, 'organisation', 'organisation'),
  ].flatMap((version) => assumptionsIn(version, version.value.assumptions));
  const services = catalogue
    .services(government)
    .flatMap((version) => assumptionsIn(version, version.value.assumptions));
  const calendar = catalogue.version(government, 'calendar', 'calendar');
  const years = unconfirmedYears(calendar.value).map((year) =>
    holidayAssumption(calendar, calendar.value, year),
  );
  return [...written, ...years, ...services];
}

const assumptionsIn = (
  { kind, name, n }: Place,
  written: readonly { readonly at: string; readonly text: Words }[],
): readonly Assumption[] => written.map(({ at, text }) => assumption({ kind, name, n }, at, text));

/** Dates begin with their year. */
const yearOf = ({ date }: ClosedDay): string => date.slice(0, 4);

const unconfirmedYears = ({ closed }: WorkingCalendarFile): readonly string[] => [
  ...new Set(closed.filter(({ confirmed }) => !confirmed).map(yearOf)),
];

/** The days of a year that nobody has compared with their decree: one decree names them all, so one look confirms them. */
function holidayAssumption(place: Place, { closed }: WorkingCalendarFile, year: string): Assumption {
  const days = closed.filter((day) => !day.confirmed && yearOf(day) === year);
  const list = days.map(({ date, name }) => `${date.slice(8)}-${date.slice(5, 7)} ${name}`).join('; ');
  return assumption({ kind: place.kind, name: place.name, n: place.n }, `closed.${year}`, {
    id: `${days.length} hari libur tahun ${year} belum dicocokkan dengan keputusannya: ${list}.`,
    en: `${days.length} holidays of ${year} are not yet compared with their decree: ${list}.`,
  });
}

/** The newest verdict on each text ever judged in this government, by the text's hash. */
export async function newestVerdicts(tx: Tx, government: string): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = await listVerdicts(tx, government);
  // Oldest first, so the newest stays.
  return new Map(verdicts.map((verdict) => [verdict.sha256, verdict]));
}

/** All verdicts of a government, oldest first; of one text only with `sha256`. */
export async function listVerdicts(tx: Tx, government: string, sha256?: string): Promise<readonly Verdict[]> {
  const rows = await tx
    .selectFrom('confirmation')
    .select(['sha256', 'verdict', 'basis', 'official', 'judged_at'])
    .where('government', '=', government)
    .$if(sha256 !== undefined, (query) => query.where('sha256', '=', Buffer.from(sha256 ?? '', 'hex')))
    .orderBy('judged_at')
    .orderBy('id')
    .execute();
  return rows.map(({ sha256: hash, judged_at: at, ...row }) => ({
    ...row,
    at,
    sha256: hash.toString('hex'),
  }));
}

/** Nobody else judges in this government until the transaction ends: the newest verdict stays the newest. */
export async function lockVerdicts(tx: Tx, government: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`verdicts/${government}`}))`.execute(tx);
}

/** Writes down a verdict; earlier ones stay. */
export async function addVerdict(
  tx: Tx,
  government: string,
  { kind, name, at: path }: Assumption,
  verdict: Verdict,
): Promise<void> {
  await tx
    .insertInto('confirmation')
    .values({
      government,
      id: randomUUIDv7(),
      kind,
      name,
      at_path: path,
      sha256: Buffer.from(verdict.sha256, 'hex'),
      verdict: verdict.verdict,
      basis: verdict.basis,
      official: verdict.official,
      judged_at: verdict.at,
    })
    .execute();
}

/** Whether an assumption still waits for somebody to look. */
export const isOpen = (
  { sha256 }: Pick<Assumption, 'sha256'>,
  verdicts: ReadonlyMap<string, Verdict>,
): boolean => verdicts.get(sha256)?.verdict !== 'confirmed';
