/** Calls to the Esign Client: HTTP Basic, bounded in time and size, patient when it is busy. Nothing is logged. */
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../../../platform/index.ts';
import type { CounterpartFault } from '../../contract.ts';
import { interrupted, unreachable } from '../../faults.ts';
import { callHttp, NoAnswer } from '../../http-call.ts';
import { BSRE, unproven } from './faults.ts';
import type { BsreSettings } from './settings.ts';

export interface BsreAnswer {
  readonly status: number;
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

/** Somebody is there who cannot prove the name; not a byte of the call went out. */
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
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  const sent = await written(body);
  try {
    const answer = await callHttp(new URL(`${address}${path}`), {
      method: body === null ? 'GET' : 'POST',
      headers: { authorization: `Basic ${basic}`, ...sent.headers },
      body: sent.body,
      largestAnswer: LARGEST_ANSWER,
      signal,
    });
    const { id_dokumen: document } = answer.headers;
    return {
      status: answer.status,
      document: typeof document === 'string' ? document : null,
      body: answer.body,
    };
  } catch (error) {
    throw error instanceof NoAnswer ? faultOfSilence(error) : error;
  }
}

/** A body as it goes out, with the type that says how to read it. */
async function written(
  body: BsreBody | null,
): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer }> {
  if (body === null) return { headers: {}, body: '' };
  if (!(body instanceof FormData))
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const form = new Response(body);
  const type = form.headers.get('content-type') ?? '';
  return { headers: { 'content-type': type }, body: Buffer.from(await form.arrayBuffer()) };
}

function faultOfSilence({ begun, cause }: NoAnswer): CounterpartFault {
  if (UNPROVEN.test(errorCode(cause) ?? '')) return unproven();
  return begun ? interrupted(BSRE) : unreachable(BSRE);
}
