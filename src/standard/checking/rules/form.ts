import { formQuestions } from '../../answers/service.ts';
import type { Condition, Question, Use } from '../../model/questions.ts';
import type { Service } from '../../model/service.ts';
import { dutiesOf } from '../../model/silence.ts';
import { error } from '../../reading/fault.ts';
import type { PropertyPath, Remark } from '../../reading/fault.ts';
import type { ServiceRule } from '../rule.ts';
import { duplicates } from './duplicates.ts';

interface PlacedQuestion {
  readonly question: Question;
  readonly at: PropertyPath;
}

const questionsOfForm = ({ form }: Service): PlacedQuestion[] =>
  form.flatMap(({ questions }, group) =>
    questions.map((question, index) => ({ question, at: ['form', group, 'questions', index] })),
  );

const fieldsOf = ({ steps }: Service, step: number): PlacedQuestion[] =>
  (steps[step]?.fields ?? []).map((question, index) => ({ question, at: ['steps', step, 'fields', index] }));

/** The form, and the fields of each step: each is a set of questions of its own. */
const sets = (service: Service): PlacedQuestion[][] => [
  questionsOfForm(service),
  ...service.steps.map((_, index) => fieldsOf(service, index)),
];

const names: ServiceRule = (service) => [
  ...duplicates(
    service.form,
    ({ id }) => id,
    (index) => ['form', index, 'id'],
  ),
  ...duplicates(
    service.requirements,
    ({ id }) => id,
    (index) => ['requirements', index, 'id'],
  ),
  ...duplicates(
    [...dutiesOf(service)],
    ({ id }) => id,
    (index) => ['duties', index, 'id'],
  ),
  ...sets(service).flatMap((set) =>
    duplicates(
      set,
      ({ question }) => question.id,
      (index) => [...(set[index]?.at ?? []), 'id'],
    ),
  ),
  ...sets(service).flatMap((set) =>
    set.flatMap(({ question, at }) =>
      question.type === 'choice'
        ? duplicates(
            question.options,
            ({ value }) => value,
            (index) => [...at, 'options', index, 'value'],
          )
        : [],
    ),
  ),
];

function conditionRemarks(
  when: Condition | undefined,
  earlier: readonly Question[],
  at: PropertyPath,
): Remark[] {
  if (when === undefined) return [];
  const asked = earlier.find(({ id }) => id === when.question);
  if (asked?.type !== 'choice') {
    return [
      error(
        [...at, 'when', 'question'],
        `Syarat "when" harus menunjuk pertanyaan pilihan sebelumnya; "${when.question}" bukan.`,
        `"when" must name an earlier choice question; "${when.question}" is none.`,
      ),
    ];
  }
  const values = asked.options.map(({ value }) => value);
  return when.is.flatMap((value, index) =>
    values.includes(value)
      ? []
      : [
          error(
            [...at, 'when', 'is', index],
            `"${value}" bukan pilihan dari "${asked.id}" (${values.join(', ')}).`,
            `"${value}" is no option of "${asked.id}" (${values.join(', ')}).`,
          ),
        ],
  );
}

const conditions: ServiceRule = (service) => [
  ...sets(service).flatMap((set) =>
    set.flatMap(({ question, at }, index) =>
      conditionRemarks(
        question.when,
        set.slice(0, index).map((earlier) => earlier.question),
        at,
      ),
    ),
  ),
  ...service.requirements.flatMap(({ when }, index) =>
    conditionRemarks(when, formQuestions(service), ['requirements', index]),
  ),
  ...service.steps.flatMap((step, index) =>
    (step.kind === 'fulfil' ? step.deliveries : []).flatMap(({ when }, n) =>
      conditionRemarks(when, formQuestions(service), ['steps', index, 'deliveries', n]),
    ),
  ),
];

const bounds: ServiceRule = (service) =>
  sets(service).flatMap((set) =>
    set.flatMap(({ question, at }) =>
      question.type === 'number' && question.min > question.max
        ? [
            error(
              [...at, 'min'],
              'Batas bawah lebih besar dari batas atas.',
              'The minimum is above the maximum.',
            ),
          ]
        : [],
    ),
  );

const usesOf = (service: Service, use: Use): PlacedQuestion[] =>
  questionsOfForm(service).filter(({ question }) => question.use === use);

const oneName: ServiceRule = (service) => {
  const named = usesOf(service, 'applicant-name');
  return named.length === 1
    ? []
    : [
        error(
          named[1]?.at ?? ['form'],
          `Formulir harus memuat tepat satu pertanyaan nama (use: applicant-name); ada ${named.length}.`,
          `The form needs exactly one question for the name (use: applicant-name); it has ${named.length}.`,
        ),
      ];
};

/** Other uses may stand behind conditions; without one, a second question of the same use is never read. */
const usesOnce: ServiceRule = (service) =>
  duplicates(
    questionsOfForm(service),
    ({ question }) =>
      question.when === undefined && question.use !== 'applicant-name' ? (question.use ?? null) : null,
    (index) => [...(questionsOfForm(service)[index]?.at ?? []), 'use'],
  );

const someContact: ServiceRule = (service) =>
  usesOf(service, 'applicant-email').length + usesOf(service, 'applicant-phone').length > 0
    ? []
    : [
        error(
          ['form'],
          'Formulir tidak menanyakan kontak (use: applicant-email atau applicant-phone), sehingga pemohon tidak dapat dikabari.',
          'The form asks for no contact (use: applicant-email or applicant-phone), so the applicant cannot be told.',
        ),
      ];

const kindsAgree: ServiceRule = (service) => {
  const { kinds } = service.eligibility;
  const [asked] = usesOf(service, 'applicant-kind');
  if (asked === undefined) {
    return kinds.length === 1
      ? []
      : [
          error(
            ['eligibility', 'kinds'],
            'Beberapa golongan berhak mengajukan; formulir harus menanyakannya (use: applicant-kind).',
            'Several kinds of applicants are entitled; the form must ask which (use: applicant-kind).',
          ),
        ];
  }
  const options = asked.question.type === 'choice' ? asked.question.options.map(({ value }) => value) : [];
  const agree = options.length === kinds.length && kinds.every((kind) => options.includes(kind));
  return agree && asked.question.required
    ? []
    : [
        error(
          asked.at,
          `Pertanyaan golongan pemohon harus wajib dan pilihannya tepat: ${kinds.join(', ')}.`,
          `The question for the kind of applicant must be required, its options exactly: ${kinds.join(', ')}.`,
        ),
      ];
};

/** The program acts on these two words; another value would hide an identity, or show it, by accident. */
const FIXED_VALUES = [
  { use: 'hide-identity', values: ['yes', 'no'] },
  { use: 'representative', values: ['self', 'other'] },
] as const satisfies readonly { readonly use: Use; readonly values: readonly string[] }[];

const fixedValues: ServiceRule = (service) =>
  FIXED_VALUES.flatMap(({ use, values }) =>
    usesOf(service, use).flatMap(({ question, at }) => {
      const given = question.type === 'choice' ? question.options.map(({ value }) => value).sort() : [];
      return given.join() === [...values].sort().join()
        ? []
        : [
            error(
              at,
              `Pertanyaan use: ${use} harus pilihan dengan nilai "${values.join('" dan "')}".`,
              `The question with use: ${use} must be a choice of "${values.join('" and "')}".`,
            ),
          ];
    }),
  );

/** Whoever asked to be hidden where the standard hides nobody would be shown. */
const hidingIsProtected: ServiceRule = (service) =>
  service.identityProtected
    ? []
    : usesOf(service, 'hide-identity').map(({ at }) =>
        error(
          at,
          'Pertanyaan use: hide-identity hanya untuk standar yang melindungi pelapor (identityProtected: true).',
          'A question with use: hide-identity is only for a standard that protects reporters (identityProtected: true).',
        ),
      );

export const formRules: readonly ServiceRule[] = [
  names,
  conditions,
  bounds,
  oneName,
  usesOnce,
  someContact,
  kindsAgree,
  fixedValues,
  hidingIsProtected,
];
