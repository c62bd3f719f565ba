/** Automatic numbers of Word: which mark stands before a paragraph. Pure, but for the counting. */
import type { Element, Markup } from './markup.ts';
import { listLabel, ordinal } from './list-label.ts';
import type { LabelForm } from './list-label.ts';
import { childNamed, descendants, valueOf } from './word-xml.ts';

interface Level {
  readonly form: LabelForm;
  readonly start: number;
  /** "%1." or "%1.%2". */
  readonly pattern: string;
}

interface Numbering {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: boolean;
}

interface Position {
  readonly list: string;
  readonly level: number;
}

export interface ParagraphMark {
  readonly label: string;
  readonly isHeading: boolean;
}

const FORMS: ReadonlySet<string> = new Set<LabelForm>([
  'decimal',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
  'bullet',
  'none',
]);
const formOf = (name: string | null): LabelForm => {
  if (name === 'decimalZero') return 'decimal';
  return name !== null && FORMS.has(name) ? (name as LabelForm) : 'decimal';
};

export class WordNumbering {
  readonly #lists: ReadonlyMap<string, Numbering>;
  readonly #styles: ReadonlyMap<string, Element>;
  /** Counts of each abstract list, level by level: lists of one kind go on counting. */
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Markup, styles: Markup) {
    this.#lists = listsOf(numbering);
    this.#styles = new Map(
      descendants(styles.children, 'w:style').map((style) => [style.attribs['w:styleId'] ?? '', style]),
    );
  }

  /** The mark before this paragraph. To be asked in the order of the document: it counts. */
  markOf(paragraph: Element): ParagraphMark {
    const properties = childNamed(paragraph, 'w:pPr');
    const styles = this.#styleChain(valueOf(childNamed(properties, 'w:pStyle')));
    const isHeading = styles.some((style) =>
      /heading|^title$|judul/i.test(valueOf(childNamed(style, 'w:name')) ?? ''),
    );
    const sources = [properties, ...styles.map((style) => childNamed(style, 'w:pPr'))];
    const position = sources.map(positionIn).find((found) => found !== null);
    return { label: position && hasText(paragraph) ? this.#count(position) : '', isHeading };
  }

  #styleChain(id: string | null): readonly Element[] {
    const chain: Element[] = [];
    for (let next = id; next !== null && chain.length < 10;) {
      const style = this.#styles.get(next);
      if (!style) break;
      chain.push(style);
      next = valueOf(childNamed(style, 'w:basedOn'));
    }
    return chain;
  }

  #count({ list, level }: Position): string {
    const numbering = this.#lists.get(list);
    const shape = numbering?.levels.get(level);
    if (!numbering || !shape) return '';
    if (shape.form === 'bullet' || shape.form === 'none') return listLabel(shape.form, 0, level);
    const counts = this.#countsOf(list, numbering);
    counts[level] = (counts[level] ?? shape.start - 1) + 1;
    counts.splice(level + 1);
    const text = shape.pattern.replaceAll(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = numbering.levels.get(at);
      return ordinal(other?.form ?? 'decimal', counts[at] ?? other?.start ?? 1);
    });
    return withLevel(text, level);
  }

  #countsOf(list: string, { abstract, restarts }: Numbering): number[] {
    const known = this.#counts.get(abstract);
    const fresh = known === undefined || (restarts && !this.#begun.has(list));
    this.#begun.add(list);
    if (!fresh) return known;
    const counts: number[] = [];
    this.#counts.set(abstract, counts);
    return counts;
  }
}

/** Deeper levels that look like the first ("1." under "1.") are told apart by their bracket. */
const withLevel = (text: string, level: number): string =>
  level > 0 && /^\w+\.$/.test(text) ? `${text.slice(0, -1)})` : text;

const hasText = (paragraph: Element): boolean => descendants(paragraph.children, 'w:t').length > 0;

function positionIn(properties: Element | null): Position | null {
  const numbers = childNamed(properties, 'w:numPr');
  const list = valueOf(childNamed(numbers, 'w:numId'));
  if (list === null) return null;
  return { list, level: Number(valueOf(childNamed(numbers, 'w:ilvl')) ?? 0) };
}

function listsOf(numbering: Markup): ReadonlyMap<string, Numbering> {
  const abstracts = new Map(
    descendants(numbering.children, 'w:abstractNum').map((node) => [
      node.attribs['w:abstractNumId'] ?? '',
      levelsOf(node),
    ]),
  );
  const lists = descendants(numbering.children, 'w:num').map((node) => {
    const abstract = valueOf(childNamed(node, 'w:abstractNumId')) ?? '';
    const overrides = descendants(node.children, 'w:startOverride').length > 0;
    const own = new Map(descendants(node.children, 'w:lvl').map((level) => levelOf(level)));
    const levels = new Map([...(abstracts.get(abstract) ?? []), ...own]);
    return [node.attribs['w:numId'] ?? '', { abstract, levels, restarts: overrides }] as const;
  });
  return new Map(lists);
}

const levelsOf = (node: Element): ReadonlyMap<number, Level> =>
  new Map(descendants(node.children, 'w:lvl').map((level) => levelOf(level)));

function levelOf(node: Element): [number, Level] {
  return [
    Number(node.attribs['w:ilvl'] ?? 0),
    {
      form: formOf(valueOf(childNamed(node, 'w:numFmt'))),
      start: Number(valueOf(childNamed(node, 'w:start')) ?? 1),
      pattern: valueOf(childNamed(node, 'w:lvlText')) ?? '%1.',
    },
  ];
}
