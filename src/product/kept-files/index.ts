/** Files that a server reads and this program keeps, beside lines that others wrote. */
export { onFiles } from './faults.ts';
export { findLine, linesOf, withLine, withoutLine } from './lines.ts';
export { withLock } from './lock.ts';
export { readText, replaceFile } from './replace.ts';
