/** Words for a person in both languages of the screen. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/**
 * What kind of thing went wrong, from the caller's side. HTTP statuses are given to these in one place
 * (platform/http), so nothing else in the program speaks of status codes.
 */
export type FaultKind =
  | 'invalid' // the input is wrong; the words say how to put it right
  | 'malformed' // the input cannot be read at all
  | 'unauthenticated' // who is asking is not known
  | 'forbidden' // known, but not allowed
  | 'not-found'
  | 'method' // this address does not answer to this HTTP method
  | 'conflict' // the state of things has moved on (stale version, step not open)
  | 'too-large'
  | 'unsupported-media'
  | 'too-many'
  | 'unavailable'; // try again later

/** One fault of one field, for error summaries and problem+json. `path` is the field's name in the form. */
export interface FieldFault {
  readonly path: string;
  readonly words: Words;
}

/**
 * An expected failure as a value: a stable code for programs, words for people, and the fields at fault.
 * Thrown by commands and queries (`get…`), returned inside `Result` by pure rules.
 */
export class Fault extends Error {
  readonly kind: FaultKind;
  readonly code: string;
  readonly words: Words;
  readonly fields: readonly FieldFault[];

  constructor(kind: FaultKind, code: string, words: Words, fields: readonly FieldFault[] = []) {
    super(`${code}: ${words.en}`);
    this.name = 'Fault';
    this.kind = kind;
    this.code = code;
    this.words = words;
    this.fields = fields;
  }
}

/** The outcome of a pure rule that can refuse. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (
  kind: FaultKind,
  code: string,
  words: Words,
  fields: readonly FieldFault[] = [],
): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: new Fault(kind, code, words, fields),
});

/** The value of a result, or its fault thrown: for callers that have nothing to add. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw result.fault;
}
