/**
 * Readers of settings. A setting comes as text from a form, or as it was kept (number, list, null): each reader takes both. What is
 * wrong is said in both languages, in `params.words` of the issue (see `issueWords`); `message` has the Indonesian ones.
 */
import { z } from 'zod';
import type { Words } from '../ground/index.ts';

type Read<T> = { readonly value: T } | { readonly wrong: Words };

const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(String).join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

export function settingReader<T>(read: (text: string) => Read<T>): z.ZodType<T> {
  return z
    .unknown()
    .default(null)
    .transform((value, context) => {
      const result = read(asText(value));
      if ('value' in result) return result.value;
      context.addIssue({ code: 'custom', message: result.wrong.id, params: { words: result.wrong } });
      return z.NEVER;
    });
}

/** What an issue of these readers says, in both languages; other issues have no words of their own. */
export function issueWords(issue: object): Words | null {
  const words = (issue as { params?: { words?: Words } }).params?.words;
  return words ?? null;
}

const required: Words = { id: 'Wajib diisi.', en: 'This is required.' };

/** Text that must be there, and as `accept` wants it. */
export const textSetting = (
  accept: (text: string) => boolean = () => true,
  wrong: Words = required,
): z.ZodType<string> =>
  settingReader<string>((text) => {
    if (text === '') return { wrong: required };
    return accept(text) ? { value: text } : { wrong };
  });

/** The same where it may be left empty. */
export const optionalSetting = (accept: (text: string) => boolean, wrong: Words): z.ZodType<string | null> =>
  settingReader<string | null>((text) => {
    if (text === '') return { value: null };
    return accept(text) ? { value: text } : { wrong };
  });

/** The same where one stands for most, which is taken when it is left empty. */
export const usualSetting = (
  usual: string,
  accept: (text: string) => boolean,
  wrong: Words,
): z.ZodType<string> =>
  settingReader<string>((text) => {
    if (text === '') return { value: usual };
    return accept(text) ? { value: text } : { wrong };
  });

/** A whole number; `otherwise` where it is left empty. */
export const wholeNumberSetting = (min: number, max: number, otherwise?: number): z.ZodType<number> =>
  numberSetting({ min, max, otherwise, whole: true });

/** A number, with decimal comma or point. */
export function numberSetting(rule: {
  readonly min: number;
  readonly max: number;
  readonly otherwise?: number;
  readonly whole?: boolean;
}): z.ZodType<number> {
  const what =
    rule.whole === true ? { id: 'bilangan bulat', en: 'a whole number' } : { id: 'angka', en: 'a number' };
  const wrong = {
    id: `Isi ${what.id} dari ${rule.min} sampai ${rule.max}.`,
    en: `Enter ${what.en} from ${rule.min} to ${rule.max}.`,
  };
  return settingReader<number>((text) => {
    if (text === '') return rule.otherwise === undefined ? { wrong: required } : { value: rule.otherwise };
    if (!/^\d+([.,]\d+)?$/.test(text)) return { wrong };
    const value = Number(text.replace(',', '.'));
    const fits = value >= rule.min && value <= rule.max && (rule.whole !== true || Number.isInteger(value));
    return fits ? { value } : { wrong };
  });
}

/** One entry a line (or between commas), in lower case, each once. */
export const listSetting = (): z.ZodType<readonly string[]> =>
  settingReader((text) => ({
    value: [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter((one) => one !== ''),
      ),
    ],
  }));

/** One of the options; the first where it is left empty. */
export const choiceSetting = <const T extends string>(options: readonly [T, ...T[]]): z.ZodType<T> =>
  settingReader<T>((text) => {
    const chosen = text === '' ? options[0] : options.find((option) => option === text);
    if (chosen !== undefined) return { value: chosen };
    return { wrong: { id: `Pilih: ${options.join(', ')}.`, en: `Choose: ${options.join(', ')}.` } };
  });

/** A name of a server: dotted, lower case; no address with scheme or path. */
export const isHostName = (text: string): boolean =>
  text.length <= 253 &&
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/.test(text);

export const hostWords: Words = {
  id: 'Isi nama server atau alamat IP saja, misalnya "surat.klungkungkab.go.id".',
  en: 'Enter a server name or IP address only, for example "surat.klungkungkab.go.id".',
};
