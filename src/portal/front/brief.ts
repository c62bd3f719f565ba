/** A service in a line: for whom, at what cost, with what to bring, and when it would be done. */
import { chargeOf } from '../../standard/index.ts';
import type { ApplicantKind, Requirement, Service } from '../../standard/index.ts';
import { formatList, formatMoney, publicWords } from '../../ui/index.ts';
import type { Lang } from '../../ui/index.ts';
import { dueIfNow, instantWords } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { frontWords } from '../words/front.ts';

const WHO = {
  citizen: 'citizen',
  'legal-body': 'legalBody',
  official: 'official',
  agency: 'agency',
  'village-government': 'village',
} as const satisfies Record<ApplicantKind, keyof (typeof publicWords)['id']['who']>;

/** The kinds of applicants, each in its words. */
export const whoWords = (kinds: readonly ApplicantKind[], lang: Lang): readonly string[] =>
  kinds.map((kind) => publicWords[lang].who[WHO[kind]]);

/** Inside a sentence; abbreviations such as KTP stay as they are. */
export const inSentence = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** "Untuk warga dan badan hukum"; "untuk siapa saja" where all may ask. */
export function whoShort({ eligibility: { kinds } }: Service, lang: Lang): string {
  const words = frontWords[lang].card;
  if (kinds.length === Object.keys(WHO).length) return words.forAll;
  return words.for(formatList(whoWords(kinds, lang).map(inSentence), lang));
}

/** "Gratis", the sum of what is paid, or from the least to the most where that depends on the case. */
export function feeShort({ fee }: Service, lang: Lang): string {
  if (fee.free) return publicWords[lang].service.free;
  const { least, most } = chargeOf(fee);
  if (least === most) return formatMoney(least, lang);
  return frontWords[lang].card.feeRange(formatMoney(least, lang), formatMoney(most, lang));
}

/** Whether people as such may ask, and not only those who come for an office. */
export const isForPeople = ({ eligibility: { kinds } }: Service): boolean =>
  kinds.includes('citizen') || kinds.includes('legal-body');

/** What must be brought: uploaded, or shown at the counter. */
export const broughtFor = ({ requirements, atCounter }: Service): readonly Requirement[] =>
  requirements.filter(({ bring }) => atCounter || bring !== 'none');

/** "Siapkan: KTP atau bukti badan hukum"; papers that only some applicants bring stand beside each other with "or". */
export function bringShort(service: Service, lang: Lang): string {
  const words = frontWords[lang].card;
  const needed = broughtFor(service).filter(({ required }) => required);
  if (needed.length === 0) return words.bringNothing;
  const names = (some: readonly Requirement[]): string[] => some.map(({ label }) => inSentence(label[lang]));
  const forAll = names(needed.filter(({ when }) => when === undefined));
  const forSome = names(needed.filter(({ when }) => when !== undefined));
  const either = forSome.length > 0 ? [forSome.join(` ${frontWords[lang].service.or} `)] : [];
  return words.bring(formatList([...forAll, ...either], lang));
}

/** "Diajukan sekarang: selesai paling lambat …"; null where the calendar ends before. */
export function dueLine(service: Service, moment: Moment, lang: Lang): string | null {
  const words = frontWords[lang].card;
  if (service.atCounter) return words.atCounter;
  const due = dueIfNow(service, moment)?.due;
  if (!due) return null;
  const when = instantWords(due, moment, lang);
  return service.clock.starts === 'complete' ? words.ifCompleteNow(when) : words.ifNow(when);
}
