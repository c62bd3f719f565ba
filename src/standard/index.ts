/** The standard's room: the 14 components and how they run. */
export * from './model.ts';
export * from './reading/index.ts';
export * from './checking/index.ts';
export * from './diff/index.ts';
export * from './drafting/index.ts';
export * from './calendar/index.ts';
export * from './decrees/index.ts';
export * from './print/index.ts';
export { definitionSchemas } from './schema.ts';
export * from './versions/index.ts';
