export { Catalogue, keyOf } from './catalogue.ts';
export type { CalendarVersion, DefinitionSource } from './catalogue.ts';
export type { StoredDefinition, Version } from './version.ts';
export { databaseSource, loadCatalogue, newestVersions } from './storage.ts';
export { publishDefinitions, publishDirectory, publishEdited, publishNewGovernments } from './publish.ts';
export type { Publication, Publishing } from './publish.ts';
export { fileNameOf, filesOf } from './files.ts';
export { searchServices } from './search.ts';
export type { FoundService } from './search.ts';
