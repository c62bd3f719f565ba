export { readDefinition, readDefinitions, kindOfFile } from './definitions.ts';
export type { Definition, DefinitionFile, DefinitionKind, GovernmentDefinitions } from './definitions.ts';
export type { DefinitionFault } from './fault.ts';
export { governmentDirectories, governmentFiles } from './directory.ts';
