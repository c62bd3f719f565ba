/** First passwords as servers keep them: salted, slow to guess, never in clear. */
export { argon2idHash } from './argon2id.ts';
export { sha512CryptHash } from './sha512-crypt.ts';
