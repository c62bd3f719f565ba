/** What a machine must have for a real counterpart, and how a test says that it is missing. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Programs of the packages in debian-packages.txt. */
export const packageOf = {
  certutil: 'libnss3-tools',
  crlutil: 'libnss3-tools',
  named: 'bind9',
  nsupdate: 'bind9-dnsutils',
  'named-checkzone': 'bind9-utils',
  dovecot: 'dovecot-imapd',
  knotd: 'knot',
  ldapsearch: 'ldap-utils',
  nginx: 'nginx',
  openssl: 'openssl',
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdns_server: 'pdns-server',
  pdnsutil: 'pdns-server',
  postfix: 'postfix',
  qpdf: 'qpdf',
  slapd: 'slapd',
} as const;

export type Program = keyof typeof packageOf;

/** `.ci/run` sets it, after it has installed everything: then nothing may be skipped. */
const mustRunAll = process.env['PENDOPO_TEST_ALL'] === '1';

/** Servers stand where only an administrator's path leads. */
const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];

/** Where a program is; null: this machine does not have it. */
export function findProgram(name: string): string | null {
  return folders.map((folder) => join(folder, name)).find(isRunnable) ?? null;
}

/** Fails a test that was let in without its needs. */
export function programAt(name: Program): string {
  const found = findProgram(name);
  if (found === null) throw new Error(`needs the package ${packageOf[name]}`);
  return found;
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Why tests with these needs cannot run here; null: they can. */
export function missing(programs: readonly Program[], asRoot = false): string | null {
  const packages = new Set(
    programs.filter((name) => findProgram(name) === null).map((name) => packageOf[name]),
  );
  if (packages.size > 0) return `needs ${[...packages].join(', ')}`;
  return asRoot && process.getuid?.() !== 0 ? 'needs to be root' : null;
}

/** A group of tests that says in its name why it is skipped; where everything must run, what is missing is a failure. */
export function describeWith(
  name: string,
  needs: { readonly programs: readonly Program[]; readonly asRoot?: boolean },
  tests: () => void,
): void {
  const why = missing(needs.programs, needs.asRoot);
  if (why === null) {
    describe(name, tests);
  } else if (mustRunAll && !why.includes('root')) {
    test(`${name}: ${why}`, () => {
      throw new Error(`${why}, and PENDOPO_TEST_ALL says that nothing may be skipped`);
    });
  } else {
    test(`${name} (skipped: ${why})`, { skip: why }, () => {});
  }
}

/** What has to be installed for all of this. */
export function debianPackages(): readonly string[] {
  const file = fileURLToPath(new URL('debian-packages.txt', import.meta.url));
  return readFileSync(file, 'utf8').trim().split('\n');
}
