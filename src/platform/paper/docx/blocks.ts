import type {
  Block,
  Cell,
  Heading,
  Image,
  Inline,
  Letterhead,
  List,
  Paragraph,
  QrCode,
  SideBySide,
  Signature,
  Signatures,
  Size,
  Table,
  TextBlock,
} from '../model.ts';
import { twips } from './measure.ts';
import type { Gathered } from './package.ts';
import { codeRun, imageRun } from './picture.ts';
import { tableMarkup, widthsOf } from './table.ts';
import { paragraphOf, paragraphWith } from './text.ts';
import type { Standing } from './text.ts';
import { element } from './xml.ts';

/** Where a block stands: how wide it may be (twentieths of a point), and inside of what. */
interface Room {
  readonly width: number;
  readonly gathered: Gathered;
  readonly size?: Size;
  readonly align?: Standing['align'];
  /** Depth of the list whose item this is. */
  readonly depth?: number;
  readonly tight?: boolean;
  /** Set in from the left, in twentieths of a point. */
  readonly left?: number;
  readonly withNext?: boolean;
}

const HAND = 20;
const DOTS = '.'.repeat(40);
const NO_SPACE = { before: 0, after: 0 };
const CREST_WIDTH = 17;
const DEEPEST = 8;

const isInline = (text: Inline | readonly TextBlock[]): text is Inline =>
  typeof text === 'string' || text.every((one) => 'text' in one && !('kind' in one));

const spaced = (after: number | undefined): number | undefined =>
  after === undefined ? undefined : twips(after);

function paragraph(block: Paragraph, room: Room): string {
  const standing: Standing = {
    align: block.align ?? room.align,
    size: block.size ?? room.size,
    firstLine: block.firstLine,
    after: room.tight ? 0 : spaced(block.after),
    withNext: block.withNext ?? room.withNext,
    inItem: room.depth,
  };
  return paragraphOf(block.text, standing, room.gathered);
}

/** An item: its first paragraph carries the number, the others stand below it. */
function item(content: List['items'][number], list: number, depth: number, room: Room): string {
  const inside: Room = { ...room, depth };
  const numbered: Standing = { item: { list, depth }, size: room.size, style: 'ListParagraph' };
  if (isInline(content)) return paragraphOf(content, numbered, room.gathered);
  const [first, ...rest] = content;
  if (first?.kind !== 'paragraph') {
    return (
      paragraphOf('', numbered, room.gathered) + content.map((block) => textBlock(block, inside)).join('')
    );
  }
  return (
    paragraphOf(first.text, numbered, room.gathered) + rest.map((block) => textBlock(block, inside)).join('')
  );
}

function list(block: List, room: Room): string {
  const depth = Math.min((room.depth ?? -1) + 1, DEEPEST);
  const id = room.gathered.list(block.numbers);
  const inside = { ...room, size: block.size ?? room.size };
  return block.items.map((content) => item(content, id, depth, inside)).join('');
}

const textBlock = (block: TextBlock, room: Room): string =>
  block.kind === 'list' ? list(block, room) : paragraph(block, room);

/** What stands in a cell; a cell without a paragraph would break the file. */
function cell(content: Cell, room: Room): string {
  if (isInline(content)) {
    return paragraphOf(content, { size: room.size, align: room.align, ...NO_SPACE }, room.gathered);
  }
  return content.map((block) => textBlock(block, room)).join('') || element('w:p');
}

function table(block: Table, room: Room): string {
  const framed = block.frame !== 'none';
  const size = block.size ?? (framed ? 'small' : room.size);
  const inside = { gathered: room.gathered, size, width: room.width, tight: true };
  const at = (column: number): Room => ({ ...inside, align: block.columns[column]?.align });
  const head = block.head?.map((title, column) =>
    paragraphOf(
      title,
      { size, bold: true, align: block.columns[column]?.align, withNext: true, ...NO_SPACE },
      room.gathered,
    ),
  );
  return tableMarkup({
    widths: widthsOf(block, room.width),
    framed,
    summary: block.summary,
    rows: [
      ...(head ? [{ cells: head, isHead: true, whole: true }] : []),
      ...block.rows.map((row) => ({ cells: row.map((content, column) => cell(content, at(column))) })),
    ],
  });
}

/** Two tables in a row would become one: a paragraph parts them, and follows every table. */
const parted = (markup: string): string => markup + paragraphWith('', { size: 'tiny', ...NO_SPACE });

function heading(block: Heading, room: Room): string {
  const standing: Standing = {
    style: `Heading${block.level}`,
    align: block.align,
    size: block.size,
    newPage: block.newPage,
    after: spaced(block.after),
  };
  return paragraphOf(block.text, standing, room.gathered);
}

const picture = (block: Image | QrCode, room: Room): string =>
  paragraphWith(block.kind === 'qr' ? codeRun(block, room.gathered) : imageRun(block, room.gathered), {
    align: block.align,
    left: room.left,
    ...NO_SPACE,
  });

/** In Word the head is for the office's own coat of arms: our placeholder shield is left to the paper. */
function letterhead({ crest, government, office, lines }: Letterhead, room: Room): string {
  const line = (text: string, size: Size, bold: boolean): string =>
    paragraphOf(text, { align: 'centre', size, bold, ...NO_SPACE }, room.gathered);
  const names = [
    line(government.toUpperCase(), 'large', office === undefined),
    ...(office === undefined ? [] : [line(office.toUpperCase(), 'large', true)]),
    ...lines.map((text) => line(text, 'small', false)),
  ].join('');
  const rule = paragraphWith('', {
    size: 'tiny',
    border: element(
      'w:pBdr',
      {},
      element('w:bottom', { 'w:val': 'thickThinSmallGap', 'w:sz': 18, 'w:space': 1, 'w:color': '1C1917' }),
    ),
    before: 0,
    after: 200,
  });
  if ('initial' in crest) return names + rule;
  const side = twips(CREST_WIDTH + 3);
  const arms = picture({ kind: 'image', bytes: crest.bytes, alt: crest.alt, width: CREST_WIDTH }, room);
  const widths = [side, room.width - 2 * side, side];
  return tableMarkup({ widths, framed: false, rows: [{ cells: [arms, names, element('w:p')] }] }) + rule;
}

function mark({ mark: drawn }: Signature, room: Room): string {
  if (drawn?.kind === 'qr' || drawn?.kind === 'image') return picture(drawn, room);
  const around = twips((drawn?.height ?? HAND) / 2);
  const standing = { before: around, after: around, withNext: true, left: room.left };
  return paragraphOf(drawn?.text ?? '', standing, room.gathered);
}

function signature(block: Signature, room: Room): string {
  const line = (text: string, bold = false, withNext = true): string =>
    paragraphOf([{ text, bold, underline: bold }], { ...NO_SPACE, withNext, left: room.left }, room.gathered);
  const { placeAndDate, post, name, under = [] } = block;
  const above = [...(placeAndDate === undefined ? [] : [placeAndDate]), ...post];
  return [
    ...above.map((text) => line(text)),
    mark(block, room),
    name === undefined ? line(DOTS, false, under.length > 0) : line(name, true, under.length > 0),
    ...under.map((text, at) => line(text, false, at < under.length - 1)),
  ].join('');
}

/** One signs on the right half, as paragraphs set in: a table would be taken for a row of what stands above it. */
function signatures({ blocks, across }: Signatures, room: Room): string {
  const above = paragraphWith('', { size: 'small', withNext: true });
  const half = Math.floor(room.width / 2);
  if (blocks.length === 1) return above + signature(blocks[0], across ? room : { ...room, left: half });
  const cells = blocks.map((block) => signature(block, { ...room, width: half }));
  const widths = [half, room.width - half];
  return above + parted(tableMarkup({ widths, framed: false, rows: [{ cells, whole: true }] }));
}

function sideBySide({ left, right, shares = [1, 1] }: SideBySide, room: Room): string {
  const first = Math.round((room.width * shares[0]) / (shares[0] + shares[1]));
  const widths = [first, room.width - first];
  const cells = [left, right].map((blocks, at) => {
    const inside = { ...room, width: (widths[at] ?? 0) - 100, tight: true };
    const content = blocks.map((block) => written(block, inside)).join('');
    // A cell ends with a paragraph, also after a table inside of it.
    return content === '' ? element('w:p') : content;
  });
  return parted(tableMarkup({ widths, framed: false, rows: [{ cells, whole: true }] }));
}

const rule = (): string =>
  paragraphWith('', {
    size: 'tiny',
    border: element(
      'w:pBdr',
      {},
      element('w:bottom', { 'w:val': 'single', 'w:sz': 6, 'w:space': 1, 'w:color': 'auto' }),
    ),
    ...NO_SPACE,
  });

const WRITTEN: { [K in Block['kind']]: (block: Block & { kind: K }, room: Room) => string } = {
  paragraph,
  list,
  heading,
  table: (block, room) => parted(table(block, room)),
  image: picture,
  qr: picture,
  letterhead,
  signatures,
  'side-by-side': sideBySide,
  together: ({ blocks }, room) =>
    blocks.map((block, at) => written(block, { ...room, withNext: at < blocks.length - 1 })).join(''),
  rule,
  space: ({ height }) => paragraphWith('', { size: 'tiny', before: twips(height), after: 0 }),
  'new-page': () => paragraphWith('<w:r><w:br w:type="page"/></w:r>', NO_SPACE),
};

function written<K extends Block['kind']>(block: Block & { kind: K }, room: Room): string {
  return WRITTEN[block.kind](block, room);
}

/** The body of a document, over a width in twentieths of a point. */
export const bodyMarkup = (blocks: readonly Block[], width: number, gathered: Gathered): string =>
  blocks.map((block) => written(block, { width, gathered })).join('');
