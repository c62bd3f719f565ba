export { readDefinition, readDefinitions, kindOfFile } from './definitions.ts';
export type {
  Definition,
  DefinitionFile,
  DefinitionKind,
  DefinitionReading,
  DefinitionValues,
  GovernmentDefinitions,
} from './definitions.ts';
export type { DefinitionFault, Place, PropertyPath, Remark, Severity } from './fault.ts';
export { governmentDirectories, governmentFiles } from './directory.ts';
