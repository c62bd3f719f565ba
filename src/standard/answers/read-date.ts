import type { Question } from '../model/questions.ts';
import { answerWords } from './words.ts';
import { accepted, wrong } from './reading.ts';
import type { Reading } from './reading.ts';

type DateQuestion = Extract<Question, { type: 'date' }>;
type TimeRangeQuestion = Extract<Question, { type: 'time-range' }>;

/** A day as `YYYY-MM-DD` that exists, or null. Years stay in four digits: nothing asked here is older or later. */
function findDate(raw: unknown): Temporal.PlainDate | null {
  if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw.trim())) return null;
  try {
    return Temporal.PlainDate.from(raw.trim(), { overflow: 'reject' });
  } catch {
    return null;
  }
}

export function readDate(raw: unknown, question: DateQuestion, today: Temporal.PlainDate): Reading {
  const date = findDate(raw);
  if (date === null) return wrong(answerWords.date);
  const order = Temporal.PlainDate.compare(date, today);
  if (question.from === 'today' && order < 0) return wrong(answerWords.past);
  if (question.until === 'today' && order > 0) return wrong(answerWords.future);
  return accepted(date.toString());
}

/** `9:00`, `09.00` (as Indonesians write it) and `09:00` become `09:00`; anything else null. */
function findTime(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const [, hour = '', minute = ''] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(raw.trim()) ?? [];
  return hour === '' ? null : `${hour.padStart(2, '0')}:${minute}`;
}

export function readTimeRange(raw: unknown, question: TimeRangeQuestion, today: Temporal.PlainDate): Reading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrong(answerWords.timeRange);
  const parts = raw as Readonly<Record<string, unknown>>;
  if (Object.keys(parts).some((key) => !['date', 'from', 'to'].includes(key))) {
    return wrong(answerWords.timeRange);
  }
  const date = findDate(parts['date']);
  if (date === null) return wrong(answerWords.date);
  if (question.from === 'today' && Temporal.PlainDate.compare(date, today) < 0)
    return wrong(answerWords.past);
  const [from, to] = [findTime(parts['from']), findTime(parts['to'])];
  if (from === null || to === null) return wrong(answerWords.time);
  return from < to ? accepted({ date: date.toString(), from, to }) : wrong(answerWords.order);
}
