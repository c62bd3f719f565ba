/** Keys and secrets: sealing, keyed hashes, passwords, random tokens, request numbers. */
export { exportMasterKey, importMasterKey } from './backup.ts';
export { randomCrockford } from './crockford.ts';
export { keysFrom, loadKeys, publicPem, sameBytes } from './keys.ts';
export type { Keys } from './keys.ts';
export type { LookupKind } from './lookup.ts';
export { hashPassword, verifyPassword } from './password.ts';
export { drawBytes, randomToken } from './random.ts';
export { newRequestNumber, readRequestNumber } from './request-number.ts';
export type { RequestNumber } from './request-number.ts';
export { readTrackingKey, writeTrackingKey } from './tracking-key.ts';
export { seal, unseal } from './sealed.ts';
