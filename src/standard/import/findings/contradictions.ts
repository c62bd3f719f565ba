/** Where a standard contradicts itself, or was copied from another one. */
import type { ReadService } from '../grammar/services.ts';
import type { ListComponent } from '../../model.ts';
import type { Placed } from '../model.ts';
import { finding, wordsOf } from './rule.ts';
import { subjectOf } from './subject.ts';
import type { Found, Rule } from './rule.ts';

/** Words that stand in any standard and say nothing of what it is about. */
const EMPTY = new Set(
  'yang dan atau di ke dari pada dalam untuk dengan oleh kepada sebagai atas serta bagi secara pelayanan layanan publik standar jenis kabupaten kota provinsi pemerintah daerah lingkungan dinas badan kantor kepala bidang seksi perangkat petugas pemohon permohonan pengajuan pemberian penerbitan pembuatan pengelolaan penyelenggaraan fasilitasi fasilitas surat berkas dokumen data umum teknis sistem masyarakat pelaksana pelaksanaan memahami mampu menguasai memiliki mengoperasikan komputer melalui antara lain hari jam kerja'.split(
    ' ',
  ),
);

/** A word's root, roughly: what is left without the commonest beginnings and endings. */
const rootOf = (word: string): string =>
  word
    .replace(/^(?:[pm]e(?:ny|[mn]g?)|per?|ber|ter|di)(?=\p{L}{4})/u, '')
    .replace(/(?:nya|kan|an|i)$/, '')
    // The prefixes swallow these: "penyedotan" is of "sedot", "penebangan" of "tebang".
    .replace(/^[kpst](?=[aiueo]\p{L}{2})/u, '');

const telling = (texts: readonly string[]): readonly string[] =>
  texts.flatMap(wordsOf).filter((word) => word.length > 2 && !EMPTY.has(word) && !/^\d+$/.test(word));

const saying = (texts: readonly string[]): ReadonlySet<string> => new Set(telling(texts).map(rootOf));

const textsOf = (items: readonly Placed[]): readonly string[] => items.map(({ text }) => text);

/** What a service is about, in its own words. */
function vocabulary({ title, components }: ReadService): ReadonlySet<string> {
  const { requirements, procedure, product } = components;
  return saying([
    title?.text ?? '',
    ...textsOf([...requirements.items, ...procedure.items, ...product.items]),
  ]);
}

const LISTS: readonly ListComponent[] = ['legalBasis', 'facilities', 'competence', 'product'];

/** Sentences that are about another service of the same decree. */
export const copiedFromOther: Rule = ({ service, all }) => {
  const own = vocabulary(service);
  return LISTS.filter((name) => !service.shared.has(name)).flatMap((name) => {
    const list = service.lists.get(name);
    const texts = [...(list?.lead ? [list.lead] : []), ...(name === 'legalBasis' ? [] : (list?.items ?? []))];
    return texts.flatMap(({ text, place }): readonly Found[] => {
      const other = all.find((one) => one !== service && isAbout(text, own, one, all));
      if (!other) return [];
      const title = other.title?.text ?? '';
      return [
        finding(
          'warning',
          name,
          place,
          `Tampaknya disalin dari layanan lain (“${title}”): “${text}”.`,
          `Seems to be copied from another service (“${title}”): “${text}”.`,
        ),
      ];
    });
  });
};

/** Short items name one thing: one foreign word is enough there. */
const SHORT = 4;
/** A word that so many titles share tells none of them from the others. */
const COMMON = 3;

/** Whether a text speaks of the other service: in words of that one's title which are not this one's own. */
function isAbout(
  text: string,
  own: ReadonlySet<string>,
  other: ReadService,
  all: readonly ReadService[],
): boolean {
  const said = saying([text]);
  const titles = all.map(({ title }) => saying([title?.text ?? '']));
  const shared = [...saying([other.title?.text ?? ''])].filter((word) => said.has(word));
  const foreign = shared.filter((word) => !own.has(word));
  const telling = foreign.filter((word) => titles.filter((title) => title.has(word)).length < COMMON);
  if (telling.length === 0) return false;
  return telling.length >= 2 || shared.length >= 3 || (wordsOf(text).length <= SHORT && shared.length >= 2);
}

/** A procedure of the office named for something that this service is not about. */
const OF_SERVICE =
  /\b(?:SOP|Standar Operasional Prosedur)\b.*?\b(?:permintaan|pelayanan|layanan|permohonan)\s+(?:fasilitas\s+)?([\p{L} ]{6,60})/iu;

export const copiedFromElsewhere: Rule = ({ service }) => {
  const own = vocabulary(service);
  return service.components.competence.items.flatMap(({ text, place }): readonly Found[] => {
    const named = OF_SERVICE.exec(text)?.[1];
    const words = named === undefined ? [] : [...saying([named])];
    if (words.length < 2 || words.some((word) => own.has(word))) return [];
    return [
      finding(
        'warning',
        'competence',
        place,
        `Tampaknya disalin dari layanan lain: “${text}”.`,
        `Seems to be copied from another service: “${text}”.`,
      ),
    ];
  });
};

/** The product must be what the service is about. */
export const foreignProduct: Rule = ({ service }) => {
  const { title, components } = service;
  const { requirements, procedure, product } = components;
  const [first] = product.items;
  if (!title || !first) return [];
  const about = saying([title.text, ...textsOf([...requirements.items, ...procedure.items])]);
  const words = [...saying([first.text])];
  if (words.length < 2 || about.size < 3 || words.some((word) => about.has(word))) return [];
  return [
    finding(
      'warning',
      'product',
      first.place,
      `Produk “${first.text}” tidak disebut dalam judul, persyaratan, atau prosedur; mungkin disalin dari layanan lain.`,
      `The product “${first.text}” is named in neither title, requirements nor procedure; it may be copied from another service.`,
    ),
  ];
};

export const title: Rule = ({ service }) => {
  if (!service.title) {
    return [
      finding(
        'error',
        'title',
        [...service.headings.values()][0],
        'Naskah tidak memuat judul layanan. Beri nama layanannya.',
        'There is no title in the document. Give the service a name.',
      ),
    ];
  }
  const { requirements, procedure, product } = service.components;
  const said = saying(textsOf([...requirements.items, ...procedure.items, ...product.items]));
  const named = [
    ...new Set(
      wordsOf(service.title.text)
        .filter((word) => word.length > 2 && !GENERIC_TITLE.has(word))
        .map(rootOf),
    ),
  ];
  if (named.length === 0 || said.size < 4 || named.some((word) => said.has(word))) return [];
  const subject = [...new Set(telling(textsOf(product.items)))].slice(0, 4).join(', ');
  return [
    finding(
      'warning',
      'title',
      service.title.place,
      `Judul “${service.title.text}” tidak menyebut pokok persyaratan, prosedur, dan produknya (${subject}).`,
      `The title “${service.title.text}” does not name what requirements, procedure and product are about (${subject}).`,
    ),
  ];
};

const GENERIC_TITLE = new Set(
  'pelayanan layanan standar publik jenis dan atau dinas kabupaten kota penyelenggaraan pengelolaan'.split(
    ' ',
  ),
);

/** Letters that count as the same: an application asks, a request asks. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['permohonan', /surat (?:permohonan|permintaan|pengajuan)/],
  ['rekomendasi', /surat rekomendasi/],
  ['pengantar', /surat pengantar/],
  ['keterangan', /surat keterangan/],
  ['kuasa', /surat kuasa/],
  ['tugas', /surat tugas/],
];

const lettersIn = (items: readonly Placed[]): readonly string[] => {
  const text = items.map((item) => item.text.toLowerCase()).join(' | ');
  return LETTERS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
};

/** One letter is demanded, and the procedure begins with another. */
export const otherLetter: Rule = ({ service }) => {
  const { requirements, procedure } = service.components;
  const demanded = lettersIn(requirements.items);
  const handed = lettersIn(procedure.items.slice(0, 1));
  if (demanded.length === 0 || handed.length === 0 || handed.some((letter) => demanded.includes(letter)))
    return [];
  const [want = '', give = ''] = [demanded[0], handed[0]];
  return [
    finding(
      'warning',
      'requirements',
      requirements.items[0]?.place,
      `Persyaratan menyebut surat ${want}, prosedur dimulai dengan surat ${give}.`,
      `The requirement is a letter of ${want}, the procedure starts with a letter of ${give}.`,
    ),
  ];
};

/** The superior of the PPID answers an objection, not the PPID (UU 14/2008 art. 36(2)). */
export const objectionDecider: Rule = ({ service }) => {
  if (subjectOf(service) !== 'objection') return [];
  const step = service.components.procedure.items.find(({ text }) =>
    /^ppid\b.*\b(?:menerbitkan|memutuskan|mengeluarkan|menetapkan)\b.*\b(?:keputusan|tanggapan|jawaban)/i.test(
      text,
    ),
  );
  if (!step) return [];
  return [
    finding(
      'warning',
      'procedure',
      step.place,
      'Menurut Undang-Undang 14/2008 Pasal 36 ayat (2), atasan PPID yang menjawab keberatan; di sini PPID yang menerbitkan keputusan.',
      'Under Undang-Undang 14/2008 art. 36(2) the superior of the PPID answers an objection; here the PPID issues the decision.',
    ),
  ];
};
