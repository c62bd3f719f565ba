/**
 * What the law says about the laws that standards cite, with where each fact was seen. `source: 'general knowledge'`
 * means that nobody has yet looked it up in the text itself: findings from it are for a person to check, like all others.
 */

export type LawKind = 'UU' | 'PP' | 'Perpres' | 'Permen PANRB' | 'Perki' | 'Permenkominfo' | 'KepmenPAN';

export interface LawName {
  readonly kind: LawKind;
  readonly number: number;
  readonly year: number;
}

export interface ReplacedLaw {
  readonly old: LawName;
  readonly by: LawName;
  readonly source: string;
}

/** Laws that standards still cite and that others have replaced. */
export const replacedLaws: readonly ReplacedLaw[] = [
  {
    old: { kind: 'PP', number: 82, year: 2012 },
    by: { kind: 'PP', number: 71, year: 2019 },
    source: 'PP 71/2019 closing provisions (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 5, year: 2014 },
    by: { kind: 'UU', number: 20, year: 2023 },
    source: 'UU 20/2023 closing provisions (general knowledge)',
  },
  {
    old: { kind: 'Perki', number: 1, year: 2010 },
    by: { kind: 'Perki', number: 1, year: 2021 },
    source: 'Perki 1/2021, repeal (seen: id.scribd.com/document/627406242)',
  },
  {
    old: { kind: 'PP', number: 53, year: 2010 },
    by: { kind: 'PP', number: 94, year: 2021 },
    source: 'PP 94/2021 closing provisions (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 32, year: 2004 },
    by: { kind: 'UU', number: 23, year: 2014 },
    source: 'UU 23/2014 closing provisions (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 28, year: 2009 },
    by: { kind: 'UU', number: 1, year: 2022 },
    source: 'UU 1/2022 closing provisions (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 43, year: 1999 },
    by: { kind: 'UU', number: 20, year: 2023 },
    source: 'replaced by UU 5/2014, that by UU 20/2023 (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 10, year: 2004 },
    by: { kind: 'UU', number: 12, year: 2011 },
    source: 'UU 12/2011 closing provisions (general knowledge)',
  },
  {
    old: { kind: 'PP', number: 41, year: 2007 },
    by: { kind: 'PP', number: 18, year: 2016 },
    source: 'PP 18/2016 closing provisions (general knowledge)',
  },
  {
    old: { kind: 'PP', number: 58, year: 2005 },
    by: { kind: 'PP', number: 12, year: 2019 },
    source: 'PP 12/2019 closing provisions (general knowledge)',
  },
  {
    old: { kind: 'Permen PANRB', number: 16, year: 2014 },
    by: { kind: 'Permen PANRB', number: 14, year: 2017 },
    source: 'PermenPANRB 14/2017 on the survey of satisfaction (general knowledge)',
  },
  {
    old: { kind: 'Permen PANRB', number: 36, year: 2012 },
    by: { kind: 'Permen PANRB', number: 15, year: 2014 },
    source: 'PermenPANRB 15/2014 on service standards (general knowledge)',
  },
  {
    old: { kind: 'Permen PANRB', number: 24, year: 2014 },
    by: { kind: 'Permen PANRB', number: 62, year: 2018 },
    source: 'PermenPANRB 62/2018 (seen: vdokumen.com, draft regulation of jdihkkp)',
  },
  {
    old: { kind: 'Permen PANRB', number: 17, year: 2017 },
    by: { kind: 'Permen PANRB', number: 29, year: 2022 },
    source: 'PermenPANRB 29/2022 (seen: 123dok.com/id/docs/permen-panrb-no-29-tahun-2022)',
  },
  {
    old: { kind: 'KepmenPAN', number: 25, year: 2004 },
    by: { kind: 'Permen PANRB', number: 14, year: 2017 },
    source: 'the old scale of 14 elements (seen: 123dok.com/document/yjvon25y)',
  },
  {
    old: { kind: 'UU', number: 36, year: 2009 },
    by: { kind: 'UU', number: 17, year: 2023 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 44, year: 2009 },
    by: { kind: 'UU', number: 17, year: 2023 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 29, year: 2004 },
    by: { kind: 'UU', number: 17, year: 2023 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 23, year: 1992 },
    by: { kind: 'UU', number: 17, year: 2023 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'PP', number: 37, year: 2007 },
    by: { kind: 'PP', number: 40, year: 2019 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'PP', number: 27, year: 2012 },
    by: { kind: 'PP', number: 22, year: 2021 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 22, year: 1999 },
    by: { kind: 'UU', number: 23, year: 2014 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 18, year: 1997 },
    by: { kind: 'UU', number: 1, year: 2022 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 34, year: 2000 },
    by: { kind: 'UU', number: 1, year: 2022 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'PP', number: 65, year: 2005 },
    by: { kind: 'PP', number: 2, year: 2018 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'PP', number: 24, year: 2018 },
    by: { kind: 'PP', number: 5, year: 2021 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 11, year: 2020 },
    by: { kind: 'UU', number: 6, year: 2023 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 7, year: 1971 },
    by: { kind: 'UU', number: 43, year: 2009 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 14, year: 1992 },
    by: { kind: 'UU', number: 22, year: 2009 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
  {
    old: { kind: 'UU', number: 23, year: 1997 },
    by: { kind: 'UU', number: 32, year: 2009 },
    source: 'closing provisions of the newer one (general knowledge)',
  },
];

export interface KnownLaw extends LawName {
  /** A word of its subject, in small letters: what tells it from a law of another kind with the same number. */
  readonly about: RegExp;
}

/** Laws that are often cited under the wrong kind of name. */
export const knownLaws: readonly KnownLaw[] = [
  { kind: 'PP', number: 71, year: 2019, about: /sistem dan transaksi elektronik/ },
  { kind: 'UU', number: 25, year: 2009, about: /pelayanan publik/ },
  { kind: 'PP', number: 96, year: 2012, about: /pelayanan publik/ },
  { kind: 'UU', number: 14, year: 2008, about: /keterbukaan informasi/ },
  { kind: 'PP', number: 61, year: 2010, about: /keterbukaan informasi/ },
  { kind: 'UU', number: 11, year: 2008, about: /informasi dan transaksi elektronik/ },
  { kind: 'Perpres', number: 95, year: 2018, about: /pemerintahan berbasis elektronik/ },
  { kind: 'Perpres', number: 76, year: 2013, about: /pengaduan/ },
  { kind: 'UU', number: 27, year: 2022, about: /pelindungan data/ },
  { kind: 'UU', number: 23, year: 2014, about: /pemerintahan daerah/ },
  { kind: 'UU', number: 30, year: 2014, about: /administrasi pemerintahan/ },
  { kind: 'Permen PANRB', number: 15, year: 2014, about: /standar pelayanan/ },
  { kind: 'Permen PANRB', number: 14, year: 2017, about: /survei kepuasan/ },
];

export const lawText = ({ kind, number, year }: LawName): string => `${kind} ${number}/${year}`;

/** Days within which a complaint must be settled, from a complete file (Perpres 76/2013; seen: meridianhukum.com). */
export const COMPLAINT_DAYS = 60;
/** Working days for a request of public information, and for its one extension (UU 14/2008 art. 22(7), (8)). */
export const INFORMATION_DAYS = 10;
export const INFORMATION_EXTENSION = 7;
/** Working days for the answer to an objection, which the superior of the PPID gives (UU 14/2008 art. 36(2)). */
export const OBJECTION_DAYS = 30;
