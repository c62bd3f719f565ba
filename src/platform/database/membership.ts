import { escapeIdentifier, type ClientBase } from 'pg';

import { Fault } from '../../ground/index.ts';
import type { DatabaseRole } from './database.ts';

/**
 * Lets the login of an address act as the role, unless it may already. Throws `database-membership-missing`
 * with the statement for the database's administrator when the owner has no right to grant it.
 */
export async function grantMembership(client: ClientBase, role: DatabaseRole, url: string): Promise<void> {
  const login = decodeURIComponent(new URL(url).username);
  if (login === '' || (await mayActAs(client, login, role))) return;
  const statement = `grant ${escapeIdentifier(role)} to ${escapeIdentifier(login)}`;
  try {
    await client.query(statement);
  } catch (error) {
    throw Object.assign(missing(statement), { cause: error });
  }
}

async function mayActAs(client: ClientBase, login: string, role: string): Promise<boolean> {
  // PostgreSQL 16 tells acting as a role (set_option) from administering it; 15 has no such column.
  const { rowCount } = await client.query(
    `select from pg_roles login
      where login.rolname = $1
        and (login.rolsuper or exists (
          select from pg_auth_members m
           where m.member = login.oid and m.roleid = to_regrole($2)
             and coalesce((to_jsonb(m) ->> 'set_option')::boolean, true)))`,
    [login, role],
  );
  return rowCount === 1;
}

function missing(statement: string): Fault {
  return new Fault('unavailable', 'database-membership-missing', {
    id: `Login portal belum menjadi anggota peran basis data. Minta administrator basis data menjalankan: ${statement};`,
    en: `The login of the portal is not a member of its database role. Ask the database administrator to run: ${statement};`,
  });
}
