import { attrs, html, type Content, type Html } from '../html.ts';

export interface SourceLine {
  /** Id of the line, where links lead. */
  readonly id: string;
  /** "12", or "2 · 12" with its page. */
  readonly place: string;
  readonly text: string;
  /** What was read here; nothing for a line that nothing rests on. */
  readonly marks: readonly string[];
}

/** A document's text, line by line, with what was read where. Scrolls by itself, also with the keyboard. */
export function sourceText({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly SourceLine[];
}): Html {
  const rows = lines.map(({ id, place, text, marks }) => {
    const own = attrs({ id, class: marks.length > 0 ? 'source-line source-used' : 'source-line' });
    const read = marks.length > 0 && html` <span class="source-mark">${marks.join(' · ')}</span>`;
    return html`<li${own}><span class="source-place">${place}</span><span>${text}${read}</span></li>`;
  });
  return html`<div class="source" role="region" tabindex="0" aria-label="${label}"><ol role="list">${rows}</ol></div>`;
}

/** Two halves of a wide window; on a narrow one the second follows, under its own heading. */
export function halves(props: {
  readonly main: Content;
  readonly beside: Content;
  readonly besideLabel: string;
}): Html {
  return html`<div class="halves"><div class="half">${props.main}</div><div class="half half-beside"><h2>${props.besideLabel}</h2>${props.beside}</div></div>`;
}
