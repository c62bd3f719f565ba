import type { z } from 'zod';
import type { Words } from '../../ground/index.ts';
import { nearest } from './likeness.ts';
import type { PropertyPath, Remark } from './fault.ts';

type Issue = z.core.$ZodIssue;

const typeNames: Readonly<Record<string, Words>> = {
  string: { id: 'teks', en: 'a text' },
  number: { id: 'angka', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar (baris berawalan "- ")', en: 'a list (lines starting with "- ")' },
  object: { id: 'kelompok kunci dan nilai', en: 'a group of keys and values' },
  record: { id: 'kelompok kunci dan nilai', en: 'a group of keys and values' },
};

/** What a pattern of the schema means, by the words the schema gives it in English. */
const formats: Readonly<Record<string, Words>> = {
  date: { id: 'tanggal nyata berbentuk TTTT-BB-HH', en: 'a real date written YYYY-MM-DD' },
  email: { id: 'alamat email', en: 'an e-mail address' },
  url: { id: 'alamat web lengkap (https://…)', en: 'a full web address (https://…)' },
};

const patterns: readonly (readonly [RegExp, Words])[] = [
  [
    /^\/\^\[a-z\]\[a-z0-9\]/,
    {
      id: 'huruf kecil, angka, dan tanda hubung tunggal, diawali huruf',
      en: 'lower-case letters, digits and single dashes, starting with a letter',
    },
  ],
  [
    /:\[0-5\]\\d\)?-/,
    {
      id: 'jam yang ada, berbentuk "08:00-12:00"',
      en: 'hours that a clock has, written "08:00-12:00"',
    },
  ],
  [/\[A-Z\]\{3\}/, { id: 'tiga huruf besar', en: 'three capital letters' }],
  [/#\[0-9a-f\]/, { id: 'warna berbentuk "#0f6a57"', en: 'a colour written "#0f6a57"' }],
  [/\\d\{18\}/, { id: '18 angka', en: '18 digits' }],
  [/@/, { id: 'nama-petugas@pemerintah', en: 'name@government' }],
];

const quoted = (values: readonly unknown[]): string => values.map((value) => `"${String(value)}"`).join(', ');

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function wordsOfFormat(issue: Issue & { code: 'invalid_format' }): Words {
  const pattern = issue.pattern ?? '';
  const meant = formats[issue.format] ?? patterns.find(([known]) => known.test(pattern))?.[1];
  if (meant === undefined) return { id: `Bentuknya tidak sesuai: ${pattern}.`, en: `${issue.message}.` };
  return { id: `Tulis ${meant.id}.`, en: `Write ${meant.en}.` };
}

function wordsOfSize(issue: Issue & { code: 'too_small' | 'too_big' }): Words {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  const bound = small ? { id: 'Paling sedikit', en: 'At least' } : { id: 'Paling banyak', en: 'At most' };
  if (issue.origin === 'array')
    return { id: `${bound.id} ${limit} butir.`, en: `${bound.en} ${limit} items.` };
  if (issue.origin !== 'string') return { id: `${bound.id} ${limit}.`, en: `${bound.en} ${limit}.` };
  if (small && limit === '1') return { id: 'Tidak boleh kosong.', en: 'It must not be empty.' };
  return { id: `${bound.id} ${limit} huruf.`, en: `${bound.en} ${limit} letters.` };
}

function wordsOfChoice(given: unknown, allowed: readonly unknown[]): Words {
  const near = typeof given === 'string' ? nearest(given, allowed.map(String)) : null;
  const hint =
    near === null ? { id: '', en: '' } : { id: ` Maksud Anda "${near}"?`, en: ` Did you mean "${near}"?` };
  return {
    id: `"${String(given)}" bukan salah satu dari ${quoted(allowed)}.${hint.id}`,
    en: `"${String(given)}" is not one of ${quoted(allowed)}.${hint.en}`,
  };
}

const missing = (path: readonly PropertyKey[]): Words => {
  const component = path[0] === 'components' && path.length === 2;
  const key = String(path.at(-1) ?? '');
  return component
    ? {
        id: `Komponen "${key}" tidak ada. UU 25/2009 pasal 21 mewajibkan keempat belas komponen.`,
        en: `The component "${key}" is missing. UU 25/2009 art. 21 requires all fourteen.`,
      }
    : { id: `"${key}" wajib diisi.`, en: `"${key}" is required.` };
};

function wordsOf(issue: Issue, given: unknown): Words {
  if (given === undefined && issue.path.length > 0) return missing(issue.path);
  if (issue.code === 'invalid_type') {
    const name = typeNames[issue.expected] ?? { id: issue.expected, en: issue.expected };
    return { id: `Harus berupa ${name.id}.`, en: `It must be ${name.en}.` };
  }
  if (issue.code === 'invalid_value') return wordsOfChoice(given, issue.values);
  if (issue.code === 'invalid_union') return wordsOfChoice(given, unionOptions(issue));
  if (issue.code === 'invalid_format') return wordsOfFormat(issue);
  if (issue.code === 'too_small' || issue.code === 'too_big') return wordsOfSize(issue);
  return { id: `Isinya tidak sesuai skema: ${issue.message}.`, en: `${issue.message}.` };
}

/** zod lists the values of a discriminator in a property that its types do not declare. */
const unionOptions = (issue: Issue): readonly unknown[] =>
  'options' in issue && Array.isArray(issue.options) ? issue.options : [];

const at = (path: readonly PropertyKey[]): PropertyPath =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));

/** The deepest reason why no form of a union fitted, so that a fault is reported where it was made. */
function flattened(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const nearestForm = issue.errors.reduce((best, form) => (deepest(form) > deepest(best) ? form : best));
  return nearestForm.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(flattened);
}

const deepest = (form: readonly Issue[]): number => Math.max(0, ...form.map(({ path }) => path.length));

/** The schema's issues about `root` as remarks in both languages, one an unknown key. */
export function schemaRemarks(issues: readonly Issue[], root: unknown): Remark[] {
  return issues.flatMap(flattened).flatMap((issue): Remark[] => {
    if (issue.code !== 'unrecognized_keys') {
      return [{ at: at(issue.path), words: wordsOf(issue, valueAt(root, issue.path)), severity: 'error' }];
    }
    return issue.keys.map((key) => ({
      at: [...at(issue.path), key],
      words: { id: `Kunci "${key}" tidak dikenal.`, en: `The key "${key}" is not known.` },
      severity: 'error',
    }));
  });
}
