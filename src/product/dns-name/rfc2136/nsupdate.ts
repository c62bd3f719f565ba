/** Sends one message through BIND's `nsupdate`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

import { errorCode } from '../../../platform/index.ts';
import { CounterpartFault } from '../../contract.ts';
import { interrupted, refusedByCounterpart, signInRefused, unreachable } from '../../faults.ts';
import { assertOpen, openLookup } from '../../reach.ts';
import type { UpdateSettings } from './settings.ts';

/** `unmet`: what the message demanded beforehand is not so, and nothing was changed. */
export type Outcome = 'done' | 'unmet';

/** RFC 2136 2.2: answers that only say that a prerequisite does not hold. */
const unmet = new Set(['YXDOMAIN', 'NXDOMAIN', 'YXRRSET', 'NXRRSET']);

/** RFC 8945: the key is unknown, wrong, or used at the wrong time. */
const keyFault = /\((BADSIG|BADKEY|BADTIME|BADTRUNC)\)/;

/** Longer than any machine waits for a call; the signal ends it before. In seconds. */
const atMost = 120;

/** `changing`: whether the message can change anything; what breaks off while a question is asked leaves no doubt. */
export async function sendMessage(
  settings: UpdateSettings,
  lines: readonly string[],
  { changing, signal }: { changing: boolean; signal: AbortSignal },
): Promise<Outcome> {
  const address = await knock(settings, signal);
  const output = await runNsupdate(scriptOf(settings, address, lines), signal).catch((error: unknown) => {
    if (error instanceof CounterpartFault) throw error;
    throw changing ? interrupted(settings.server) : unreachable(settings.server);
  });
  if (output === '') return 'done';
  return outcomeOf(output, settings.server, changing);
}

/** The key goes in with the script, so that it stands neither in a file nor on a command line. */
const scriptOf = (settings: UpdateSettings, address: string, lines: readonly string[]): string =>
  [
    `server ${address} ${settings.port}`,
    `key ${settings.algorithm}:${settings.keyName} ${settings.key}`,
    `zone ${settings.zone}.`,
    ...lines,
    'send',
    '',
  ].join('\n');

/**
 * Whether anybody is there at all: `nsupdate` does not tell a refused connection from one that broke. Gives the address, so that
 * `nsupdate` speaks to the one that was looked at.
 */
async function knock({ server, port }: UpdateSettings, signal: AbortSignal): Promise<string> {
  assertOpen(server);
  const socket = connect({ host: server, port, lookup: openLookup });
  try {
    await once(socket, 'connect', { signal });
    return socket.remoteAddress ?? server;
  } catch (error) {
    throw error instanceof CounterpartFault ? error : unreachable(server);
  } finally {
    socket.destroy();
  }
}

/** Gives what the program said; nothing when all went well. */
async function runNsupdate(script: string, signal: AbortSignal): Promise<string> {
  // By TCP: over UDP a lost answer makes it send again, and the second message finds what the first one did.
  const child = spawn('nsupdate', ['-v', '-t', String(atMost)], {
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'pipe'],
    signal,
    killSignal: 'SIGKILL',
  });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  // When it is killed its input breaks; that it ended is told below.
  child.stdin.on('error', () => undefined);
  child.stdin.end(script);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code === 0 ? '' : `ended with ${code}: ${said.join('')}`;
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? toolMissing() : error;
  }
}

function outcomeOf(output: string, server: string, changing: boolean): Outcome {
  if (keyFault.test(output)) throw signInRefused(server);
  const code = /update failed: (\w+)/.exec(output)?.[1];
  if (code === undefined) throw changing ? interrupted(server) : unreachable(server);
  if (unmet.has(code)) return 'unmet';
  // A server that fails may be well again in a moment; it has changed nothing then (RFC 2136 3.4.2.7 and 3.5).
  if (code === 'SERVFAIL') throw unreachable(server);
  throw refusedByCounterpart(server, code);
}

const toolMissing = (): CounterpartFault =>
  new CounterpartFault(
    'nsupdate-missing',
    {
      id: 'Program "nsupdate" tidak ada di server layanan. Pasang paket bind9-dnsutils, lalu coba lagi.',
      en: 'The service\'s server lacks the program "nsupdate". Install the package bind9-dnsutils, then try again.',
    },
    { done: 'none', passing: false },
  );
