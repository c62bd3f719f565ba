/**
 * Mistakes that no test of the room finds, each with the reason: most change nothing that could be seen from outside.
 * `line` is the line of the source they stand in; where that line changes, the mistake must be explained anew.
 */
export interface Survivor {
  readonly file: string;
  readonly line: string;
  readonly code: string;
  readonly becomes: string;
  readonly why: string;
}

export const survivors: readonly Survivor[] = [];
