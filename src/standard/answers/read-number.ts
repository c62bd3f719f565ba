import type { Question } from '../model/questions.ts';
import { answerWords } from './words.ts';
import { accepted, wrong } from './reading.ts';
import type { Reading } from './reading.ts';

type NumberQuestion = Extract<Question, { type: 'number' }>;

/** Digits in groups of three ("1.500"), or plain; a comma, or a point that groups nothing, before decimals. */
const GROUPED = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const PLAIN = /^-?\d+([.,]\d+)?$/;

/** A number as Indonesians write it: "1.500,5" is one thousand five hundred and a half. Null where it is none. */
function findIndonesianNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed.length > 30) return null;
  if (GROUPED.test(trimmed)) return Number(trimmed.replaceAll('.', '').replace(',', '.'));
  return PLAIN.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
}

const written = (value: number, unit: string): string =>
  `${value.toLocaleString('id-ID', { maximumFractionDigits: 4 })} ${unit}`;

/** Decimal places of a number as it is written; `1e-7` counts its exponent. */
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

export function readNumber(raw: unknown, question: NumberQuestion, mode: 'form' | 'api'): Reading {
  const given = mode === 'form' && typeof raw === 'string' ? findIndonesianNumber(raw) : raw;
  if (typeof given !== 'number' || !Number.isFinite(given)) return wrong(answerWords.number);
  if (given < question.min) return wrong(answerWords.tooSmall(written(question.min, question.unit)));
  if (given > question.max) return wrong(answerWords.tooLarge(written(question.max, question.unit)));
  if (decimalsOf(given) > question.decimals) {
    return wrong(question.decimals === 0 ? answerWords.whole : answerWords.decimals(question.decimals));
  }
  // -0 has no JSON form of its own; the answer must read back as it was accepted.
  return accepted(given === 0 ? 0 : given);
}
