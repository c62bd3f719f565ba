/** What lies on a page of a PDF: pieces of text and ruled lines. Points; x to the right, y downward. */

export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  /** The typeface, by the name that the file gives it: bold is one of its own. */
  readonly font?: string;
}

/** A horizontal line at y from `from` to `to`, or a vertical one at x. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  readonly number: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}
