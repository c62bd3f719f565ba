/** Word files: paragraphs with the marks Word would print before them, and tables. Reads the XML inside the archive. */
import type { ChildNode, Element, Markup } from './markup.ts';
import { parseDocument } from 'htmlparser2';
import { refused, ok } from '../../../ground/index.ts';
import type { Result } from '../../../ground/index.ts';
import { tidy } from '../grammar/plain.ts';
import type { Block, DecreeText, Line } from '../model.ts';
import { brokenArchive, openArchive } from './archive.ts';
import { isElement } from './markup.ts';
import { childNamed, descendants, isWellNested, valueOf } from './word-xml.ts';
import { cellLinesOf } from './nested-table.ts';
import { PlaceCounter } from './place-counter.ts';
import { WordNumbering } from './word-numbering.ts';

const parseXml = (text: string): Markup => parseDocument(text, { xmlMode: true, decodeEntities: true });

/** The text of a Word file; a fault where the archive is none of Word's, or a trap. */
export function readDocx(bytes: Uint8Array): Result<DecreeText> {
  const archive = openArchive(bytes, ['word/document.xml', 'word/numbering.xml', 'word/styles.xml']);
  if (!archive.ok) return archive;
  const part = (name: string): Markup => parseXml(archive.value.get(name) ?? '');
  const main = archive.value.get('word/document.xml');
  if (main === undefined) {
    return refused('unsupported-media', 'no-word-file', {
      id: 'Arsip ini bukan berkas Word (.docx). Berikan PDF, .docx, HTML, atau teks.',
      en: 'This archive is no Word file (.docx). Give a PDF, .docx, HTML or text.',
    });
  }
  if (!isWellNested(main)) return brokenArchive();
  const numbering = new WordNumbering(part('word/numbering.xml'), part('word/styles.xml'));
  const [body] = descendants(parseXml(main).children, 'w:body');
  return ok({ blocks: body ? new WordReader(numbering).read(body.children) : [] });
}

/** Wrappers whose content counts as if they were not there. */
const TRANSPARENT = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:moveTo',
  'w:fldSimple',
]);

class WordReader {
  readonly #numbering: WordNumbering;
  readonly #counter = new PlaceCounter();

  constructor(numbering: WordNumbering) {
    this.#numbering = numbering;
  }

  read(nodes: readonly ChildNode[]): readonly Block[] {
    return nodes.filter(isElement).flatMap((node): readonly Block[] => {
      if (node.name === 'w:p') return this.#paragraph(node).map((line) => ({ kind: 'line', line }));
      if (node.name === 'w:tbl') return this.#table(node);
      return TRANSPARENT.has(node.name) ? this.read(node.children) : [];
    });
  }

  /** A paragraph is a line; its forced breaks make more of them. */
  #paragraph(node: Element): readonly Line[] {
    const { label, isHeading } = this.#numbering.markOf(node);
    const look = lookOf(node, isHeading);
    const struckOut = tidy(struckText(node));
    const texts = runText(node).split('\n').map(tidy);
    const lines: Line[] = [];
    for (const text of texts) {
      if (text === '') continue;
      const marked = lines.length === 0 && label !== '' ? `${label} ${text}` : text;
      lines.push({
        text: marked,
        place: this.#place(),
        ...(isHeading ? { heading: true } : {}),
        ...(look === null ? {} : { look }),
        ...(struckOut === '' ? {} : { struckOut }),
      });
    }
    return lines;
  }

  #place(): Line['place'] {
    return { ...this.#counter.next(), page: null };
  }

  #table(node: Element): readonly Block[] {
    return rowsOf(node.children).flatMap((row): readonly Block[] => {
      const own = cellsOf(row.children);
      const cells = own.map((cell) => (isContinued(cell) ? [] : this.#cell(cell)));
      return cells.every((lines) => lines.length === 0)
        ? []
        : [{ kind: 'row', cells, spans: own.map(columnsOf) }];
    });
  }

  #cell(cell: Element): readonly Line[] {
    return cellLinesOf(this.read(cell.children));
  }
}

const within = (nodes: readonly ChildNode[], name: string): readonly Element[] =>
  nodes.filter(isElement).flatMap((node) => {
    if (node.name === name) return [node];
    return TRANSPARENT.has(node.name) ? within(node.children, name) : [];
  });
const rowsOf = (nodes: readonly ChildNode[]): readonly Element[] => within(nodes, 'w:tr');
const cellsOf = (nodes: readonly ChildNode[]): readonly Element[] => within(nodes, 'w:tc');

/** A cell that continues the one above it (vertical merge). */
function isContinued(cell: Element): boolean {
  const merge = childNamed(childNamed(cell, 'w:tcPr'), 'w:vMerge');
  return merge !== null && valueOf(merge) !== 'restart';
}

/** Over how many columns a cell reaches. */
function columnsOf(cell: Element): number {
  const span = childNamed(childNamed(cell, 'w:tcPr'), 'w:gridSpan');
  return Math.max(1, Number.parseInt((span && valueOf(span)) ?? '1', 10) || 1);
}

/** What was deleted, drawn a second time, or only instructs fields says nothing. */
const SILENT = new Set([
  'w:del',
  'w:pPr',
  'w:rPr',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:moveFrom',
  'w:drawing',
  'w:pict',
  'mc:AlternateContent',
  'w:object',
]);
const SIGNS: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': ' ',
  'w:noBreakHyphen': '-',
  'w:sym': '•',
};

function runText(node: ChildNode): string {
  if (!isElement(node) || SILENT.has(node.name)) return '';
  if (node.name === 'w:t') return node.children.map((child) => ('data' in child ? child.data : '')).join('');
  const sign = SIGNS[node.name];
  return sign ?? node.children.map(runText).join('');
}

/** The style of a heading, or that every run of the paragraph is bold. */
function lookOf(paragraph: Element, isHeading: boolean): string | null {
  if (isHeading) return valueOf(childNamed(childNamed(paragraph, 'w:pPr'), 'w:pStyle'));
  const runs = descendants(paragraph.children, 'w:r').filter((run) => tidy(runText(run)) !== '');
  return runs.length > 0 && runs.every(isBold) ? 'bold' : null;
}

function isBold(run: Element): boolean {
  const bold = childNamed(childNamed(run, 'w:rPr'), 'w:b');
  return bold !== null && !/^(?:0|false|none)$/.test(valueOf(bold) ?? '');
}

/** What revision marks have deleted. */
const struckText = (node: ChildNode): string => {
  if (!isElement(node)) return '';
  const own =
    node.name === 'w:delText'
      ? node.children.map((child) => ('data' in child ? child.data : '')).join('')
      : '';
  return own + node.children.map(struckText).join('');
};
