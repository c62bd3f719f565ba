import { html, type Html } from '../html.ts';

/** A shield with the government's initial: our own placeholder, no official coat of arms. */
export function crest(initial: string): Html {
  const letter = initial.slice(0, 1).toUpperCase();
  return html`<svg class="crest" viewBox="0 0 40 46" aria-hidden="true"><path class="crest-shield" d="M2 2h36v22c0 11-9 17-18 20C11 41 2 35 2 24z"/><path class="crest-roof" d="M6 14.5h28l-2.5-3.2-6.5-1.5L22.5 6h-5L15 9.8l-6.5 1.5z"/><text class="crest-letter" x="20" y="33.5" text-anchor="middle">${letter}</text></svg>`;
}

/** The line of a joglo roof: low over the side rooms, steep over the hall. Keeps its size on every width. */
export const roof: Html = html`<svg class="roof" viewBox="0 0 4800 26" preserveAspectRatio="xMidYMax slice" aria-hidden="true"><path d="M0 26v-3h2200l124-6 36-15h80l36 15 124 6h2200v3z"/></svg>`;

/** The crest as a picture of its own, for the browser's tab, where it is 16 pixels wide: its letter is larger. `colour` is a hex colour. */
export function favicon(initial: string, colour: string): string {
  const letter = initial.slice(0, 1).toUpperCase();
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="2 2 42 42"><path fill="${colour}" d="M5 2h36v22c0 11-9 17-18 20C14 41 5 35 5 24z"/><path fill="#fff" d="M9 13.5h28l-2.5-2.8-6.5-1.3L25.5 6h-5L18 9.4l-6.5 1.3z"/><text x="23" y="36" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="800" font-size="25" fill="#fff">${letter}</text></svg>`.toString();
}
