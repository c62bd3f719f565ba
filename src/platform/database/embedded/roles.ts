import { Client, escapeIdentifier } from 'pg';

/** Name of the database that holds everything. */
export const databaseName = 'pendopo';

/** The logins of the embedded server: the owner migrates, the others become members of their group role there. */
export const logins = { owner: 'pendopo_owner', app: 'pendopo_web', worker: 'pendopo_jobs' } as const;

/** An address over the Unix socket in `sockets`, as pg understands it. */
export function socketUrl(sockets: string, login: string, database: string = databaseName): string {
  return `postgresql://${login}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}

/** Makes logins and database where they are missing: at the first start, or when it was interrupted. */
export async function ensureRoles(sockets: string): Promise<void> {
  const client = new Client({ connectionString: socketUrl(sockets, 'postgres', 'postgres') });
  await client.connect();
  try {
    for (const [kind, name] of Object.entries(logins)) {
      const right = kind === 'owner' ? 'createrole' : 'nocreaterole';
      await unless(
        client,
        'select from pg_roles where rolname = $1',
        name,
        `create role ${escapeIdentifier(name)} login ${right}`,
      );
    }
    const database = `create database ${escapeIdentifier(databaseName)} owner ${escapeIdentifier(logins.owner)}`;
    await unless(client, 'select from pg_database where datname = $1', databaseName, database);
  } finally {
    await client.end();
  }
}

async function unless(client: Client, exists: string, name: string, statement: string): Promise<void> {
  const { rowCount } = await client.query(exists, [name]);
  if (rowCount === 0) await client.query(statement);
}
