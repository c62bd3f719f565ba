import type { Lang } from '../../ui/index.ts';
import { formatDate } from '../../working-time/index.ts';

/** "23 November 2026": a date without its weekday, where it stands in a column of dates. */
export const dayWords = (date: string | Temporal.PlainDate, lang: Lang): string =>
  formatDate(date, lang).replace(/^[^,]+, /, '');
