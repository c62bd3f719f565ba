export { Catalogue } from './catalogue.ts';
export type { CalendarVersion } from './catalogue.ts';
export type { StoredDefinition, Version } from './version.ts';
export { databaseSource, loadCatalogue, newestVersions } from './storage.ts';
export {
  checkEdited,
  checkTogetherEdited,
  publishDirectory,
  publishEdited,
  publishNewGovernments,
  publishTogether,
} from './publish.ts';
export type { Publication } from './publish.ts';
export { filesOf } from './files.ts';
export { findServices, searchServices } from './search.ts';
export type { FoundService } from './search.ts';
export {
  addVerdict,
  assumptionsOf,
  isOpen,
  listVerdicts,
  lockVerdicts,
  newestVerdicts,
} from './assumptions.ts';
export type { Assumption, Verdict } from './assumptions.ts';
export { likeness, wordsIn } from './word-likeness.ts';
export { dropCalendarDraft, findCalendarDraft, saveCalendarDraft } from './calendar-draft.ts';
export type { CalendarDraft } from './calendar-draft.ts';
