/** People's files: checked, sealed, durable. */
export { fileTooLarge } from './faults.ts';
export type { FileType } from './kind.ts';
export type { FilePlace } from './places.ts';
export { MAX_FILE_BYTES, openFileStore } from './store.ts';
export type { FileStore, FileStoreOptions, SealedFile, StoredFile } from './store.ts';
export type { KnownFiles } from './sweep.ts';
export type { ScanVerdict, VirusScanner } from './virus-scanner.ts';
