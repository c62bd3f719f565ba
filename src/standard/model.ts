/** The pure door of the standard's room: what standards say and how answers are read. No file, no database. */
export * from './model/basics.ts';
export * from './model/charge.ts';
export * from './model/common-services.ts';
export * from './model/components.ts';
export * from './model/deliveries.ts';
export * from './model/questions.ts';
export * from './model/steps.ts';
export * from './model/service.ts';
export * from './model/silence.ts';
export * from './model/government.ts';
export * from './model/letters.ts';
export * from './answers/index.ts';
