export {
  addDecreeImport,
  dropDecreeImport,
  findReading,
  getDecreeImport,
  listDecreeImports,
  listReviews,
  MOST_DECREE_BYTES,
  READ_DECREE,
  readDecreeAgain,
  saveReview,
} from './import.ts';
export type { DecreeImport, DecreeReading, Places, ReviewKey, ServiceReview } from './import.ts';
export { readDecreeTask } from './job.ts';
