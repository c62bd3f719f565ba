/** A request comes in. */
export { beginSubmission } from './input.ts';
export type { Intake, Receipt, Submission, SubmitInput, Submitted } from './input.ts';
export { trackingHash } from './keys.ts';
export { onlyAtCounter, placeOf, prepareSubmission } from './prepare.ts';
export type { Prepared } from './prepare.ts';
export { requestRows } from './rows.ts';
export { submitRequest } from './submit.ts';
