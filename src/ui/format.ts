import { LOCALE_OF as LOCALES, type Lang } from './language.ts';

const numbers = (digits: number): Record<Lang, Intl.NumberFormat> => ({
  id: new Intl.NumberFormat(LOCALES.id, { maximumFractionDigits: digits }),
  en: new Intl.NumberFormat(LOCALES.en, { maximumFractionDigits: digits }),
});

const WHOLE = numbers(0);
const FINE = numbers(3);
const ONE_DIGIT = numbers(1);

const LISTS: Record<Lang, Intl.ListFormat> = {
  id: new Intl.ListFormat(LOCALES.id, { type: 'conjunction' }),
  en: new Intl.ListFormat(LOCALES.en, { type: 'conjunction' }),
};

/** Integer rupiah as printed in decrees: "Rp40.000" ("Rp40,000" in English); negative "-Rp500". */
export function formatMoney(idr: number | bigint, lang: Lang): string {
  const amount = WHOLE[lang].format(idr < 0 ? -idr : idr);
  return `${idr < 0 ? '-' : ''}Rp${amount}`;
}

/** A number with at most three decimals: "1.234,5" or "1,234.5". */
export const formatNumber = (value: number | bigint, lang: Lang): string => FINE[lang].format(value);

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes in steps of 1024 with the words people know: "212 KB", "2,1 MB". */
export function formatFileSize(bytes: number, lang: Lang): string {
  let value = bytes;
  let step = 0;
  // 1023.5 would already be shown as 1024.
  while (value >= 1023.5 && step < UNITS.length - 1) {
    value /= 1024;
    step += 1;
  }
  const numbers = value < 10 && step > 1 ? ONE_DIGIT : WHOLE;
  return `${numbers[lang].format(value)} ${UNITS[step] ?? 'B'}`;
}

/** "a, b, dan c" or "a, b and c". */
export const formatList = (items: readonly string[], lang: Lang): string => LISTS[lang].format(items);
