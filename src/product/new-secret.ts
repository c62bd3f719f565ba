import { randomBytes } from 'node:crypto';

/** First passwords are read off a screen: no letters that look alike, grouped; about 95 bits. */
const SECRET_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password, at random. */
export function newSecret(): string {
  const letters: string[] = [];
  while (letters.length < 19) {
    for (const byte of randomBytes(32)) {
      const letter = byte < 248 ? SECRET_LETTERS[byte % 31] : undefined;
      if (letter !== undefined && letters.length < 19) letters.push(letter);
    }
  }
  return [letters.slice(0, 5), letters.slice(5, 10), letters.slice(10, 15), letters.slice(15)]
    .map((group) => group.join(''))
    .join('-');
}
