/** Calls to the Esign Client: HTTP Basic, bounded in time and size, patient when it is busy. Nothing is logged. */
import { setTimeout as pause } from 'node:timers/promises';
import { CounterpartFault } from '../../contract.ts';
import { interrupted, unreachable } from '../../faults.ts';
import { BSRE, unproven, unreadableAnswer } from './faults.ts';
import type { BsreSettings } from './settings.ts';

export interface BsreAnswer {
  readonly status: number;
  readonly type: string;
  /** Under which a signed document may be fetched once (v1). */
  readonly document: string | null;
  readonly body: Buffer;
}

export type BsreBody = FormData | Readonly<Record<string, unknown>>;

/** One way to the Esign Client, `ask`ed as often as needed. */
export interface BsreLine {
  ask(path: string, body: BsreBody | null, signal: AbortSignal): Promise<BsreAnswer>;
}

/** Busy answers (429, 503) are waited out: 1.5 s, doubled, three tries in all. */
const TRIES = 3;
const FIRST_PAUSE = 1500;
/** The machine's own bound of a call is 60 s. */
const LONGEST_CALL = 45_000;
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** Errors that come before a single byte of the call went out: nobody there, or nobody who can prove the name. */
const NOBODY_THERE = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;
const UNPROVEN =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|ERROR_IN_CERT_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;

/** `firstPause` in milliseconds, for tests that do not want to wait. */
export function lineTo(settings: BsreSettings, firstPause = FIRST_PAUSE): BsreLine {
  return {
    ask: async (path, body, signal) => {
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_CALL)]);
      for (let tried = 1; ; tried += 1) {
        const answer = await once(settings, path, body, bounded);
        if ((answer.status !== 429 && answer.status !== 503) || tried === TRIES) return answer;
        await pause(firstPause * 2 ** (tried - 1), undefined, { signal: bounded }).catch(() => {
          // The last answer said "busy", so nothing was done.
          throw unreachable(BSRE);
        });
      }
    },
  };
}

async function once(
  { address, user, password }: BsreSettings,
  path: string,
  body: BsreBody | null,
  signal: AbortSignal,
): Promise<BsreAnswer> {
  if (signal.aborted) throw unreachable(BSRE);
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  const json = body !== null && !(body instanceof FormData);
  try {
    const response = await fetch(`${address}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        authorization: `Basic ${basic}`,
        ...(json && { 'content-type': 'application/json' }),
      },
      body: json ? JSON.stringify(body) : body,
      // A passphrase follows nobody elsewhere.
      redirect: 'error',
      signal,
    });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      document: response.headers.get('id_dokumen'),
      body: await bodyOf(response),
    };
  } catch (error) {
    throw faultOfFailure(error);
  }
}

async function bodyOf(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > LARGEST_ANSWER) throw unreadableAnswer(response.status);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function faultOfFailure(error: unknown): Error {
  if (error instanceof CounterpartFault) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (UNPROVEN.test(code)) return unproven();
  return NOBODY_THERE.test(code) ? unreachable(BSRE) : interrupted(BSRE);
}
