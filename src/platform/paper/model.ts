/**
 * A paper as plain data: what stands on it and in which order, not where. `writePdf` finds the places. Lengths are
 * millimetres and letter sizes points. Nothing is read from outside: equal papers give equal bytes.
 */

/** Letters of one kind. A link is an address that opens from the paper. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly link?: string;
}

/** A line of text; a line break in it (`\n`) starts a new line of the same paragraph. */
export type Inline = string | readonly Run[];

export type Align = 'left' | 'centre' | 'right';

/** `tiny` for footers, `small` for tables, `normal` for letters, the others for titles and posters. */
export type Size = 'tiny' | 'small' | 'normal' | 'large' | 'title' | 'poster';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inline;
  readonly align?: Align;
  readonly size?: Size;
  /** Blank before the first word, in mm. */
  readonly firstLine?: number;
  /** Blank below, in mm; a third of a line without it. */
  readonly after?: number;
  /** Stays on the page of what follows it. */
  readonly withNext?: boolean;
}

/** 1. 2. 3., a. b. c., or dots; an item of several blocks may hold a list again. */
export interface List {
  readonly kind: 'list';
  readonly numbers: 'decimal' | 'letters' | 'bullet';
  readonly items: readonly (Inline | readonly TextBlock[])[];
  readonly size?: Size;
}

/** What may stand inside of a cell, an item or a group. */
export type TextBlock = Paragraph | List;

export interface Heading {
  readonly kind: 'heading';
  /** 1 to 3, in order: screen readers go by it. Every heading is a bookmark too. */
  readonly level: 1 | 2 | 3;
  readonly text: Inline;
  readonly align?: Align;
  readonly size?: Size;
  /** What the bookmark says; the text without it, none for `null`. */
  readonly bookmark?: string | null;
  /** Starts a page of its own. */
  readonly newPage?: boolean;
  readonly after?: number;
}

export type Cell = Inline | readonly TextBlock[];

export interface Column {
  /** Share of the width, shares needing no particular sum; or as wide as its longest cell of plain text. */
  readonly share: number | 'fit';
  readonly align?: Align;
  /** Its cells name their row (TH with scope Row). */
  readonly names?: boolean;
}

/** Rows go on over pages, with `head` repeated. `frame: 'none'` for facts in pairs, without lines. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly head?: readonly Inline[];
  readonly rows: readonly (readonly Cell[])[];
  readonly frame?: 'grid' | 'none';
  readonly size?: Size;
  /** For screen readers: what the table tells. */
  readonly summary?: string;
}

/** A picture (PNG or JPEG), `width` mm wide. */
export interface Image {
  readonly kind: 'image';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly alt: string;
  readonly align?: Align;
}

/** An address as a QR code, `side` mm wide with its quiet zone; put the address in words below it. */
export interface QrCode {
  readonly kind: 'qr';
  readonly address: string;
  readonly side: number;
  readonly alt: string;
  readonly align?: Align;
}

/** The head of a government's paper: shield, names, how it is reached, closed by a thick and a thin line. */
export interface Letterhead {
  readonly kind: 'letterhead';
  /** The letter on the shield, or the picture of the real coat of arms. */
  readonly crest: { readonly initial: string } | { readonly bytes: Uint8Array; readonly alt: string };
  readonly government: string;
  readonly office?: string;
  readonly lines: readonly string[];
}

/** Where somebody signs. `mark` stands between post and name: room for a hand, a code, or a scanned signature. */
export interface Signature {
  /** Above the post: "Klaten, 23 November 2026". */
  readonly placeAndDate?: string;
  /** "a.n. BUPATI KLATEN", then the post; one a line. */
  readonly post: readonly string[];
  readonly mark?: QrCode | Image | { readonly kind: 'room'; readonly height: number; readonly text?: string };
  /** Dots without it: to be written by hand. */
  readonly name?: string;
  /** Rank and NIP, one a line. */
  readonly under?: readonly string[];
  /** A name for the place of `mark`; `writePdf` tells where it came to stand. */
  readonly place?: string;
}

/** One signs on the right half; two side by side. Never torn from each other by a page. */
export interface Signatures {
  readonly kind: 'signatures';
  readonly blocks: readonly [Signature] | readonly [Signature, Signature];
  /** One that takes all of its room, as beside something else. */
  readonly across?: boolean;
}

/** Two things side by side, not broken over pages: "Nomor, Sifat, Hal" on the left, place and date on the right. */
export interface SideBySide {
  readonly kind: 'side-by-side';
  readonly left: readonly (TextBlock | Table | QrCode | Image)[];
  readonly right: readonly (TextBlock | Table | QrCode | Image | Signatures)[];
  /** Shares of the width, left and right; halves without it. */
  readonly shares?: readonly [number, number];
}

export type Block =
  | TextBlock
  | Heading
  | Table
  | Image
  | QrCode
  | Letterhead
  | Signatures
  | SideBySide
  /** All of it on one page where a page can hold it. */
  | { readonly kind: 'together'; readonly blocks: readonly Block[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly height: number }
  | { readonly kind: 'new-page' };

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface PaperPage {
  /** F4 is the folio of Indonesian offices, 215 × 330 mm. */
  readonly size: 'A4' | 'A3' | 'F4';
  readonly landscape?: boolean;
  /** Laid out as A4 and enlarged onto A3, letters and all: for what hangs on a wall. Only in PDF. */
  readonly enlargedTo?: 'A3';
  readonly margins?: Margins;
}

export interface Paper {
  /** Shown by the reader's window and read out first. */
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  /** Of most words on it. */
  readonly lang: 'id' | 'en';
  /** An instant as ISO text, `2026-11-23T02:00:00Z`. Given, not taken from a clock: equal papers, equal bytes. */
  readonly createdAt: string;
  /** Goes into the file's own identity: number and version of what is printed. */
  readonly id: string;
  readonly page: PaperPage;
  /** Colour of lines and the shield, `#rrggbb`; ink without it. */
  readonly accent?: string;
  /** At the top of every page after the first. */
  readonly runningHead?: string;
  /** At the foot of every page, above or beside its number. */
  readonly footer?: string;
  /** `{n}` and `{m}` are filled in: "halaman {n} dari {m}". No numbers without it. */
  readonly pageNumbers?: string;
  /** Across the top of every page, so that a trial can never be taken for the real thing. */
  readonly banner?: string;
  readonly body: readonly Block[];
}
