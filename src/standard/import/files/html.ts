/** HTML: paragraphs, lists with the marks a browser would show, tables. */
import type { ChildNode, Element } from './markup.ts';
import { parseDocument } from 'htmlparser2';
import { tidy } from '../grammar/plain.ts';
import type { Block, DecreeText, Line, Place } from '../model.ts';
import { listLabel } from './list-label.ts';
import type { LabelForm } from './list-label.ts';
import { readDiagram } from './diagram.ts';
import { isElement, isText } from './markup.ts';

const TAG =
  /<\/?(?:p|ol|ul|li|br|pre|div|span|b|i|u|em|strong|table|tbody|thead|tr|td|th|h[1-6]|font|center)\b[^>]*>/i;

/** Whether a text carries the tags of HTML, also where they were printed as text. */
export const hasTags = (text: string): boolean => TAG.test(text);

/** A piece of HTML within another text; all of it stands where the text stands. */
export const readFragment = (source: string, place: Place): readonly Block[] =>
  new HtmlReader(() => place).read(parseDocument(source, { decodeEntities: true }));

export function readHtml(source: string): DecreeText {
  const lineAt = lineCounter(source);
  const document = parseDocument(source, { withStartIndices: true, decodeEntities: true });
  const place = ({ startIndex }: ChildNode): Place => ({ page: null, line: lineAt(startIndex ?? 0) });
  return { blocks: new HtmlReader(place).read(document) };
}

/** Line numbers of offsets that come in order. */
function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let from = 0;
  return (offset) => {
    for (let at = from; at < offset; at += 1) if (source.charCodeAt(at) === 10) line += 1;
    from = Math.max(from, offset);
    return line;
  };
}

const SILENT = new Set([
  'script',
  'style',
  'head',
  'title',
  'noscript',
  'template',
  'nav',
  'aside',
  'footer',
  'select',
  'option',
  'svg',
]);
const BLOCKS = new Set(
  'p div section article header footer main aside li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote center figure form fieldset tr td th caption hr address body html'.split(
    ' ',
  ),
);

const EMPHASIS = new Set(['b', 'strong']);

interface OpenList {
  readonly form: LabelForm;
  next: number;
}

const FORMS: Readonly<Record<string, LabelForm>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
};

/** Walks a document once and keeps the text that is being put together. */
class HtmlReader {
  readonly #placeOf: (node: ChildNode) => Place;
  readonly #blocks: Block[] = [];
  readonly #lists: OpenList[] = [];
  #text = '';
  #label = '';
  #heading: string | null = null;
  /** Within a term of a list of definitions. */
  #isTerm = false;
  /** How many emphases are open, and what stands within them since the last line. */
  #emphasis = 0;
  #emphasized = '';
  #place: Place | null = null;

  constructor(placeOf: (node: ChildNode) => Place) {
    this.#placeOf = placeOf;
  }

  read(document: { readonly children: readonly ChildNode[] }): readonly Block[] {
    this.#walk(document.children);
    this.#flush();
    return this.#blocks;
  }

  #walk(nodes: readonly ChildNode[]): void {
    for (const node of nodes) {
      if (isText(node)) this.#add(node.data, node);
      else if (isElement(node) && !SILENT.has(node.name)) this.#element(node);
    }
  }

  #add(text: string, node: ChildNode): void {
    if (text.trim() !== '') this.#place ??= this.#placeOf(node);
    this.#text += text;
    if (this.#emphasis > 0) this.#emphasized += text;
  }

  /** What sets a line apart: it is a heading, or all of it is emphasized. */
  #look(text: string): { readonly heading?: true; readonly look?: string } {
    if (this.#heading !== null) return { heading: true, look: this.#heading };
    if (this.#isTerm) return { look: 'dt' };
    return tidy(this.#emphasized).length >= text.length - 1 ? { look: 'bold' } : {};
  }

  #element(node: Element): void {
    if (node.name === 'br') this.#flush();
    else if (node.name === 'pre') this.#pre(node);
    else if (node.name === 'ol' || node.name === 'ul') this.#list(node);
    else if (node.name === 'li') this.#listItem(node);
    else if (node.name === 'table' && !holdsTable(node)) this.#table(node);
    else if (BLOCKS.has(node.name)) this.#block(node);
    else this.#inline(node);
  }

  #inline(node: Element): void {
    const strength = EMPHASIS.has(node.name) ? 1 : 0;
    this.#emphasis += strength;
    this.#walk(node.children);
    this.#emphasis -= strength;
  }

  #block(node: Element): void {
    this.#flush();
    const [outer, isWithinTerm] = [this.#heading, this.#isTerm];
    if (/^h[1-6]$/.test(node.name)) this.#heading ??= node.name;
    this.#isTerm ||= node.name === 'dt';
    this.#walk(node.children);
    this.#flush();
    [this.#heading, this.#isTerm] = [outer, isWithinTerm];
  }

  #pre(node: Element): void {
    this.#flush();
    const place = this.#placeOf(node);
    const texts = textOf(node).split('\n');
    const diagram = readDiagram(texts.join(' '));
    if (diagram) this.#blocks.push({ kind: 'line', line: { text: diagram, place, diagram: true } });
    else for (const text of texts) this.#push(text, place);
  }

  #list(node: Element): void {
    this.#flush();
    const style = /list-style-type:\s*([\w-]+)/.exec(node.attribs['style'] ?? '')?.[1];
    const type = node.attribs['type'] ?? style ?? '';
    const form = node.name === 'ul' || type === 'none' ? 'bullet' : (FORMS[type] ?? 'decimal');
    const start = Number.parseInt(node.attribs['start'] ?? '1', 10);
    this.#lists.push({ form, next: Number.isNaN(start) ? 1 : start });
    this.#walk(node.children);
    this.#flush();
    this.#lists.pop();
  }

  #listItem(node: Element): void {
    this.#flush();
    const list = this.#lists.at(-1);
    const value = Number.parseInt(node.attribs['value'] ?? '', 10);
    if (list && !Number.isNaN(value)) list.next = value;
    this.#label = list ? listLabel(list.form, list.next, this.#lists.length - 1) : '•';
    if (list) list.next += 1;
    this.#walk(node.children);
    this.#flush();
    this.#label = '';
  }

  /** A table of a standard: its rows. What spans several rows stands only in the first. */
  #table(node: Element): void {
    this.#flush();
    const down: number[] = [];
    for (const row of elementsOf(node, 'tr')) {
      const cells: (readonly Line[])[] = [];
      const spans: number[] = [];
      for (const cell of row.children
        .filter(isElement)
        .filter(({ name }) => name === 'td' || name === 'th')) {
        fillSpans(cells, down);
        down[cells.length] = reachOf(cell, 'rowspan') - 1;
        spans[cells.length] = reachOf(cell, 'colspan');
        cells.push(new HtmlReader(this.#placeOf).linesOf(cell));
      }
      fillSpans(cells, down);
      if (cells.length > 0)
        this.#blocks.push({ kind: 'row', cells, spans: cells.map((_, at) => spans[at] ?? 1) });
    }
  }

  /** The lines of a cell, and of whatever lies in it. */
  linesOf(cell: Element): readonly Line[] {
    return this.read(cell).flatMap((block) => (block.kind === 'line' ? [block.line] : block.cells.flat()));
  }

  #flush(): void {
    const { line } = this.#place ?? {};
    if (this.#place && line !== undefined) this.#push(this.#text, this.#place);
    this.#text = '';
    this.#emphasized = '';
    this.#place = null;
  }

  #push(source: string, place: Place): void {
    const text = tidy(source);
    if (text === '') return;
    const marked = this.#label === '' ? text : `${this.#label} ${text}`;
    this.#label = '';
    this.#blocks.push({
      kind: 'line',
      line: { text: marked, place, ...this.#look(text) },
    });
  }
}

/** Over how many rows or columns a cell reaches. */
const reachOf = (cell: Element, name: 'rowspan' | 'colspan'): number =>
  Math.max(1, Number.parseInt(cell.attribs[name] ?? '1', 10) || 1);

/** Empty cells where cells of earlier rows reach down. */
function fillSpans(cells: (readonly Line[])[], spans: number[]): void {
  while ((spans[cells.length] ?? 0) > 0) {
    spans[cells.length] = (spans[cells.length] ?? 0) - 1;
    cells.push([]);
  }
}

/** Tables within tables lay out pages; only the inner ones say something by being tables. */
const holdsTable = (node: Element): boolean => elementsOf(node, 'table').length > 0;

function elementsOf(node: Element, name: string): readonly Element[] {
  return node.children
    .filter(isElement)
    .flatMap((child) => (child.name === name ? [child] : elementsOf(child, name)));
}

const textOf = (node: ChildNode): string => {
  if (isText(node)) return node.data;
  return isElement(node) ? node.children.map(textOf).join('') : '';
};
