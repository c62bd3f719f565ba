/** As much of IMAP (RFC 9051) as it takes to sign in and read: commands one after the other, each until its own answer. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

export interface Mailbox {
  /** The limit of the storage in KiB (RFC 9208); null: there is none. */
  readonly quotaKib: number | null;
  readonly messages: readonly string[];
}

/** A server that takes a line and then says nothing is a failure and no reason to wait for ever. */
const patience = 15_000;

/** Signs in and reads everything in the inbox. Null: the server does not let this user in. */
export async function readMailbox(port: number, user: string, password: string): Promise<Mailbox | null> {
  const socket = connect(port, '127.0.0.1');
  const late = setTimeout(() => socket.destroy(), patience);
  // Whoever reads lines finds that there are no more.
  socket.on('error', () => undefined);
  await once(socket, 'connect', { signal: AbortSignal.timeout(patience) });
  const lines = createInterface(socket)[Symbol.asyncIterator]();
  const command = async (tag: string, words: string): Promise<{ ok: boolean; text: string }> => {
    socket.write(`${tag} ${words}\r\n`);
    const said: string[] = [];
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true)
        throw new Error(`no answer to "${words}" within ${patience} ms, or it hung up: ${said.join('\n')}`);
      if (value.startsWith(`${tag} `)) return { ok: value.startsWith(`${tag} OK`), text: said.join('\n') };
      said.push(value);
    }
  };
  try {
    if (!(await command('a', `LOGIN "${user}" "${password}"`)).ok) return null;
    const { text: roots } = await command('b', 'GETQUOTAROOT INBOX');
    const quota = /STORAGE \d+ (\d+)/.exec(roots)?.[1];
    const { text: selected } = await command('c', 'SELECT INBOX');
    const count = Number(/\* (\d+) EXISTS/.exec(selected)?.[1]);
    const messages: string[] = [];
    for (let at = 1; at <= count; at += 1)
      messages.push((await command(`m${at}`, `FETCH ${at} BODY.PEEK[]`)).text);
    return { quotaKib: quota === undefined ? null : Number(quota), messages };
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}
