import { html, type Content, type Html } from '../html.ts';

/** Short fields beside each other, below each other where there is no room. */
export const fieldRow = (...fields: readonly Content[]): Html => html`<div class="field-row">${fields}</div>`;
