/** A real OpenLDAP server with one place for accounts. */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { programAt } from '../needs.ts';
import { freePort, runCommand, startServer } from './process.ts';
import type { Server } from './process.ts';

export const base = 'ou=surat,dc=klungkungkab,dc=go,dc=id';
const root = 'dc=klungkungkab,dc=go,dc=id';
export const admin = `cn=admin,${root}`;

export interface DirectoryServer extends Server {
  readonly port: number;
  readonly password: string;
  /** Every entry below the place of accounts, with all attributes. */
  list(): Promise<string>;
  /** Takes LDIF as the administrator. */
  change(ldif: string): Promise<void>;
  /** Whether this user is let in with this password. */
  letsIn(dn: string, password: string): Promise<boolean>;
}

const entries = `dn: ${root}
objectClass: dcObject
objectClass: organization
dc: klungkungkab
o: Klungkung

dn: ${base}
objectClass: organizationalUnit
ou: surat

dn: uid=warga,${base}
objectClass: inetOrgPerson
uid: warga
cn: Akun lama
sn: lama
mail: warga@klungkungkab.go.id
`;

/** With `tls` it also takes StartTLS, by this certificate and key. */
export async function startSlapd(
  folder: string,
  tls?: { readonly certificate: string; readonly key: string },
): Promise<DirectoryServer> {
  const [port, password] = [await freePort(), randomUUID()];
  const data = join(folder, 'slapd-data');
  await mkdir(data);
  const conf = join(folder, 'slapd.conf');
  const hash = await runCommand('slappasswd', ['-n', '-s', password]);
  await writeFile(
    conf,
    `modulepath /usr/lib/ldap
moduleload back_mdb
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
pidfile ${join(folder, 'slapd.pid')}
${tls === undefined ? '' : `TLSCertificateFile ${tls.certificate}\nTLSCertificateKeyFile ${tls.key}\n`}
database mdb
maxsize 16777216
suffix "${root}"
rootdn "${admin}"
rootpw ${hash}
directory ${data}
access to attrs=userPassword by anonymous auth by * none
access to * by anonymous auth by users read
`,
    { mode: 0o600 },
  );
  const server = await startServer(
    programAt('slapd'),
    ['-d', '0', '-f', conf, '-h', `ldap://127.0.0.1:${port}`],
    { port },
  );
  const reach = ['-x', '-H', `ldap://127.0.0.1:${port}`, '-D', admin, '-w', password];
  const change = async (ldif: string): Promise<void> => {
    const file = join(folder, 'change.ldif');
    await writeFile(file, ldif);
    await runCommand('ldapmodify', [...reach, '-a', '-f', file]);
  };
  await change(entries);
  const list = (): Promise<string> =>
    runCommand('ldapsearch', [...reach, '-LLL', '-o', 'ldif-wrap=no', '-b', base]);
  const letsIn = (dn: string, secret: string): Promise<boolean> =>
    runCommand('ldapwhoami', [...reach.slice(0, 3), '-D', dn, '-w', secret]).then(
      () => true,
      () => false,
    );
  return { ...server, port, password, list, change, letsIn };
}
