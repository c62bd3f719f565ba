import type { Align, Inline, Run, Size } from '../model.ts';
import { halfPoints, twips } from './measure.ts';
import type { Gathered } from './package.ts';
import { element, escaped, valued } from './xml.ts';

/** How a paragraph stands. Lengths in millimetres, but the spaces above and below in twentieths of a point. */
export interface Standing {
  readonly style?: string;
  readonly align?: Align;
  readonly size?: Size;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  readonly withNext?: boolean;
  readonly newPage?: boolean;
  /** A numbered item of a list at a depth from 0. */
  readonly item?: { readonly list: number; readonly depth: number };
  /** A further paragraph of an item at that depth. */
  readonly inItem?: number;
  /** Set in from the left, in twentieths of a point. */
  readonly left?: number;
  readonly border?: string;
  readonly tabRight?: number;
}

const JUSTIFY = { left: 'left', centre: 'center', right: 'right' } as const;

/** How far each depth of a list is set in, and how far its number hangs, in twentieths of a point. */
export const LIST_INDENT = 340;
export const indentOf = (depth: number): number => LIST_INDENT * (depth + 1);

/** Properties of letters, in the order that the schema demands (ECMA-376, CT_RPr). */
function lettersOf(run: Omit<Run, 'text'>, { size, bold, colour }: Standing): string {
  const heavy = run.bold ?? bold;
  return element(
    'w:rPr',
    {},
    run.link === undefined ? '' : valued('w:rStyle', 'Hyperlink'),
    heavy ? '<w:b/><w:bCs/>' : '',
    run.italic ? '<w:i/><w:iCs/>' : '',
    colour === undefined ? '' : valued('w:color', colour.replace('#', '')),
    size === undefined ? '' : valued('w:sz', halfPoints(size)) + valued('w:szCs', halfPoints(size)),
    run.underline ? valued('w:u', 'single') : '',
  );
}

/** Text with its line breaks and tabs as elements. */
const wordsOf = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((words) => (words === '' ? '' : element('w:t', { 'xml:space': 'preserve' }, escaped(words))))
        .join('<w:tab/>'),
    )
    .join('<w:br/>');

function runOf(run: Run, standing: Standing, gathered: Gathered): string {
  const letters = element('w:r', {}, lettersOf(run, standing), wordsOf(run.text));
  if (run.link === undefined) return letters;
  return element('w:hyperlink', { 'r:id': gathered.link(run.link) }, letters);
}

function indentation({ firstLine, inItem, left }: Standing): string {
  if (left !== undefined) return element('w:ind', { 'w:left': left });
  if (inItem !== undefined) return element('w:ind', { 'w:left': indentOf(inItem) });
  return firstLine === undefined ? '' : element('w:ind', { 'w:firstLine': twips(firstLine) });
}

/** Properties of a paragraph, in the order that the schema demands (CT_PPr). */
function propertiesOf(standing: Standing): string {
  const { style, withNext, newPage, item, border, tabRight, before, after, align } = standing;
  return element(
    'w:pPr',
    {},
    style === undefined ? '' : valued('w:pStyle', style),
    withNext ? '<w:keepNext/>' : '',
    newPage ? '<w:pageBreakBefore/>' : '',
    item ? element('w:numPr', {}, valued('w:ilvl', item.depth), valued('w:numId', item.list)) : '',
    border ?? '',
    tabRight === undefined
      ? ''
      : element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:pos': tabRight })),
    before === undefined && after === undefined
      ? ''
      : element('w:spacing', { 'w:before': before, 'w:after': after }),
    indentation(standing),
    align === undefined ? '' : valued('w:jc', JUSTIFY[align]),
    // The number of an item takes its size from the mark of its paragraph.
    item && standing.size !== undefined ? lettersOf({}, standing) : '',
  );
}

/** A paragraph of markup that stands for itself: fields, drawings. */
export const paragraphWith = (content: string, standing: Standing): string =>
  element('w:p', {}, propertiesOf(standing), content);

export function paragraphOf(text: Inline, standing: Standing, gathered: Gathered): string {
  const runs: readonly Run[] = typeof text === 'string' ? [{ text }] : text;
  return paragraphWith(runs.map((run) => runOf(run, standing, gathered)).join(''), standing);
}
