/** Calls of the PowerDNS HTTP API. */
import { z } from 'zod';

import type { CounterpartFault } from '../../contract.ts';
import { interrupted, refusedByCounterpart, signInRefused, unreachable } from '../../faults.ts';
import { callHttp, NoAnswer } from '../../http-call.ts';
import type { PowerDnsSettings } from './settings.ts';

/** Records of one name and type, as the API has them: names whole, with their last dot. */
const RecordSet = z.object({
  name: z.string(),
  type: z.string(),
  ttl: z.number().optional(),
  records: z.array(z.object({ content: z.string(), disabled: z.boolean().optional() })),
});
export type RecordSet = z.infer<typeof RecordSet>;

const Zone = z.object({ rrsets: z.array(RecordSet) });

export interface Change {
  readonly name: string;
  readonly type: string;
  readonly ttl?: number;
  readonly changetype: 'REPLACE' | 'DELETE';
  readonly records: readonly { readonly content: string; readonly disabled: boolean }[];
}

/** Every record of a name. */
export async function readRecords(
  settings: PowerDnsSettings,
  name: string,
  signal: AbortSignal,
): Promise<readonly RecordSet[]> {
  const query = new URLSearchParams({ rrset_name: `${name}.` });
  const body = await call(settings, { method: 'GET', path: `?${query.toString()}`, signal });
  // Older versions do not know the question and give the whole zone.
  return zoneIn(body, settings.url).rrsets.filter((set) => set.name.toLowerCase() === `${name}.`);
}

function zoneIn(body: string, url: string): z.infer<typeof Zone> {
  try {
    return Zone.parse(JSON.parse(body));
  } catch {
    throw refusedByCounterpart(new URL(url).host, 'an answer that is no zone of PowerDNS');
  }
}

/** All changes or none (one transaction of the server's database). */
export async function changeRecords(
  settings: PowerDnsSettings,
  changes: readonly Change[],
  signal: AbortSignal,
): Promise<void> {
  await call(settings, { method: 'PATCH', path: '', signal, body: JSON.stringify({ rrsets: changes }) });
}

interface ApiCall {
  readonly method: 'GET' | 'PATCH';
  readonly path: string;
  readonly signal: AbortSignal;
  readonly body?: string;
}

/** More than a whole zone of a government with ten thousands of names. */
export const LARGEST_ANSWER = 16 * 1024 * 1024;

/** Gives the answer's body; what is no success becomes a fault. */
async function call(
  settings: PowerDnsSettings,
  { method, path, signal, body = '' }: ApiCall,
): Promise<string> {
  const { url, server, zone, key } = settings;
  const address = new URL(
    `api/v1/servers/${server}/zones/${zone}.${path}`,
    url.endsWith('/') ? url : `${url}/`,
  );
  const headers = { 'x-api-key': key, 'content-type': 'application/json' };
  const largestAnswer = LARGEST_ANSWER;
  const answer = await callHttp(address, { method, headers, body, signal, largestAnswer }).catch(
    (error: unknown) => {
      if (!(error instanceof NoAnswer)) throw error;
      throw error.begun && method !== 'GET' ? interrupted(address.host) : unreachable(address.host);
    },
  );
  const text = answer.body.toString();
  // What a server says may be what it was sent.
  const fault = faultOf({ status: answer.status, body: text.replaceAll(key, '…') }, address.host, method);
  if (fault) throw fault;
  return text;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function faultOf({ status, body }: Answer, host: string, method: string): CounterpartFault | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return signInRefused(host);
  // It may have failed before or after it wrote.
  if (status >= 500) return method === 'GET' ? unreachable(host) : interrupted(host);
  return refusedByCounterpart(host, reasonIn(body) ?? `HTTP ${status}`);
}

/** The server's own sentence; it names records and zones, nothing of persons. */
function reasonIn(body: string): string | null {
  try {
    return z.object({ error: z.string().max(300) }).parse(JSON.parse(body)).error;
  } catch {
    return null;
  }
}
