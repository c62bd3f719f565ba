/** The standard's room: the 14 components and how they run. */
export * from './model/basics.ts';
export * from './model/components.ts';
export * from './model/questions.ts';
export * from './model/steps.ts';
export * from './model/service.ts';
export * from './model/government.ts';

export * from './reading/index.ts';
export * from './checking/index.ts';
export * from './diff/index.ts';
export { definitionSchemas } from './schema.ts';
export type { NamedSchema } from './schema.ts';
export * from './answers/index.ts';
export * from './versions/index.ts';
