/** From when to when, as an administrator enters it: `sejak` and, if it is known, `sampai`. Pure. */
import type { FieldFault, Words } from '../../ground/index.ts';
import { readDate } from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { saidBy } from './official-input.ts';

export interface TermRead {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly faults: readonly FieldFault[];
}

const dayOf = (read: ReturnType<typeof readDate>): Temporal.PlainDate | null =>
  read.ok && read.value !== null ? Temporal.PlainDate.from(read.value) : null;

/** Both days; `missing` is said when the first is not given. The last day may be left open. */
export function readTerm(posted: PostedForm, missing: Words): TermRead {
  const reads = [readDate(posted, 'sejak'), readDate(posted, 'sampai')] as const;
  const faults = reads.flatMap((read) => (read.ok ? [] : read.fault.fields));
  const [from, to] = [dayOf(reads[0]), dayOf(reads[1])];
  if (reads[0].ok && !from) return { from, to, faults: [...faults, { path: 'sejak', words: missing }] };
  const reversed = from && to && Temporal.PlainDate.compare(to, from) < 0;
  const more = reversed ? [{ path: 'sampai', words: saidBy((words) => words.reversed) }] : [];
  return { from, to, faults: [...faults, ...more] };
}
