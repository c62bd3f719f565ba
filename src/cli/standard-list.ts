import { parseArgs } from 'node:util';
import { databaseSource, readDefinition } from '../standard/index.ts';
import type { StoredDefinition } from '../standard/index.ts';
import { withDatabase } from './database.ts';
import type { CommandIo } from './io.ts';

const OPTIONS = { lang: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

/** `pendopo standard list [GOVERNMENT]`: every version with its validity, publisher and hash. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [government] = positionals;
  const all = await withDatabase(io, 'pendopo_app', (database) => databaseSource(database).load([]));
  const versions = all
    .filter((version) => government === undefined || version.government === government)
    .toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)) || left.n - right.n);
  io.stdout.write(
    values.json ? `${JSON.stringify(versions.map(summaryOf), null, 2)}\n` : tableOf(versions, zonesOf(all)),
  );
  return 0;
}

const nameOf = ({ government, kind, name }: StoredDefinition): string => `${government}/${kind}/${name}`;

const summaryOf = ({ text, ...rest }: StoredDefinition): object => ({
  ...rest,
  bytes: Buffer.byteLength(text),
});

/** The time zone of each government, by its newest calendar: "in force since" is a day on its wall, not in Greenwich. */
function zonesOf(all: readonly StoredDefinition[]): ReadonlyMap<string, string> {
  const calendars = all.filter(({ kind }) => kind === 'calendar').toSorted((left, right) => left.n - right.n);
  return new Map(
    calendars.flatMap(({ government, name, text }) => {
      const reading = readDefinition('calendar', { path: name, text });
      return reading.ok ? [[government, reading.definition.value.timeZone] as const] : [];
    }),
  );
}

function tableOf(versions: readonly StoredDefinition[], zones: ReadonlyMap<string, string>): string {
  return versions
    .map((version) => {
      const { government, n, validFrom, publishedAt, publishedBy, sha256 } = version;
      const minute = (instant: Temporal.Instant): string =>
        instant.toString({ smallestUnit: 'minute', timeZone: zones.get(government) ?? 'UTC' });
      return `${nameOf(version)} v${n}  ${minute(validFrom)}  ${minute(publishedAt)}  ${publishedBy}  ${sha256.slice(0, 12)}\n`;
    })
    .join('');
}
