export {
  addDecreeImport,
  dropDecreeImport,
  getDecreeImport,
  listDecreeImports,
  listReviews,
  MOST_DECREE_BYTES,
  READ_DECREE,
  saveReview,
} from './import.ts';
export type { DecreeImport, Places, ReviewKey, ServiceReview } from './import.ts';
export { readDecreeTask } from './job.ts';
