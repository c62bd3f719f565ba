/** A real Postfix that takes mail for one domain and puts it where Dovecot shows it. Wants to be started by root. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { programAt } from '../needs.ts';
import { mailOwner } from './dovecot.ts';
import { freePort, runCommand, startServer } from './process.ts';
import type { Server } from './process.ts';

export interface MailReceiver extends Server {
  readonly port: number;
  /** What `postfix reload` does, which an administrator has done whenever the map changes. */
  reload(): void;
}

const services = (port: number): string => `127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;

export async function startPostfix(
  folder: string,
  { domain, map, mailRoot }: { domain: string; map: string; mailRoot: string },
): Promise<MailReceiver> {
  const port = await freePort();
  const { uid, gid } = mailOwner();
  const conf = join(folder, 'postfix');
  for (const name of ['postfix', 'queue', 'data']) await mkdir(join(folder, name));
  await chmod(conf, 0o755);
  await runCommand('chown', ['postfix', join(folder, 'data')]);
  await writeFile(join(conf, 'master.cf'), services(port));
  await writeFile(
    join(conf, 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/mail.log
maillog_file_prefixes = ${folder}
myhostname = mail.${domain}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
alias_maps =
local_recipient_maps =
smtpd_relay_restrictions = reject_unauth_destination
virtual_mailbox_domains = ${domain}
virtual_mailbox_base = ${mailRoot}
virtual_mailbox_maps = texthash:${map}
virtual_minimum_uid = 1
virtual_uid_maps = static:${uid}
virtual_gid_maps = static:${gid}
`,
  );
  // The tool makes the queue's directories; the server is then started as a child of ours, and ends with us.
  await runCommand(programAt('postfix'), ['-c', conf, 'check']);
  const master = join(
    (await runCommand('postconf', ['-c', conf, '-h', 'daemon_directory'])).trim(),
    'master',
  );
  const server = await startServer(master, ['-c', conf, '-d'], { port });
  return { ...server, port, reload: () => server.signal('SIGHUP') };
}
