export { diffCalendars, isSameCalendar } from './diff.ts';
export type { CalendarDiff, ChangedDay, ChangedRegime } from './diff.ts';
export { calendarText, editCalendar, editsOf, yearEdits } from './edit.ts';
export type { CalendarEdit, DayKey } from './edit.ts';
export { readHolidays } from './read-holidays.ts';
export type { ImportDefaults, ImportedDays, LineFault } from './imported.ts';
