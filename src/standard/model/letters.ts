import { z } from 'zod';
import { Id } from './basics.ts';

/** Letters that go out over a request, numbered and signed. */
export const letterKinds = [
  'granted',
  'completed',
  'refused',
  'returned',
  'extended',
  'apology',
  'hand-over',
  'assignment',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Posts that sign, by the kind of letter. */
export const Signers = z
  .partialRecord(z.enum(letterKinds), z.array(Id).min(1))
  .describe(
    'Positions that sign a kind of letter, only these; without an entry the posts whose step the letter is about sign it, or whoever stands above them in the office',
  );
