/** The HTTP server and what holds for every route. Routes themselves live in the rooms. */
export { ASSET_BASE } from './assets.ts';
export type { ServedAsset } from './assets.ts';

export { isThisMachine } from './connections.ts';
export { MethodFault, TooManyFault } from './faults.ts';
export { formFields } from './form-fields.ts';
export type { FormFields } from './form-fields.ts';
export { holdFreePort } from './held-port.ts';
export type { Lang } from './language.ts';
export { readMultipart, tidyFileName } from './multipart.ts';
export type { FilePart, MultipartLimits, MultipartReader } from './multipart.ts';
export type { ErrorAnswer, ServerOptions } from './options.ts';
export { takeOrRefuse } from './rate-limit.ts';
export type { Allowance, BucketSize, RateLimiter } from './rate-limit.ts';
export { createServer } from './server.ts';
export { SharedAnswers } from './shared-answers.ts';
export { closeAll, closeOnSignals } from './shutdown.ts';
export type { ClosingStep, Shutdown } from './shutdown.ts';
