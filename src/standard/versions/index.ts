export { Catalogue, keyOf } from './catalogue.ts';
export type { CalendarVersion, DefinitionSource } from './catalogue.ts';
export type { StoredDefinition, Version } from './version.ts';
