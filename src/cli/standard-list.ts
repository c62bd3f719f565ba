import { parseArgs } from 'node:util';
import { databaseSource } from '../standard/index.ts';
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
  io.stdout.write(values.json ? `${JSON.stringify(versions.map(summaryOf), null, 2)}\n` : tableOf(versions));
  return 0;
}

const nameOf = ({ government, kind, name }: StoredDefinition): string => `${government}/${kind}/${name}`;

const summaryOf = ({ text, ...rest }: StoredDefinition): object => ({
  ...rest,
  bytes: Buffer.byteLength(text),
});

function tableOf(versions: readonly StoredDefinition[]): string {
  return versions
    .map((version) => {
      const { n, validFrom, publishedAt, publishedBy, sha256 } = version;
      const minute = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'minute' });
      return `${nameOf(version)} v${n}  ${minute(validFrom)}  ${minute(publishedAt)}  ${publishedBy}  ${sha256.slice(0, 12)}\n`;
    })
    .join('');
}
