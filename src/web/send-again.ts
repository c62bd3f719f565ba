/** What somebody typed into a form that could not be taken: kept on the page that says so, to be sent again as it was. */
import type { FastifyRequest } from 'fastify';
import type { Fault } from '../ground/index.ts';
import { button, form, hiddenField, holdsSecret, html } from '../ui/index.ts';
import type { Content } from '../ui/index.ts';
import { frameWords } from './words.ts';

/** Kinds of faults that pass; the same form may well be taken then. */
const PASSES: ReadonlySet<string> = new Set(['unavailable', 'too-many']);

/** Of these nobody knows whether it was stored; whoever sent it has to look first. */
const DOUBTFUL: ReadonlySet<string> = new Set(['unexpected', 'outcome-unknown']);

/** A form whose token was lost with the browser's session; whoever sees it again can send it with a new one. */
const EXPIRED = 'form-expired';

const TOKEN = '_csrf';

/**
 * A form that holds what was sent and sends it once more; null where there is nothing to keep, where it holds a secret, and
 * where the post may have come from another site: nobody shall be led to send what they never typed.
 */
export function sendAgainForm(request: FastifyRequest, fault: Fault): Content {
  const passes = PASSES.has(fault.kind) ? !DOUBTFUL.has(fault.code) : fault.code === EXPIRED;
  if (!passes || !isOurs(request)) return null;
  const fields = typedIn(request.body);
  if (fields.length === 0 || holdsSecret(fields)) return null;
  const words = frameWords[request.lang];
  return html`<p>${words.kept.here}</p>${form({
    lang: request.lang,
    action: request.url.replace(/^\/+/, '/'),
    csrf: request.csrfToken(),
    children: [fields.map(([name, value]) => hiddenField(name, value)), button({ label: words.sendAgain })],
  })}`;
}

/** It carried a good token, or the browser itself says that it comes from a page of ours. */
const isOurs = (request: FastifyRequest): boolean =>
  request.csrfPassed || request.headers['sec-fetch-site'] === 'same-origin';

/** The fields of a posted form with their values, without the token. Files are not among them. */
function typedIn(body: unknown): readonly (readonly [string, string])[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    const values = [value].flat().filter((one) => typeof one === 'string');
    return name === TOKEN ? [] : values.map((one): readonly [string, string] => [name, one]);
  });
}
