/** A series of checkpoints as it is kept: a line each. */
import { readCheckpoint } from '../platform/index.ts';
import type { Checkpoint } from '../platform/index.ts';

/** Lines of a checkpoint series as they are kept; what cannot be read stays in its place as null. */
export interface KeptCheckpoints {
  readonly lines: readonly string[];
  readonly checkpoints: readonly (Checkpoint | null)[];
}

export const keptFrom = (lines: readonly string[]): KeptCheckpoints => ({
  lines,
  checkpoints: lines.map((line) => {
    const read = readCheckpoint(line);
    return read.ok ? read.value : null;
  }),
});
