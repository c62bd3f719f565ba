import type { ClientBase } from 'pg';

import { Fault } from '../../ground/index.ts';
import { errorCode } from '../durable.ts';

/** The oldest PostgreSQL the migrations run on. */
const oldestMajor = 15;

interface Session {
  readonly effective: string;
  readonly login: string;
  readonly unbound: boolean;
}

/** Throws `database-too-old` below PostgreSQL 15. */
export async function checkVersion(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major >= oldestMajor) return;
  throw new Fault('unavailable', 'database-too-old', {
    id: `Server PostgreSQL ini versi ${major}; diperlukan versi ${oldestMajor} atau lebih baru.`,
    en: `This PostgreSQL server is version ${major}; version ${oldestMajor} or newer is needed.`,
  });
}

/**
 * Throws `database-role-unsafe` when the session is not in the expected role or that role is not bound by
 * row-level security: every rule about who sees what would silently not apply.
 */
export async function checkServer(client: ClientBase, role: string): Promise<void> {
  await checkVersion(client);
  const { rows } = await client.query<Session>(
    `select current_user as effective, session_user as login, r.rolsuper or r.rolbypassrls as unbound
       from pg_roles r where r.rolname = current_user`,
  );
  const session = rows[0];
  if (session?.effective === role && !session.unbound) return;
  throw new Fault('unavailable', 'database-role-unsafe', {
    id: `Sambungan basis data memakai peran ${session?.effective ?? '?'}, yang melewati batas antarpemerintah. Cabut SUPERUSER dan BYPASSRLS dari peran ${role}.`,
    en: `The database session has the role ${session?.effective ?? '?'}, which row-level security does not bind. Take SUPERUSER and BYPASSRLS from the role ${role}.`,
  });
}

/** What PostgreSQL says to a login that asks for a role which is not its own, or which is not there. */
const roleCodes: ReadonlySet<string | undefined> = new Set(['42501', '22023']);

/** The error itself, or `database-role-missing` when the connection was refused because of its role. */
export function roleFaultOr(error: unknown, role: string): unknown {
  if (!roleCodes.has(errorCode(error))) return error;
  const fault = new Fault('unavailable', 'database-role-missing', {
    id: `Login basis data tidak boleh bertindak sebagai ${role}. Jalankan migrasi, atau minta administrator basis data memberikan peran itu.`,
    en: `The database login may not act as ${role}. Run the migrations, or ask the database administrator to grant that role.`,
  });
  fault.cause = error;
  return fault;
}
