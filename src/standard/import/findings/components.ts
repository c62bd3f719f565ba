/** Components that are missing, empty, doubled, misnumbered or run together. */
import { componentTitles } from '../../model.ts';
import type { ComponentName } from '../../model.ts';
import { contradictedMoney } from '../grammar/fee-money.ts';
import { numberOfWords } from '../grammar/number-words.ts';
import type { Placed } from '../model.ts';
import { finding } from './rule.ts';
import type { Found, Rule } from './rule.ts';

const names = Object.keys(componentTitles) as ComponentName[];

const isEmpty = (component: { readonly items?: readonly Placed[]; readonly text?: string }): boolean =>
  component.items === undefined ? component.text === '' : component.items.length === 0;

/** All fourteen are required (UU 25/2009 art. 21). */
export const missingComponents: Rule = ({ service }) =>
  names.flatMap((name): readonly Found[] => {
    const { id, en } = componentTitles[name];
    const place = service.headings.get(name);
    if (place === undefined) {
      return [
        finding(
          'error',
          name,
          service.title?.place,
          `Komponen “${id}” tidak ada (UU 25/2009 Pasal 21 mensyaratkan 14 komponen).`,
          `The component “${en}” is missing (UU 25/2009 art. 21 requires all fourteen).`,
        ),
      ];
    }
    if (!isEmpty(service.components[name])) return [];
    return [
      finding(
        'error',
        name,
        place,
        `Komponen “${id}” berjudul, tetapi kosong.`,
        `The component “${en}” has a heading and no content.`,
      ),
    ];
  });

export const repeatedComponents: Rule = ({ service }) =>
  service.repeated.map(({ name, place }) =>
    finding(
      'warning',
      name,
      place,
      `Komponen “${componentTitles[name].id}” tertulis dua kali dalam satu standar; isinya digabung.`,
      `The component “${componentTitles[name].en}” stands twice in one standard; its contents were put together.`,
    ),
  );

export const unknownHeadings: Rule = ({ service }) =>
  service.others.map(({ text, place }) =>
    finding(
      'info',
      'title',
      place,
      `Bagian “${text}” bukan salah satu dari 14 komponen dan tidak diimpor.`,
      `The part “${text}” is none of the fourteen components and was not imported.`,
    ),
  );

/** Printed once for all: whoever reviews makes sure that it fits each of them, above all what is promised and charged. */
export const sharedComponents: Rule = ({ service }) => {
  const shared = names.filter((name) => service.shared.has(name));
  const [first] = shared;
  if (first === undefined) return [];
  const list = (lang: 'id' | 'en'): string => shared.map((name) => componentTitles[name][lang]).join('; ');
  return [
    finding(
      shared.includes('time') || shared.includes('fee') ? 'warning' : 'info',
      'title',
      service.headings.get(first),
      `Dicetak sekali untuk semua layanan dalam keputusan ini, dan dibaca berlaku juga untuk layanan ini: ${list('id')}.`,
      `Printed once for all services of this decree, and read as this one’s too: ${list('en')}.`,
    ),
  ];
};

/** What is struck out in a document that is still being revised may be what is in force. */
export const revisions: Rule = ({ service }) =>
  service.revised.map(({ name, line }) =>
    finding(
      'warning',
      name,
      line.place,
      `Ada tanda revisi yang belum diterima: “${line.struckOut ?? ''}” dicoret; dibaca seolah-olah revisinya sudah diterima. Pastikan.`,
      `Revision marks that nobody has accepted: “${line.struckOut ?? ''}” is struck out; read as if accepted. Make sure.`,
    ),
  );

const COUNTED = /(?<![\p{L}\d.,])(\d{1,4})\s*\(([\p{L} ]{3,40})\)/gu;

/** "6 (lima) orang": figure and word must say the same. */
export const figuresAndWords: Rule = ({ service }) => {
  const { time, fee, staffing } = service.components;
  const texts = [
    ...(
      [
        ['time', time],
        ['fee', fee],
        ['staffing', staffing],
      ] as const
    ).map(([name, { text, place }]) => ({ name, text, place })),
    ...[...service.lists].flatMap(([name, { items }]) =>
      items.map(({ text, place }) => ({ name, text, place })),
    ),
  ];
  return texts.flatMap(({ name, text, place }) =>
    [...contradictions(text), ...contradictedMoney(text)].map((said) =>
      finding(
        'warning',
        name,
        place,
        `Angka dan huruf berbeda: “${said}”.`,
        `Figure and word differ: “${said}”.`,
      ),
    ),
  );
};

const contradictions = (text: string): readonly string[] =>
  [...text.matchAll(COUNTED)].flatMap(([said, figure, words = '']) => {
    const value = numberOfWords(words.replace(/\s+rupiah$/i, ''));
    return value === null || value === Number(figure) ? [] : [said];
  });

/** Lists that leap, repeat or do not begin at 1. */
export const numbering: Rule = ({ service }) =>
  [...service.lists].flatMap(([name, { numbers }]): readonly Found[] => {
    const values = numbers.map(({ value }) => value);
    const isRegular = values.every((value, at) => value === at + 1);
    if (values.length === 0 || isRegular) return [];
    const shown = values.join(', ');
    return [
      finding(
        'info',
        name,
        numbers[0]?.place,
        `Penomoran daftar tidak urut: ${shown} (${values.length} butir).`,
        `The numbering of the list jumps: ${shown} (${values.length} items).`,
      ),
    ];
  });

/** Numbers of deeper lists: "3)" as the first of its list. */
export const innerNumbering: Rule = ({ service }) =>
  [...service.lists].flatMap(([name, { innerNumbers }]) =>
    innerNumbers.map(({ value, place }) =>
      finding(
        'info',
        name,
        place,
        `Penomoran dalam butir melompat: “${value})” tanpa nomor sebelumnya.`,
        `The numbering within an item jumps: “${value})” without the numbers before it.`,
      ),
    ),
  );

/** Page numbers and broken numbers that conversion has left within a sentence. */
const STRAY = /(?:Nomor|No\.?)\s\d+[,;]\s\d{1,3}\s(?=\p{Lu})|\p{L}-\d{1,2}\.\s\p{L}/gu;

export const strayNumbers: Rule = ({ service }) =>
  [...service.lists].flatMap(([name, { items }]) =>
    items.flatMap(({ text, place }) =>
      [...text.matchAll(STRAY)].map(({ index }) => {
        const around = text.slice(Math.max(0, index - 8), index + 24).trim();
        return finding(
          'info',
          name,
          place,
          `Angka yang tampaknya tersesat di tengah kalimat: “${around}”.`,
          `A number seems to have strayed into the sentence: “${around}”.`,
        );
      }),
    ),
  );

export const runOn: Rule = ({ service }) =>
  [...service.lists].flatMap(([name, { runOn: how, items }]): readonly Found[] => {
    const [first] = items;
    if (how === 'guessed') {
      return [
        finding(
          'warning',
          name,
          first?.place,
          `Butir-butir menyatu tanpa tanda dalam naskah; dipisah menjadi ${items.length} butir berdasarkan perkiraan. Periksa.`,
          `The items are run together without marks; they were split into ${items.length} by guess. Check them.`,
        ),
      ];
    }
    if (how !== 'left') return [];
    return [
      finding(
        'warning',
        name,
        first?.place,
        'Beberapa butir tampaknya menyatu tanpa tanda; dibiarkan sebagai satu butir. Pisahkan bila perlu.',
        'Several items seem to be run together without marks; they were left as one. Split them where needed.',
      ),
    ];
  });

/** A drawing beside a list says things the list may lack. */
export const diagrams: Rule = ({ service }) =>
  [...service.lists].flatMap(([name, list]) =>
    list.diagrams.map(({ text, place }) =>
      finding(
        'info',
        name,
        place,
        `Bagan alur di samping daftar tidak dijadikan butir: “${text}”. Periksa apakah menyebut pekerjaan yang tidak ada dalam daftar.`,
        `A flow diagram beside the list was kept out of its items: “${text}”. Check whether it names work that the list lacks.`,
      ),
    ),
  );

/** A letter or form "with the following" is asked for as well, though it reads like words before a list. */
const ASKS =
  /^(?:(?:mengisi|mengajukan|membuat|menyerahkan|membawa|melampirkan)\s+)?(?:surat(?!-)|formulir|blanko|proposal|kartu|foto\s?kopi)\b/i;

/** Words that introduce a list are no item of it. */
export const leads: Rule = ({ service }) =>
  [...service.lists].flatMap(([name, { lead }]): readonly Found[] => {
    if (lead === null) return [];
    if (name === 'requirements' && ASKS.test(lead.text)) {
      return [
        finding(
          'warning',
          name,
          lead.place,
          `Kalimat sebelum daftar tidak dijadikan butir, padahal tampaknya juga menyebut berkas yang diminta: “${lead.text}”. Tambahkan bila memang diminta.`,
          `The sentence before the list was not made an item, but seems to name a document that is asked for: “${lead.text}”. Add it if it is.`,
        ),
      ];
    }
    return [
      finding(
        'info',
        name,
        lead.place,
        `Kalimat pengantar tidak dijadikan butir: “${lead.text}”.`,
        `The sentence before the list was not made an item: “${lead.text}”.`,
      ),
    ];
  });

/** What is asked in one case is not asked of everybody. */
export const cases: Rule = ({ service }) =>
  [...service.lists].flatMap(([name, list]): readonly Found[] => {
    const [first] = list.cases;
    if (!first) return [];
    const labels = list.cases.map(({ text }) => `“${text}”`).join(', ');
    return [
      finding(
        name === 'requirements' ? 'warning' : 'info',
        name,
        first.place,
        `Daftar terbagi menurut keadaan atau bagian (${labels}); tiap bagian menjadi satu butir. Pisahkan bila perlu, dan pastikan hanya diminta dalam keadaan itu.`,
        `The list is parted by cases (${labels}); each became one item. Split them where needed, and make sure they are asked in that case only.`,
      ),
    ];
  });
