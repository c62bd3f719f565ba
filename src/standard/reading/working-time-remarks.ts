import type { WorkingTimeFault } from '../../working-time/index.ts';
import type { PropertyPath, Remark } from './fault.ts';

/** `week.mon[1]` as the working-time room writes it, as a path. */
const pathOf = (text: string): PropertyPath =>
  text
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** What the working-time room finds wrong, as remarks about a definition: each an error at its place. */
export const workingTimeRemarks = (faults: readonly WorkingTimeFault[]): Remark[] =>
  faults.map(({ path, words }) => ({ at: pathOf(path), words, severity: 'error' }));
