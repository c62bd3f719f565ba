/** What the layout hands to the one who draws: marks at their places, each with its part in the structure. */

export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic';

/** A part of the structure that screen readers walk through (ISO 32000-1, 14.8.4). */
export interface Tag {
  readonly type:
    | 'P'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'Figure'
    | 'Link'
    | 'Div'
    | 'Sect';
  readonly parent: Tag | null;
  readonly scope?: 'Row' | 'Column';
  readonly numbering?: 'Decimal' | 'LowerAlpha' | 'Disc';
  readonly alt?: string;
  readonly summary?: string;
}

interface At {
  /** Points from the left edge of the page. */
  readonly x: number;
  /** Points from the top of the strip; from the top of the page once it is placed. */
  readonly y: number;
  /** null: decoration, which screen readers pass over. */
  readonly tag: Tag | null;
}

/** `y` is the foot of the letters. */
export interface TextMark extends At {
  readonly kind: 'text';
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly width: number;
  readonly colour?: string;
  readonly underline?: boolean;
  readonly link?: string;
}

export interface LineMark extends At {
  readonly kind: 'line';
  readonly toX: number;
  readonly toY: number;
  readonly weight: number;
  readonly colour?: string;
}

export interface BoxMark extends At {
  readonly kind: 'box';
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

export interface ImageMark extends At {
  readonly kind: 'image';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Dark modules of a code, row by row, in a square of `side` points with its quiet zone. */
export interface CodeMark extends At {
  readonly kind: 'code';
  readonly side: number;
  readonly modules: readonly (readonly boolean[])[];
}

/** An outline by the path language of SVG, drawn from (x, y) in points. */
export interface PathMark extends At {
  readonly kind: 'path';
  readonly path: string;
  readonly scale: number;
  readonly fill?: string;
  readonly stroke?: string;
}

/** A place whose whereabouts the caller wants to know. */
export interface PlaceMark extends At {
  readonly kind: 'place';
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** A bookmark in the reader's side panel. */
export interface BookmarkMark extends At {
  readonly kind: 'bookmark';
  readonly level: 1 | 2 | 3;
  readonly title: string;
}

export type Mark = TextMark | LineMark | BoxMark | ImageMark | CodeMark | PathMark | PlaceMark | BookmarkMark;

/** The same mark further down. */
export const lowered = <M extends Mark>(mark: M, by: number): M =>
  mark.kind === 'line' ? { ...mark, y: mark.y + by, toY: mark.toY + by } : { ...mark, y: mark.y + by };
