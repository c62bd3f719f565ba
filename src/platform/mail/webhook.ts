import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { Fault } from '../../ground/index.ts';
import type { Clock } from '../../ground/index.ts';
import { isPublicAddress } from './public-address.ts';

/** An event as CloudEvents 1.0 describes it, in JSON. `data` holds ids and states, never personal values. */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** Stays the same when sending is tried again. */
  readonly id: string;
  /** Where it happened, for example /klaten/permohonan. */
  readonly source: string;
  /** What happened, for example id.pendopo.request.decided. */
  readonly type: string;
  readonly subject?: string;
  /** RFC 3339. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: unknown;
}

/** Who is told. `secret` signs what is sent, so that the receiver can tell it is from us. */
export interface Webhook {
  readonly url: string;
  readonly secret: string;
}

export interface WebhookSender {
  /**
   * Delivers one event. Throws Fault 'webhook-forbidden' or 'webhook-gone' (kind 'invalid': do not try again) or
   * 'webhook-failed' (kind 'unavailable': try again later).
   */
  send(webhook: Webhook, event: CloudEvent): Promise<void>;
}

export interface WebhookOptions {
  readonly clock: Clock;
  /** Which addresses may be connected to; by default only those of the public internet. */
  readonly mayConnect?: (address: string) => boolean;
  /** Whether http: is allowed too; only for trying out. */
  readonly allowPlain?: boolean;
}

const PATIENCE_MS = 10_000;

/**
 * Sends events to addresses that others chose. Goes through node:http and not fetch, because the address that is
 * checked must be the one connected to: a name that is looked up twice can answer differently (DNS rebinding).
 * Redirects are not followed. The port for events out; an installation connects it.
 *
 * @public
 */
export function webhookSender(options: WebhookOptions): WebhookSender {
  return {
    async send(webhook, event) {
      const url = permittedUrl(webhook.url, options);
      const body = JSON.stringify(event);
      const timestamp = Math.floor(options.clock.now().epochMilliseconds / 1000);
      const headers = {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'webhook-id': event.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${webhookSignature(webhook.secret, `${event.id}.${timestamp}.${body}`)}`,
      };
      judge(await post(url, { headers, body, lookup: guardedLookup(options) }));
    },
  };
}

/** HMAC-SHA-256 in base64 over "id.timestamp.body", the scheme of standardwebhooks.com. */
export function webhookSignature(secret: string, signed: string): string {
  return createHmac('sha256', secret).update(signed).digest('base64');
}

function mayConnect(options: WebhookOptions, address: string): boolean {
  return (options.mayConnect ?? isPublicAddress)(address);
}

/** A host that is an address already is never looked up, so it is checked here. */
function permittedUrl(text: string, options: WebhookOptions): URL {
  const url = URL.parse(text);
  const schemes = options.allowPlain === true ? ['https:', 'http:'] : ['https:'];
  if (url === null || !schemes.includes(url.protocol) || url.username !== '') throw forbidden();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayConnect(options, host)) throw forbidden();
  return url;
}

function guardedLookup(options: WebhookOptions): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    lookup(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) callback(error ?? forbidden(), []);
      else if (!addresses.every(({ address }) => mayConnect(options, address))) callback(forbidden(), []);
      else answer(lookupOptions.all === true, addresses, first, callback);
    });
  };
}

function answer(
  all: boolean,
  addresses: LookupAddress[],
  first: LookupAddress,
  callback: Parameters<LookupFunction>[2],
): void {
  if (all) callback(null, addresses);
  else callback(null, first.address, first.family);
}

interface Posting {
  readonly headers: Record<string, string | number>;
  readonly body: string;
  readonly lookup: LookupFunction;
}

function post(url: URL, { headers, body, lookup: guarded }: Posting): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const sent = request(url, {
    method: 'POST',
    headers,
    lookup: guarded,
    // No shared connections: one opened under another check must not be used again.
    agent: false,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  sent.on('response', (response) => {
    response.destroy();
    resolve(response.statusCode ?? 0);
  });
  sent.on('error', (error) => reject(error instanceof Fault ? error : failed()));
  sent.end(body);
  return promise;
}

function judge(status: number): void {
  if (status === 410) throw gone();
  if (status < 200 || status >= 300) throw failed();
}

const forbidden = (): Fault =>
  new Fault('invalid', 'webhook-forbidden', {
    id: 'Alamat webhook harus https dan berada di internet umum.',
    en: 'The address of a webhook must be https and on the public internet.',
  });

const gone = (): Fault =>
  new Fault('invalid', 'webhook-gone', {
    id: 'Penerima webhook menyatakan alamat ini sudah tidak dipakai (410).',
    en: 'The receiver of the webhook says this address is not used any more (410).',
  });

const failed = (): Fault =>
  new Fault('unavailable', 'webhook-failed', {
    id: 'Penerima webhook tidak menerima pesan. Pengiriman akan dicoba lagi.',
    en: 'The receiver of the webhook did not take the message. Sending will be tried again.',
  });
