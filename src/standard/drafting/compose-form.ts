/** The form and what must be brought, out of a proposal. */
import { isUploaded } from '../model/service.ts';
import type { ApplicantKind, Text } from '../model/basics.ts';
import type { Question, QuestionGroup } from '../model/questions.ts';
import type { Requirement, Service } from '../model/service.ts';
import type { DraftQuestion, Running } from './model.ts';
import { asHeading, distinct, idFrom, inBoth } from './wording.ts';

const KIND_NAMES: Readonly<Record<ApplicantKind, Text>> = {
  citizen: { id: 'Perorangan', en: 'A person' },
  'legal-body': { id: 'Badan hukum atau usaha', en: 'A legal body or business' },
  official: { id: 'Pegawai', en: 'An official' },
  agency: { id: 'Perangkat daerah', en: 'An agency' },
  'village-government': { id: 'Pemerintah desa', en: 'A village government' },
};

/** The question that only some kinds of applicants are asked. */
const KIND = 'golongan';

const kindQuestion = (kinds: readonly ApplicantKind[]): Question => ({
  id: KIND,
  type: 'choice',
  label: { id: 'Anda mengajukan sebagai', en: 'You ask as' },
  required: true,
  use: 'applicant-kind',
  protected: false,
  options: kinds.map((kind) => ({ value: kind, label: KIND_NAMES[kind] })),
});

/** Of several kinds, only persons have an identity number and only agencies are in the list of agencies. */
const OF_KIND: Readonly<Partial<Record<DraftQuestion['type'], ApplicantKind>>> = {
  nik: 'citizen',
  agency: 'agency',
};

function questionOf(draft: DraftQuestion, kinds: readonly ApplicantKind[]): Question {
  const { type, ...rest } = draft;
  const only = kinds.length > 1 ? OF_KIND[type] : undefined;
  const when = only !== undefined && kinds.includes(only) ? { when: { question: KIND, is: [only] } } : {};
  const asked = { ...rest, ...when, protected: false };
  if (type === 'text') return { type, ...asked, maxLength: 200 };
  if (type === 'long-text') return { type, ...asked, maxLength: 4000 };
  if (type === 'date') return { type, ...asked, from: 'any', until: 'any' };
  return { type, ...asked };
}

const ABOUT_APPLICANT = new Set<DraftQuestion['use']>([
  'applicant-name',
  'applicant-nik',
  'applicant-email',
  'applicant-phone',
  'applicant-agency',
]);

/** What spares the upload of a letter that was sent through SRIKANDI. */
const SRIKANDI: DraftQuestion = {
  id: 'nomor-srikandi',
  label: {
    id: 'Nomor surat di SRIKANDI, bila dikirim lewat sana',
    en: 'Letter number in SRIKANDI, if sent there',
  },
  type: 'text',
  required: false,
  use: 'srikandi-number',
};

/** The questions of a proposal, and that for the letter number where a requirement takes one in place of a file. */
function allQuestions({ questions, requirements }: Running): readonly DraftQuestion[] {
  const takesNumber = requirements.some(({ bring }) => bring === 'file-or-letter-number');
  const asksNumber = questions.some(({ use }) => use === SRIKANDI.use);
  return takesNumber && !asksNumber ? [...questions, SRIKANDI] : questions;
}

/** The form: who asks, then what for. */
export function composeForm(running: Running): QuestionGroup[] {
  const { kinds } = running;
  const of = (applicant: boolean): Question[] =>
    allQuestions(running)
      .filter(({ use }) => ABOUT_APPLICANT.has(use) === applicant)
      .map((question) => questionOf(question, kinds));
  const who = [...(kinds.length > 1 ? [kindQuestion(kinds)] : []), ...of(true)];
  const what = of(false);
  const groups: QuestionGroup[] = [
    { id: 'pemohon', title: { id: 'Tentang Anda', en: 'About you' }, questions: who },
    { id: 'permohonan', title: { id: 'Permohonan Anda', en: 'Your request' }, questions: what },
  ];
  return groups.filter((group) => group.questions.length > 0);
}

/** Uploads and checklist: one requirement an item of the component, in its words. */
export function composeRequirements({ requirements }: Running, items: readonly string[]): Requirement[] {
  const ids = distinct(
    requirements.map(({ component }) => idFrom(asHeading(items[component - 1] ?? ''), 'syarat')),
  );
  return requirements.map(({ component, bring, required, personal }, index) => ({
    id: ids[index] ?? 'syarat',
    label: inBoth(asHeading(items[component - 1] ?? '')),
    component,
    bring,
    required,
    personal,
  }));
}

const EXAMPLES: Readonly<Record<DraftQuestion['type'], (agency: string) => string>> = {
  text: () => 'Contoh isian',
  'long-text': () => 'Contoh isian',
  // A region and a day of birth that exist; nobody has the serial.
  nik: () => '3310015503909999',
  phone: () => '081200000199',
  email: () => 'pemohon@contoh.example',
  date: () => '@+7',
  agency: (agency) => agency,
};

/** Answers and files that tests, the demo and the API description use. */
export function composeExample(
  { kinds, questions }: Running,
  requirements: readonly Requirement[],
  agency: string,
): Service['example'] {
  const [kind = 'citizen'] = kinds;
  const applies = ({ type }: DraftQuestion): boolean =>
    kinds.length === 1 || OF_KIND[type] === undefined || OF_KIND[type] === kind;
  const answers = questions
    .filter(applies)
    .map(
      ({ id, type, use }) => [id, use === 'applicant-name' ? 'Dian Contoh' : EXAMPLES[type](agency)] as const,
    );
  return {
    answers: { ...(kinds.length > 1 ? { [KIND]: kind } : {}), ...Object.fromEntries(answers) },
    files: requirements
      .filter(isUploaded)
      .map(({ id }) => ({ requirement: id, fileName: `${id}.pdf`, contentType: 'application/pdf' })),
  };
}
