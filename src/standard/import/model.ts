import type { Words } from '../../ground/index.ts';
import type { PromisedTime } from '../../working-time/index.ts';
import type { ComponentName, ListComponent } from '../model.ts';

/** Where a text stands in its file. Pages only where the file has pages; lines are counted through the whole file. */
export interface Place {
  readonly page: number | null;
  readonly line: number;
}

/** A paragraph, or a line of a file that knows only lines. */
export interface Line {
  readonly text: string;
  readonly place: Place;
  /** The line was broken by the width of its column: the next one goes on with the sentence. */
  readonly open?: boolean;
  /** The file itself says that this is a heading. */
  readonly heading?: boolean;
  /** How the file sets this line apart from others: "h3", "bold". Headings of components look alike. */
  readonly look?: string;
  /** Words that revision marks have struck out of this line, and nobody has accepted. */
  readonly struckOut?: string;
  /** Nodes of a flow diagram that was drawn as text. */
  readonly diagram?: boolean;
}

/** A row of a table; a cell is a list of lines, an empty cell an empty list. */
export interface Row {
  readonly cells: readonly (readonly Line[])[];
  /** Over how many columns each cell reaches, where the file says so. */
  readonly spans?: readonly number[];
}

export type Block = { readonly kind: 'line'; readonly line: Line } | ({ readonly kind: 'row' } & Row);

/** What a file says, whatever kind of file it was. */
export interface DecreeText {
  readonly blocks: readonly Block[];
  /** Tables are written with signs between cells, so a broken row goes on in the lines behind it. */
  readonly hasLooseRows?: boolean;
}

/** A text as the decree has it, without its mark of a list, and where it stood. */
export interface Placed {
  readonly text: string;
  readonly place: Place;
}

export interface FeeAmount {
  /** Whole rupiah. */
  readonly idr: number;
  /** How often it is charged: "2 x tayang @ 30.000" is twice. */
  readonly times: number;
}

export interface FeeReading {
  readonly free: boolean;
  readonly amounts: readonly FeeAmount[];
}

interface FromText {
  /** Empty where the decree has no such component, or nothing under its heading. */
  readonly text: string;
  readonly place: Place | null;
}

export interface ImportedTime extends FromText {
  /** Null where the text is no promise, or not wholly understood. */
  readonly promise: PromisedTime | null;
  /** Every time the text names, where there are several. */
  readonly entries: readonly PromisedTime[];
}

export type ImportedFee = FromText & FeeReading;

export interface ImportedStaffing extends FromText {
  readonly count: number | null;
}

export interface ImportedList {
  readonly items: readonly Placed[];
}

export type ImportedComponents = Readonly<Record<ListComponent, ImportedList>> & {
  readonly time: ImportedTime;
  readonly fee: ImportedFee;
  readonly staffing: ImportedStaffing;
};

export type Severity = 'error' | 'warning' | 'info';

/** What a careful clerk would say of a decree. Nothing is mended: the reviewer decides. */
export interface Finding {
  readonly severity: Severity;
  /**
   * What it is about: the decree itself (it stays with the standard), how it was read (until somebody has compared), or
   * what is open (whoever reviews settles it, and the standard says of itself what it lacks).
   */
  readonly about: 'decree' | 'reading' | 'open';
  readonly component: ComponentName | 'title';
  readonly words: Words;
  readonly place: Place | null;
}

export interface ImportedService {
  readonly title: Placed | null;
  readonly components: ImportedComponents;
  readonly findings: readonly Finding[];
}

/** The decree that sets the standards, as far as the document carries its head. */
export interface DecreeHead {
  readonly number: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly office: string | null;
  readonly title: string | null;
}

export interface ImportedDecree {
  readonly services: readonly ImportedService[];
  readonly decree: DecreeHead | null;
}

/** A decree as it was read, with the text it was read in, line by line. */
export interface ReadDocument extends ImportedDecree {
  readonly lines: readonly Placed[];
}
