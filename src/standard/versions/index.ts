export { Catalogue } from './catalogue.ts';
export type { CalendarVersion } from './catalogue.ts';
export type { StoredDefinition, Version } from './version.ts';
export { databaseSource, loadCatalogue, newestVersions } from './storage.ts';
export { checkEdited, publishDirectory, publishEdited, publishNewGovernments } from './publish.ts';
export type { Publication } from './publish.ts';
export { filesOf } from './files.ts';
export { findServices, searchServices } from './search.ts';
export type { FoundService } from './search.ts';
