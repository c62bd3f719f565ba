import type PdfKit from 'pdfkit';
import type { Tag } from '../layout/marks.ts';

export type PdfDocument = InstanceType<typeof PdfKit>;
type Element = ReturnType<PdfDocument['struct']>;

/** Left, top, right, bottom in points from the upper left corner of the page. */
export type Box = [number, number, number, number];

/** Where pdfkit keeps an element's dictionary: the attributes of lists and tables have no option of their own. */
interface WithDictionary {
  readonly dictionary: { readonly data: Record<string, unknown> };
}

/** Attributes of ISO 32000-1, 14.8.5, beyond those pdfkit writes by itself. */
function attributesOf({ numbering, scope, summary }: Tag): Record<string, unknown> | undefined {
  if (numbering !== undefined) return { O: 'List', ListNumbering: numbering };
  if (scope !== undefined) return { O: 'Table', Scope: scope };
  // eslint-disable-next-line no-new-wrappers -- pdfkit writes String objects as text and plain strings as names
  return summary === undefined ? undefined : { O: 'Table', Summary: new String(summary) };
}

/** The structure of a document, grown while its pages are drawn: an element is made when its first mark is. */
export class Structure {
  readonly #document: PdfDocument;
  readonly #larger: number;
  readonly #root: Element;
  readonly #elements = new Map<Tag, Element>();

  /** `larger`: how much what is drawn is enlarged onto its page, which boxes must tell. */
  constructor(document: PdfDocument, larger = 1) {
    this.#document = document;
    this.#larger = larger;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  #element(tag: Tag, box?: Box): Element {
    const known = this.#elements.get(tag);
    if (known) return known;
    const element = this.#made(tag, box);
    this.#parentOf(tag).add(element);
    return element;
  }

  #made(tag: Tag, box?: Box): Element {
    // The types of pdfkit know no box yet.
    const bbox = box?.map((edge) => edge * this.#larger);
    const options: { alt?: string; bbox?: number[] } = { alt: tag.alt, bbox };
    const element = this.#document.struct(tag.type, options);
    const attributes = attributesOf(tag);
    if (attributes) (element as unknown as WithDictionary).dictionary.data['A'] = attributes;
    this.#elements.set(tag, element);
    return element;
  }

  #parentOf({ parent }: Tag): Element {
    return parent === null ? this.#root : this.#element(parent);
  }

  /** Draws what belongs to a part of the structure; without one it is decoration. Pictures tell the box they fill. */
  within(tag: Tag | null, draw: () => void, box?: Box): void {
    if (tag === null) {
      this.#document.markContent('Artifact', { type: 'Layout' });
    } else {
      this.#element(tag, box).add(this.#document.markStructureContent(tag.type));
    }
    draw();
    this.#document.endMarkedContent();
  }

  /** A link: its words and its sensitive area in one element. Closed at once, or pdfkit would name the last page as its own. */
  link(tag: Tag, draw: () => void, annotate: (options: object) => void): void {
    const element = this.#made(tag);
    element.add(this.#document.markStructureContent('Link'));
    draw();
    this.#document.endMarkedContent();
    annotate({ structParent: element });
    element.end();
    this.#parentOf(tag).add(element);
  }
}
