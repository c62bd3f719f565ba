/** What `tables/` says of the rows is what the migrations made of them. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseSync } from 'oxc-parser';
import { Client } from 'pg';
import { createTestDatabase } from '../../../test/support/database.ts';

/** Members of an interface or of a type written in place: name, and its type as it stands there. */
interface Member {
  readonly key: { readonly name: string };
  readonly typeAnnotation: { readonly typeAnnotation: Type };
}
interface Type {
  readonly start: number;
  readonly end: number;
  readonly members?: readonly Member[];
}
interface Interface {
  readonly type: string;
  readonly body: { readonly body: readonly Member[] };
}

/** `table.column`, with `?` behind it where the column may be null. */
function columnsIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const { body } = parseSync(file, text).program;
  const declared = body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'TSInterfaceDeclaration'
      ? [node.declaration as unknown as Interface]
      : [],
  );
  const tables = declared.flatMap((one) => one.body.body);
  return tables.flatMap(({ key: table, typeAnnotation }) =>
    (typeAnnotation.typeAnnotation.members ?? []).map(
      ({ key: column, typeAnnotation: { typeAnnotation: type } }) => {
        const mayBeNull = /\|\s*null\b/.test(text.slice(type.start, type.end));
        return `${table.name}.${column.name}${mayBeNull ? '?' : ''}`;
      },
    ),
  );
}

test('every row type has the columns of its table, and null where one may be', async (t) => {
  const database = await createTestDatabase('tables');
  const owner = new Client({ connectionString: database.ownerUrl });
  t.after(async () => {
    await owner.end();
    await database.drop();
  });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    `select c.table_name || '.' || c.column_name || case c.is_nullable when 'YES' then '?' else '' end as name
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'pendopo' and t.table_type = 'BASE TABLE'`,
  );
  const declared = globSync(join(import.meta.dirname, 'tables/*.ts')).flatMap(columnsIn);
  const tableOf = (column: string): string => column.split('.')[0] ?? '';
  // Some tables are reached by functions of the database or by plain SQL only, and have no row type.
  const known = new Set(declared.map(tableOf));
  const there = rows.map(({ name }) => name).filter((column) => known.has(tableOf(column)));
  assert.ok(known.size > 30);
  assert.deepEqual(declared.toSorted(), there.toSorted());
});
