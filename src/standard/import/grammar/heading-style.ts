/** How a heading with this mark looks. Pure. */
import type { HeadingStyle } from './event.ts';
import type { Mark } from './marks.ts';

/** A lone "I." or "C." may be letter or roman number, so capitals of both kinds are one style. */
export function styleOf(mark: Mark | null): HeadingStyle {
  if (!mark) return '';
  return mark.kind === 'roman' ? mark.style.replace('I', 'A') : mark.style;
}
