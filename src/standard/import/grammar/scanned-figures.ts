/** Figures that a scanner took for letters: "l5 (lima belas) menit". Only the words beside them say which they are. Pure. */
import { numberOfWords } from './number-words.ts';

const LIKE: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  O: '0',
  o: '0',
  S: '5',
  s: '5',
  B: '8',
};
const FIGURE = /(?<![\p{L}\d.,/-])([\dlIi|OoSsB]{1,3})(?=\s*\(([\p{L} ]{3,40})\))/gu;

/** The text with such figures as their words have them; where figure and words do not agree, as it was. */
export const readScannedFigures = (text: string): string =>
  text.replaceAll(FIGURE, (printed, _figure, words: string) => {
    const figure = Array.from(printed, (letter) => LIKE[letter] ?? letter).join('');
    return /\D/.test(printed) && numberOfWords(words) === Number(figure) ? figure : printed;
  });
