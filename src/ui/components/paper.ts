import { attrs, classes, html, type Content, type Html } from '../html.ts';
import { crest } from '../frame/crest.ts';

/** Shown only on paper. */
export const printOnly = (...children: readonly Content[]): Html =>
  html`<div class="print-only">${children}</div>`;

/** Shown only on the screen. */
export const screenOnly = (...children: readonly Content[]): Html =>
  html`<div class="screen-only">${children}</div>`;

/**
 * A button that opens the browser's print window where scripts run; elsewhere the browser's own menu does. `focused`: printing
 * is why the page was opened, so Enter prints.
 */
export const printButton = (label: string, focused = false): Html =>
  html`<button${attrs({ type: 'button', class: 'button button-quiet screen-only', hidden: true, 'data-print': true, 'data-focus': focused })}>${label}</button>`;

export interface LetterheadProps {
  readonly initial: string;
  /** "Pemerintah Kabupaten Klaten". */
  readonly government: string;
  /** "Dinas Komunikasi dan Informatika". */
  readonly office: string;
  /** Street, telephone, e-mail. */
  readonly contact: Content;
}

/** The head of an official sheet (kop surat): government, office, contacts, double rule. */
export const letterhead = (props: LetterheadProps): Html =>
  html`<div class="letterhead">${crest(props.initial)}<div><p class="letterhead-government">${props.government}</p><p class="letterhead-office">${props.office}</p><p class="letterhead-contact">${props.contact}</p></div></div>`;

export interface SheetProps {
  readonly head: Content;
  readonly title: Content;
  readonly number?: Content;
  readonly children: Content;
  /** Hangs on a wall: large, its picture in the middle. */
  readonly poster?: boolean;
  /** 1 (default) where the sheet is the page. */
  readonly level?: 1 | 3;
}

/** A sheet of A4 as it will be printed: letterhead, title, number, content. */
export function sheet(props: SheetProps): Html {
  const title =
    props.level === 3
      ? html`<h3 class="sheet-title">${props.title}</h3>`
      : html`<h1 class="sheet-title">${props.title}</h1>`;
  return html`<article${attrs({ class: classes('sheet', props.poster && 'sheet-poster') })}>${props.head}${title}${props.number && html`<p class="sheet-number">${props.number}</p>`}${props.children}</article>`;
}

export interface SignatureProps {
  /** "Klaten, 23 November 2026". */
  readonly placeAndDate?: Content;
  /** "Yang menerima", or the post with a.n./u.b./Plt./Plh. */
  readonly post: Content;
  readonly name?: Content;
  /** Rank and NIP. */
  readonly detail?: Content;
}

/** Places to sign, side by side. */
export function signatures(items: readonly SignatureProps[]): Html {
  const blocks = items.map(
    (one) =>
      html`<div class="signature"><p>${one.placeAndDate}</p><p>${one.post}</p><p class="signature-name">${one.name}</p><p>${one.detail}</p></div>`,
  );
  return html`<div class="signatures">${blocks}</div>`;
}
