export { EDIT } from './addresses.ts';
export { hasCalendarDraft } from './draft.ts';
export { addCalendarEditRoutes } from './edit-routes.ts';
export { addCalendarImpactRoutes } from './impact-routes.ts';
export { addCalendarImportRoutes } from './import-routes.ts';
export { historySection } from './version-page.ts';
export type { HistoryPart } from './version-page.ts';
export { addCalendarVersionRoutes, historyOf } from './version-routes.ts';
export { editWords } from './words.ts';
