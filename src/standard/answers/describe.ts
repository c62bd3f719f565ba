import { formatDate } from '../../working-time/index.ts';
import type { Lang } from '../../working-time/index.ts';
import type { Agency } from '../model/government.ts';
import type { Question } from '../model/questions.ts';
import type { Answer, TimeRange } from './answer.ts';

const locales = { id: 'id-ID', en: 'en-GB' } as const;

/** An answer as a person reads it: the label of a choice, the name of an agency, a number with its unit. */
export function describeAnswer(
  question: Question,
  value: Answer,
  lang: Lang,
  agencies: readonly Agency[] = [],
): string {
  if (typeof value === 'object') return describeTimeRange(value, lang);
  if (question.type === 'choice') {
    return question.options.find((option) => option.value === value)?.label[lang] ?? String(value);
  }
  if (question.type === 'agency') return agencies.find(({ id }) => id === value)?.name ?? String(value);
  if (question.type === 'date') return formatDate(String(value), lang);
  if (question.type !== 'number') return String(value);
  return `${value.toLocaleString(locales[lang], { maximumFractionDigits: 4 })} ${question.unit}`;
}

function describeTimeRange({ date, from, to }: TimeRange, lang: Lang): string {
  const time = (clock: string): string => (lang === 'id' ? clock.replace(':', '.') : clock);
  return `${formatDate(date, lang)}, ${time(from)}–${time(to)}`;
}
