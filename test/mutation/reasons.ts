/** Why a mistake may survive: it changes nothing that could be seen from outside. */
export interface Survivor {
  readonly file: string;
  /** The line of the source it stands in; where that line changes, the mistake must be explained anew. */
  readonly line: string;
  /** The mistakes in this line: what stands there, and what stands there instead. */
  readonly mistakes: readonly (readonly [code: string, becomes: string])[];
  readonly why: string;
}

export const SHORTCUT = 'A shortcut past work that would change nothing.';
export const SEAM =
  'At the seam of table and weeks both ways of counting give the same, or the other branch has taken the case before.';
export const FOR_TYPES =
  'A value for the type checker alone: by the lines around it, what stands before it is never missing.';
export const ZERO_LONG = 'A span without length adds nothing either way.';
export const BEYOND = 'One step beyond the end stands undefined, which ends the loop or adds nothing.';
export const ONE_LIST =
  'An empty list of its own is as good as the shared one; that one saves memory where millions are asked.';
