/**
 * Two quiet hurdles for machines at the door of the form, instead of riddles for people: a field nobody sees, and a
 * stamp of when the page was asked for.
 */
import type { Clock } from '../../ground/index.ts';
import type { Keys } from '../../platform/index.ts';
import { hiddenField, html } from '../../ui/index.ts';
import type { Html, Lang, PostedForm } from '../../ui/index.ts';
import { applyWords } from '../words/apply.ts';

const TRAP = 'situs-web';
const STAMP = 'mulai';
/** Nobody reads a question and answers it faster. */
const LEAST_MS = 2000;

const stampFor = (keys: Keys, at: string): string =>
  `${at}.${keys.mac('form-stamp', at).toString('base64url')}`;

/** The unseen fields of the first page. A page shown again keeps the stamp of its first showing. */
export function trapFields(
  { keys, clock }: { readonly keys: Keys; readonly clock: Clock },
  lang: Lang,
  posted: PostedForm,
): Html {
  const earlier = posted[STAMP];
  const stamp =
    typeof earlier === 'string' && stampedAt(keys, earlier) !== null
      ? earlier
      : stampFor(keys, String(clock.now().epochMilliseconds));
  return html`<div class="unseen" aria-hidden="true"><label for="${TRAP}">${applyWords[lang].apply.trap}</label><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>${hiddenField(STAMP, stamp)}`;
}

function stampedAt(keys: Keys, stamp: string): number | null {
  const [at = '', mac = ''] = stamp.split('.');
  const known = keys.verifyMac('form-stamp', at, Buffer.from(mac, 'base64url'));
  return known && /^\d+$/.test(at) ? Number(at) : null;
}

/** Why the post looks like a machine's; null for people. */
export function caught(
  { keys, clock }: { readonly keys: Keys; readonly clock: Clock },
  posted: PostedForm,
): 'trapped' | 'tooFast' | null {
  const trap = posted[TRAP];
  if (typeof trap === 'string' && trap !== '') return 'trapped';
  const stamp = posted[STAMP];
  const at = typeof stamp === 'string' ? stampedAt(keys, stamp) : null;
  return at === null || clock.now().epochMilliseconds - at < LEAST_MS ? 'tooFast' : null;
}
