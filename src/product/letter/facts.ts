/** What the sentences of a letter name, read from a request and its standard. Pure; nothing is invented. */
import { waitingPositions } from '../../request/index.ts';
import type { DeskView } from '../../request/index.ts';
import type { Organisation, Service } from '../../standard/index.ts';
import { describePromise, formatDate, formatInstant } from '../../working-time/index.ts';
import type { ListSlot, Slot } from './model.ts';

type Lang = 'id' | 'en';

/** The request as its papers see it. */
export type LetterView = Pick<
  DeskView,
  | 'government'
  | 'service'
  | 'state'
  | 'timeZone'
  | 'applicant'
  | 'submission'
  | 'files'
  | 'timeline'
  | 'officials'
  | 'refusal'
  | 'promisedBy'
  | 'products'
  | 'erased'
>;

export interface LetterCase {
  readonly view: LetterView;
  readonly organisation: Organisation;
  /** Names of who holds the posts that a disposition chose, or at which it waits. */
  readonly holders: Readonly<Record<string, string>>;
}

/** "23 November 2026": a day without its weekday. */
export const dayOf = (date: string | Temporal.PlainDate, lang: Lang): string =>
  formatDate(date, lang).replace(/^[^,]*, /, '');

/** The name proper of a government: "Klaten". */
export const townOf = (name: string): string => name.replace(/^(Kabupaten|Kota|Provinsi) /, '');

type Read = (given: LetterCase, lang: Lang) => string | null;

const at = ({ view }: LetterCase, instant: string | null, lang: Lang): string | null =>
  instant === null ? null : formatInstant(instant, view.timeZone, lang);

/** Words written with the last entry of a kind, as everybody may read them. */
const wordsOf = ({ view }: LetterCase, kind: string): string | null =>
  view.timeline.findLast((item) => item.kind === kind)?.text ?? null;

function decreeOf({ decree }: Service, lang: Lang): string {
  const number =
    decree.number === null ? '' : lang === 'id' ? ` Nomor ${decree.number}` : ` number ${decree.number}`;
  const date =
    decree.date === null
      ? ''
      : lang === 'id'
        ? ` tanggal ${dayOf(decree.date, lang)}`
        : ` of ${dayOf(decree.date, lang)}`;
  return `${decree.title}${number}${date}`;
}

/** Titles that say themselves that somebody asks: "permohonan Permohonan informasi" is said once. */
const asksItself = {
  id: /^(permohonan|permintaan|pengajuan|pengaduan|pendaftaran|peminjaman) /i,
  en: /\b(request|objection|complaints?|registration|booking)\b/i,
} as const;

function askingFor(title: string, lang: Lang): string {
  if (asksItself[lang].test(title)) return `${title.charAt(0).toLocaleLowerCase(lang)}${title.slice(1)}`;
  return lang === 'id' ? `permohonan ${title}` : `request for ${title}`;
}

function nameOf({ view, organisation }: LetterCase): string | null {
  const { name, agency } = view.applicant;
  const of = organisation.agencies.find(({ id }) => id === agency)?.name;
  return name ?? of ?? null;
}

/** The class that was chosen has a promise of its own. */
function promiseOf({ view }: LetterCase, lang: Lang): string {
  const service = view.service.value;
  const chosen = service.steps
    .flatMap((step) => (step.kind === 'classify' ? step.classes : []))
    .find(({ id }) => id === view.state.class);
  return describePromise(chosen?.promise ?? service.promise, lang);
}

const why: Read = (given) => given.view.refusal?.reason ?? wordsOf(given, 'extended');

function extensionOf({ view }: LetterCase, lang: Lang): string | null {
  const last = view.state.extensions.at(-1);
  if (!last) return null;
  const { basis = 'working', months = 0, days = 0, hours = 0, minutes = 0 } = last;
  return describePromise({ basis, months, days, hours, minutes }, lang);
}

function stepOf({ view }: LetterCase, lang: Lang): string | null {
  const { steps } = view.service.value;
  const chosen = view.timeline.findLast(({ addressees }) => addressees.length > 0)?.step;
  const step = steps.find(({ assignedBy }) => assignedBy !== undefined && assignedBy === chosen);
  return (step ?? steps.find(({ id }) => id === view.state.step))?.title[lang] ?? null;
}

/** What reads each fact; null where it is not known. */
export const facts: Readonly<Record<Slot, Read>> = {
  request: ({ view }) => view.state.number,
  service: ({ view }, lang) => view.service.value.title[lang],
  asking: ({ view }, lang) => askingFor(view.service.value.title[lang], lang),
  applicant: nameOf,
  office: ({ view }) => view.government.office.name,
  received: (given, lang) => at(given, given.view.state.receivedAt, lang),
  decree: ({ view }, lang) => decreeOf(view.service.value, lang),
  product: ({ view }, lang) => view.service.value.product.text[lang],
  promise: promiseOf,
  due: (given, lang) => at(given, given.view.promisedBy ?? given.view.state.due, lang),
  ended: (given, lang) => at(given, given.view.state.endedAt, lang),
  ground: ({ view }, lang) => view.refusal?.ground?.[lang] ?? null,
  law: ({ view }) => view.refusal?.law ?? null,
  reason: why,
  message: (given) => wordsOf(given, 'returned'),
  extension: extensionOf,
  extensionLaw: ({ view }) => view.service.value.clock.lawful?.extension?.law ?? null,
  step: stepOf,
  agenda: ({ view }) => (view.state.agenda ? `${view.state.agenda.number}/${view.state.agenda.year}` : null),
  letterNumber: ({ view }) => view.submission.letter.number ?? null,
  letterDate: ({ view }, lang) => {
    const { date } = view.submission.letter;
    return date === undefined ? null : dayOf(date, lang);
  },
  matter: ({ view }) => view.submission.letter.subject ?? view.applicant.subject,
};

const requirementWords = ({ view }: LetterCase, id: string, lang: Lang): string =>
  view.service.value.requirements.find((one) => one.id === id)?.label[lang] ?? id;

const postWords = ({ organisation }: LetterCase, id: string, lang: Lang): string =>
  organisation.positions.find((one) => one.id === id)?.title[lang] ?? id;

function missingOf(given: LetterCase, lang: Lang): readonly string[] {
  const last = given.view.timeline.findLast(({ kind }) => kind === 'returned');
  const items = given.view.service.value.steps.flatMap((step) =>
    step.kind === 'check' ? step.checklist : [],
  );
  return (last?.missing ?? []).flatMap((id) => {
    if (id === 'other') return lang === 'id' ? 'lainnya, lihat penjelasan' : 'other, see the explanation';
    return items.find((item) => item.id === id)?.text[lang] ?? requirementWords(given, id, lang);
  });
}

function broughtOf(given: LetterCase, lang: Lang): readonly string[] {
  const uploaded = given.view.files.filter(({ givenBy }) => givenBy === 'applicant');
  const ids = [...uploaded.map(({ requirement }) => requirement), ...given.view.submission.paper];
  return [...new Set(ids)].map((id) => requirementWords(given, id, lang));
}

const chosenPosts = ({ view }: LetterCase): readonly string[] => [
  ...new Set(Object.values(view.state.addressees).flat()),
];

/** Who was chosen by a disposition; where nobody is, the posts at which the request waits. */
function assignedPosts(given: LetterCase): readonly string[] {
  const chosen = chosenPosts(given);
  return chosen.length > 0 ? chosen : waitingPositions(given.view.service.value, given.view.state);
}

function deliveredOf({ view }: LetterCase, lang: Lang): readonly string[] {
  return view.products.map(({ title, facts: known }) => {
    const said = known.map(
      ({ label, value }) => `${label[lang]} ${typeof value === 'string' ? value : value[lang]}`,
    );
    return said.length === 0 ? title[lang] : `${title[lang]}: ${said.join('; ')}`;
  });
}

type ReadList = (given: LetterCase, lang: Lang) => readonly string[];

/** What reads each list; empty where there is nothing. */
export const lists: Readonly<Record<ListSlot, ReadList>> = {
  missing: missingOf,
  remedies: ({ view }, lang) => view.service.value.remedies.map((text) => text[lang]),
  brought: broughtOf,
  assigned: (given, lang) =>
    assignedPosts(given).map((post) => {
      const name = given.holders[post];
      return name === undefined ? postWords(given, post, lang) : `${name}, ${postWords(given, post, lang)}`;
    }),
  delivered: deliveredOf,
};

/** Who the letter is addressed to, line by line. A protected reporter has no name on paper. */
export function addresseeOf(given: LetterCase, lang: Lang): readonly string[] {
  const name = nameOf(given);
  const { name: person, agency } = given.view.applicant;
  const of = given.organisation.agencies.find(({ id }) => id === agency)?.name;
  if (name === null)
    return [
      lang === 'id'
        ? `Pemohon nomor ${given.view.state.number}`
        : `The applicant of ${given.view.state.number}`,
    ];
  return person !== null && of !== undefined ? [person, of] : [name];
}
