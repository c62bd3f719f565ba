export { listCalendarAsides } from './aside.ts';
export type { CalendarAside } from './aside.ts';
export { listCalendarChanges, recordCalendarChange } from './change.ts';
export type { CalendarChange, RecordedChange } from './change.ts';
export { enqueueRecompute, RECOMPUTE, recomputeDeadlines, recomputeRound, recomputeTask } from './job.ts';
export { countRunningBefore, listCalendarMoves } from './progress.ts';
export type { CalendarMove } from './progress.ts';
export { previewCalendar } from './preview.ts';
export type { CalendarPreview, PreviewedMove, PreviewedService } from './preview.ts';
