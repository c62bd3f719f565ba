export { describeChange, diffServices, diffValues } from './diff.ts';
export type { Change } from './diff.ts';
export { areas, pathInWords } from './names.ts';
