/**
 * Settings of the embedded server, for a small machine that holds records of law. Everything not named here
 * keeps PostgreSQL's default; fsync, full_page_writes and synchronous_commit are named so that nobody doubts.
 */
const base = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
  max_connections: '60',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '56MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  autovacuum_work_mem: '16MB',
  max_wal_size: '512MB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // Statements and the detail of errors carry values, and values are personal data (UU 27/2022).
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
} as const;

/** The text of postgresql.conf. */
export function serverConfiguration(sockets: string): string {
  const settings = { ...base, unix_socket_directories: sockets };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`);
  return `# Written at every start of Pendopo; changes here are lost.\n${lines.join('\n')}\n`;
}

/**
 * The texts of pg_hba.conf and pg_ident.conf: only over the Unix socket, and only for the given users of this
 * machine, told by the kernel (`peer`). So there is no password that could be stolen or lost.
 */
export function accessRules(users: readonly string[]): { readonly hba: string; readonly ident: string } {
  const ident = users.map((user) => `pendopo "${user.replaceAll('"', '""')}" all`);
  return { hba: 'local all all peer map=pendopo\n', ident: `${ident.join('\n')}\n` };
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
