/** Files of a draft are held as those of every other form that is not sent yet. */
export {
  destroyFiles,
  dropHeldFiles,
  listHeldFiles,
  recordHeldFiles,
  releaseHeldFiles,
  storeFile,
} from '../../request/index.ts';
export type { FileHolder } from '../../request/index.ts';
