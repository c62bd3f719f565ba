/** One conversation with a directory: opened, signed in, and closed again within a call. */
import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import type { Client } from 'ldapts';

import { errorCode } from '../../../platform/index.ts';
import { CounterpartFault } from '../../contract.ts';
import { interrupted, refusedByCounterpart, signInRefused, unreachable } from '../../faults.ts';
import { assertOpen, openLookup } from '../../reach.ts';
import { portOf } from './settings.ts';
import type { LdapSettings } from './settings.ts';

/** RFC 4511 A.1: what the directory answered. */
const resultCode = { invalidCredentials: 49, busy: 51, unavailable: 52, other: 80 } as const;

/** One conversation asks about one name; a directory that sends more than this has no end. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface Session {
  readonly client: Client;
  /** Called right before a request that changes something: what breaks off from then on leaves a doubt. */
  changing(): void;
}

/** Does the work in one conversation. Whatever goes wrong becomes a fault of the contract; nothing goes on after the signal. */
export async function inSession<T>(
  settings: LdapSettings,
  signal: AbortSignal,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const line = await openLine(settings, signal);
  const hangUp = (): void => void line.destroy();
  // Not `once(…, { signal })` alone: the signal may come at any moment of the work.
  signal.addEventListener('abort', hangUp);
  const watch = setInterval(() => line.bytesRead > MOST_BYTES && hangUp(), 100);
  let changing = false;
  const session = async (): Promise<T> => {
    const client = await signIn(settings, line);
    return work({ client, changing: () => (changing = true) });
  };
  try {
    return await Promise.race([session(), lost(line)]);
  } catch (error) {
    throw faultOf(error, settings.host, changing);
  } finally {
    signal.removeEventListener('abort', hangUp);
    clearInterval(watch);
    hangUp();
  }
}

async function lost(line: Socket): Promise<never> {
  await once(line, 'close');
  throw new Error('the line is gone');
}

async function openLine(settings: LdapSettings, signal: AbortSignal): Promise<Socket> {
  assertOpen(settings.host);
  const where = { host: settings.host, port: portOf(settings), lookup: openLookup };
  const secure = settings.security === 'ldaps';
  const line = secure ? connectSecure({ ...where, ...tlsOf(settings) }) : connectPlain(where);
  try {
    await once(line, secure ? 'secureConnect' : 'connect', { signal });
    return line;
  } catch (error) {
    line.destroy();
    throw error instanceof CounterpartFault ? error : lineFault(error, settings.host);
  }
}

/** An address has no server name to be sent (RFC 6066 3); the certificate must bear it all the same. */
const tlsOf = ({ host, authority }: LdapSettings): ConnectionOptions => ({
  ...(authority === null ? {} : { ca: authority }),
  ...(/^[\d.]+$|:/.test(host) ? { host } : { host, servername: host }),
});

async function signIn(settings: LdapSettings, line: Socket): Promise<Client> {
  const { Client } = await import('ldapts');
  const client = new Client({ url: 'ldap://line.invalid', createConnection: handedOut(line) });
  if (settings.security === 'starttls') await client.startTLS(tlsOf(settings));
  await client.bind(settings.bindDn, settings.password);
  return client;
}

/** When a line breaks the client would open another one and go on there without having signed in; so it gets this one only. */
function handedOut(line: Socket): typeof connectPlain {
  let given = false;
  return () => {
    if (given) throw new Error('the line is gone');
    given = true;
    return line;
  };
}

/** TLS speaks of certificates in its codes; everything else means that nobody is there. */
const lineFault = (error: unknown, host: string): CounterpartFault =>
  /CERT|ISSUER/.test(errorCode(error) ?? '') ? certificateRefused(host) : unreachable(host);

function faultOf(error: unknown, host: string, changing: boolean): CounterpartFault {
  if (error instanceof CounterpartFault) return error;
  const broken = changing ? interrupted(host) : lineFault(error, host);
  if (!isResult(error)) return broken;
  switch (error.code) {
    case resultCode.invalidCredentials:
      return signInRefused(host);
    case resultCode.busy:
    case resultCode.unavailable:
      return unreachable(host);
    case resultCode.other:
      return broken;
    default:
      // The directory's own sentence may name persons; its code does not.
      return refusedByCounterpart(host, `${error.name.replace(/Error$/, '')} (LDAP ${error.code})`);
  }
}

/** An answer of the directory, with its number, and no failure of the line. */
export const isResult = (error: unknown): error is Error & { readonly code: number } =>
  error instanceof Error && 'code' in error && typeof error.code === 'number';

const certificateRefused = (host: string): CounterpartFault =>
  new CounterpartFault(
    'counterpart-certificate',
    {
      id: `Sertifikat ${host} tidak dapat dipercaya. Isi CA-nya di pengaturan atau perbarui sertifikatnya.`,
      en: `The certificate of ${host} cannot be trusted. Enter its CA in the settings or renew the certificate.`,
    },
    { done: 'none', passing: false },
  );
