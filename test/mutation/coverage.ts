/** Which code a test file runs: only tests that run a mutant can find it. */
import { fileURLToPath } from 'node:url';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** What V8 tells of one script: for each function its ranges, the whole first, then parts that were run otherwise. */
export interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

export class Coverage {
  readonly #ranges = new Map<string, readonly Range[]>();

  constructor(scripts: readonly ScriptCoverage[]) {
    for (const { url, functions } of scripts) {
      if (url.startsWith('file:')) {
        const ranges = functions.flatMap((one) => one.ranges);
        this.#ranges.set(fileURLToPath(url.split('?')[0] ?? url), ranges);
      }
    }
  }

  /** Whether code that begins here was run: the smallest range around it says so. Types are stripped to spaces, so places agree. */
  runs(file: string, start: number, end: number): boolean {
    const around = (this.#ranges.get(file) ?? []).filter(
      ({ startOffset, endOffset }) => startOffset <= start && end <= endOffset,
    );
    const length = ({ startOffset, endOffset }: Range): number => endOffset - startOffset;
    const smallest = around.toSorted((a, b) => length(a) - length(b))[0];
    return (smallest?.count ?? 0) > 0;
  }
}
