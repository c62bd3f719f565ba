/**
 * Two quiet hurdles for machines at the door of the form, instead of riddles for people: a field nobody sees, and a
 * stamp of when the page was asked for. Whoever stumbles over them, be it a program that keeps passwords, sees the page
 * once more with all its answers and goes on by a second click; a flood is what the rate limits are for.
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

/** In place of a time: the page was shown again with a kind word, and whoever sends it then is believed. */
const AGAIN = 'lagi';

const stampFor = (keys: Keys, at: string): string =>
  `${at}.${keys.mac('form-stamp', at).toString('base64url')}`;

type Parts = { readonly keys: Keys; readonly clock: Clock };

/**
 * The unseen fields of the first page. A page shown again keeps the stamp of its first showing; one that was taken for a
 * machine's (`asked`) gets a stamp that passes, for people whose browser fills in forms must not fall into it twice.
 */
export function trapFields({ keys, clock }: Parts, lang: Lang, posted: PostedForm, asked: boolean): Html {
  const earlier = posted[STAMP];
  const kept = typeof earlier === 'string' && stampedAt(keys, earlier) !== null ? earlier : null;
  const fresh = (): string => stampFor(keys, String(clock.now().epochMilliseconds));
  const stamp = asked ? stampFor(keys, AGAIN) : (kept ?? fresh());
  return html`<div class="unseen" aria-hidden="true"><label for="${TRAP}">${applyWords[lang].apply.trap}</label><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>${hiddenField(STAMP, stamp)}`;
}

/** Epoch milliseconds at which a page of ours was shown; long ago for one that was shown again; null for no stamp of ours. */
function stampedAt(keys: Keys, stamp: string): number | null {
  const [at = '', mac = ''] = stamp.split('.');
  if (!keys.verifyMac('form-stamp', at, Buffer.from(mac, 'base64url'))) return null;
  if (at === AGAIN) return 0;
  return /^\d+$/.test(at) ? Number(at) : null;
}

/** Whether the post looks like a machine's and is to be asked for once more; never of who was asked already. */
export function looksMechanical({ keys, clock }: Parts, posted: PostedForm): boolean {
  const stamp = posted[STAMP];
  const at = typeof stamp === 'string' ? stampedAt(keys, stamp) : null;
  if (at === 0) return false;
  const trap = posted[TRAP];
  const filled = typeof trap === 'string' && trap !== '';
  return filled || at === null || clock.now().epochMilliseconds - at < LEAST_MS;
}
