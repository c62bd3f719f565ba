/** A real Dovecot that signs people in by a passwd-file or a directory, and shows them their mail. */
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { programAt } from '../needs.ts';
import { freePort, runCommand, startServer } from './process.ts';
import type { Server } from './process.ts';

export interface MailServer extends Server {
  readonly port: number;
  /** Where mail lies, for the account's lines and for whoever delivers. */
  readonly mailRoot: string;
}

/** Debian's own user for what may do nothing. */
const nobody = { uid: 65_534, gid: 65_534 } as const;

/** Who mail belongs to: never root, which Dovecot refuses. */
export const mailOwner = (): { readonly uid: number; readonly gid: number } => {
  const { uid, gid } = userInfo();
  return uid === 0 ? nobody : { uid, gid };
};

/** The package's users where the test may use them; otherwise everything runs as the one who tests. */
async function users(): Promise<string> {
  const { uid, username } = userInfo();
  const [internal, login] = uid === 0 ? ['dovecot', 'dovenull'] : [username, username];
  const group = uid === 0 ? 'dovecot' : (await runCommand('id', ['-gn'])).trim();
  return `default_internal_user = ${internal}\ndefault_internal_group = ${group}\ndefault_login_user = ${login}\n`;
}

/** `accounts` is the passwd-file. */
export async function startDovecot(folder: string, accounts: string): Promise<MailServer> {
  const port = await freePort();
  const mailRoot = join(folder, 'mail');
  const { uid, gid } = mailOwner();
  await mkdir(mailRoot);
  await chown(mailRoot, uid, gid);
  const conf = join(folder, 'dovecot.conf');
  await writeFile(
    conf,
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
${await users()}first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = maildir:User quota
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
passdb {
  driver = passwd-file
  args = username_format=%u ${accounts}
}
userdb {
  driver = passwd-file
  args = username_format=%u ${accounts}
  default_fields = uid=${uid} gid=${gid}
}
`,
  );
  const server = await startServer(programAt('dovecot'), ['-F', '-c', conf], { port });
  return { ...server, port, mailRoot };
}
