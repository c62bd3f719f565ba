/**
 * What people read and type in a browser, told service by service, by hand: words as they stand on the page, in both languages.
 * What must happen (steps, posts, time, fee) is not here but in `test/expectations`.
 */

export interface Words {
  readonly id: string;
  readonly en: string;
}

/** An answer to the question with this label. Days count from the day of the journey. */
export type Answer = { readonly label: Words } & (
  | { readonly kind: 'write'; readonly text: string }
  /** The number of a request for the service of this row, made before. */
  | { readonly kind: 'earlier'; readonly row: number }
  | { readonly kind: 'choose'; readonly option: Words }
  | { readonly kind: 'day'; readonly days: number }
  | { readonly kind: 'slot'; readonly days: number; readonly from: string; readonly to: string }
);

/** A document the service page asks for. Without a file it is listed there and not uploaded. */
export interface Document {
  readonly label: Words;
  readonly file?: string;
}

/** What an official enters at a step, and the button that carries the request on. */
export interface Entry {
  readonly button: string;
  readonly answers?: readonly Answer[];
  /** In words; read by the applicant as what they received. */
  readonly evidence?: string;
  /** Opened once by the applicant. */
  readonly secret?: string;
}

export interface Story {
  readonly row: number;
  /** Words of somebody who does not know what the service is called. */
  readonly search: string;
  readonly title: Words;
  readonly promise: Words;
  readonly product: Words;
  readonly answers: readonly Answer[];
  readonly documents: readonly Document[];
  /** By the id of the step in `test/expectations`. */
  readonly entries: Readonly<Record<string, Entry>>;
}

export const write = (id: string, en: string, text: string): Answer => ({
  kind: 'write',
  label: { id, en },
  text,
});

/** The option's English words may be left out where they are the same, as in names. */
export const choose = (id: string, en: string, option: string, optionEn = option): Answer => ({
  kind: 'choose',
  label: { id, en },
  option: { id: option, en: optionEn },
});

export const day = (id: string, en: string, days: number): Answer => ({
  kind: 'day',
  label: { id, en },
  days,
});

type Slot = readonly [days: number, from: string, to: string];

export const slot = (id: string, en: string, [days, from, to]: Slot): Answer => ({
  kind: 'slot',
  label: { id, en },
  days,
  from,
  to,
});

export const earlier = (id: string, en: string, row: number): Answer => ({
  kind: 'earlier',
  label: { id, en },
  row,
});

/** The same for officials, whose pages the stories read in Indonesian only. */
export const enter = {
  text: (label: string, text: string): Answer => write(label, label, text),
  option: (label: string, option: string): Answer => choose(label, label, option),
  day: (label: string, days: number): Answer => day(label, label, days),
  slot: (label: string, ...at: Slot): Answer => slot(label, label, at),
};
