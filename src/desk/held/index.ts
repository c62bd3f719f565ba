/** Forms of the desk that officials come back to. */
export { findKept, forgetKept, keepWithFiles, releaseKept } from './held-files.ts';
export type { KeptForm } from './held-files.ts';
export { isFormId, newHolder } from './held-form.ts';
export type { FormPlace } from './held-form.ts';
export { keepingTyped } from './signed-out.ts';
