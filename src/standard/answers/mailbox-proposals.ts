/** Names for a mailbox, proposed from the name of a person or an agency. Pure. */
import type { Words } from '../../ground/index.ts';
import { mailboxNameFault } from './mailbox-name.ts';

/** What agencies are called for short, by the first word of their name; the rest becomes initials or words. */
const agencyWords: Readonly<Record<string, string>> = {
  badan: 'b',
  bagian: 'bag',
  dinas: 'dis',
  inspektorat: 'inspektorat',
  kecamatan: 'kec',
  kelurahan: 'kel',
  puskesmas: 'pkm',
  sekretariat: 'set',
};

/** Short names that everybody uses and no rule gives. */
const customary: Readonly<Record<string, string>> = {
  'badan perencanaan pembangunan daerah': 'bappeda',
  'badan penanggulangan bencana daerah': 'bpbd',
  'badan kesatuan bangsa dan politik': 'kesbangpol',
  'badan kepegawaian dan pengembangan sumber daya manusia': 'bkpsdm',
  'dinas kependudukan dan pencatatan sipil': 'disdukcapil',
  'dinas kesehatan': 'dinkes',
  'dinas komunikasi dan informatika': 'diskominfo',
  'dinas pendidikan': 'disdik',
  'dinas perhubungan': 'dishub',
  'dinas sosial': 'dinsos',
  'satuan polisi pamong praja': 'satpolpp',
  'sekretariat daerah': 'setda',
  'sekretariat dewan perwakilan rakyat daerah': 'setwan',
};

const small = new Set(['dan', 'di', 'dari', 'untuk', 'atau', 'serta']);

/** Balinese names begin with these; nobody is called by them alone. */
const articles = new Set(['i', 'ni']);

/** "Drs.", "S.Kom.", "H." before and after a name: everything with a dot in it, and what stands after a comma. */
const withoutTitles = (name: string): string =>
  (name.split(',')[0] ?? '')
    .split(/\s+/)
    .filter((word) => !word.includes('.'))
    .join(' ');

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s-]/g, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '');

/**
 * At most five local parts that the rules allow, likeliest first; none when the name has no letters to make them of. Whether one is
 * still free only the mail server knows.
 */
export function proposeMailboxNames(name: string, reserved: readonly string[] = []): readonly string[] {
  const agency = agencyNames(wordsOf(name));
  const proposed = agency.length > 0 ? agency : personNames(wordsOf(withoutTitles(name)));
  return [...new Set(proposed)].filter((one) => mailboxNameFault(one, reserved) === null).slice(0, 5);
}

function agencyNames(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words;
  const usual = customary[words.join(' ')];
  const short = agencyWords[first];
  if (usual === undefined && short === undefined) return [];
  const telling = rest.filter((word) => !small.has(word));
  const initials = telling.map((word) => word[0]).join('');
  return [
    ...(usual === undefined ? [] : [usual]),
    `${short ?? ''}${telling.length > 1 ? initials : (telling[0] ?? '')}`,
    [first, ...telling].join('.'),
    telling.join('.'),
  ];
}

function personNames(words: readonly string[]): readonly string[] {
  const names = words.filter((word, at) => !(at === 0 && articles.has(word)));
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (names.length < 2) return [first];
  return [`${first}.${last}`, `${first[0]}.${last}`, `${first}${last}`, names.join('.'), `${last}.${first}`];
}

/** What is wrong with a name, and which ones would do, where `owner` gives any. */
export function withProposals(fault: Words, owner: string, reserved: readonly string[] = []): Words {
  const names = proposeMailboxNames(owner, reserved).join(', ');
  if (names === '') return fault;
  return { id: `${fault.id} Misalnya: ${names}.`, en: `${fault.en} For example: ${names}.` };
}
