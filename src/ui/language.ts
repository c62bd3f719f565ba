import type { Words } from '../ground/index.ts';

/** The languages of the screen: Indonesian first, English second. */
export type Lang = 'id' | 'en';

export const LANGS: readonly Lang[] = ['id', 'en'];

/** The locale whose dates and numbers each language has. */
export const LOCALE_OF: Record<Lang, string> = { id: 'id-ID', en: 'en-GB' };

/** One message: a text, or a function of what stands in it (counts, names). */
export type Message = string | ((...values: never[]) => string);

/** The messages of one area of the screen in one language. */
export interface Messages {
  readonly [key: string]: Message | readonly string[] | Messages;
}

/** An area's messages in both languages. */
export type Catalogue<T extends Messages = Messages> = Readonly<Record<Lang, T>>;

/** Both languages of an area; the English must have exactly the Indonesian's keys and parameters. */
export function catalogue<T extends Messages>(both: {
  readonly id: T;
  readonly en: NoInfer<T>;
}): Catalogue<T> {
  return both;
}

/** The words in the language asked for. */
export const say = (words: Words, lang: Lang): string => words[lang];
