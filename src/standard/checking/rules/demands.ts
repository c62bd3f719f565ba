import { CLOSED } from '../../model/steps.ts';
import type { Use } from '../../model/questions.ts';
import { error, warning } from '../../reading/fault.ts';
import type { PropertyPath, Remark } from '../../reading/fault.ts';
import { reachable } from '../procedure-graph.ts';
import { isOwnedUp } from '../rule.ts';
import type { ServiceRule } from '../rule.ts';

/** Needed merely to serve: who asks, how to answer, what it is about. Everything else the standard must demand. */
const SERVING: ReadonlySet<Use> = new Set<Use>([
  'applicant-kind',
  'applicant-name',
  'applicant-email',
  'applicant-phone',
  'applicant-agency',
  'subject',
  'hide-identity',
  'representative',
]);

/** UU 25/2009 art. 21 b: what is demanded of people stands in the requirements component, and nowhere else. */
const onlyWhatIsDemanded: ServiceRule = (service) =>
  service.form.flatMap((group, groupIndex) =>
    group.questions.flatMap((question, index) => {
      const serves = question.use !== undefined && SERVING.has(question.use);
      if (!question.required || serves || question.component !== undefined) return [];
      if (isOwnedUp(service, [question.id, group.id, 'form'])) return [];
      return [
        error(
          ['form', groupIndex, 'questions', index],
          `Jawaban "${question.id}" diwajibkan, tetapi komponen persyaratan tidak memintanya. Isi "component", jadikan tidak wajib, atau jelaskan sebagai asumsi pada "form.${question.id}".`,
          `The answer "${question.id}" is required, but the requirements component does not demand it. Give "component", make it optional, or explain it as an assumption at "form.${question.id}".`,
        ),
      ];
    }),
  );

function inRange(component: number | undefined, items: readonly string[], at: PropertyPath): Remark[] {
  if (component === undefined || component <= items.length) return [];
  return [
    error(
      [...at, 'component'],
      `Komponen itu hanya memuat ${items.length} butir; nomor ${component} tidak ada.`,
      `That component has only ${items.length} items; there is no number ${component}.`,
    ),
  ];
}

const componentNumbers: ServiceRule = ({ components, form, requirements, steps }) => [
  ...form.flatMap(({ questions }, group) =>
    questions.flatMap(({ component }, index) =>
      inRange(component, components.requirements.items, ['form', group, 'questions', index]),
    ),
  ),
  ...requirements.flatMap(({ component }, index) =>
    inRange(component, components.requirements.items, ['requirements', index]),
  ),
  ...steps.flatMap(({ component }, index) =>
    inRange(component, components.procedure.items, ['steps', index]),
  ),
];

/** A requirement is looked at before anyone decides or delivers: no way may lead around every check and assessment. */
const requirementsAreChecked: ServiceRule = ({ requirements, steps }) => {
  const unchecked = reachable(
    steps,
    steps[0]?.id ?? CLOSED,
    ({ kind }) => kind === 'check' || kind === 'assess',
  );
  const decidesUnchecked = steps.find(
    ({ id, kind }) => unchecked.has(id) && (kind === 'decide' || kind === 'sign' || kind === 'fulfil'),
  );
  if (decidesUnchecked === undefined) return [];
  return requirements.map(({ id }, index) =>
    error(
      ['requirements', index],
      `Persyaratan "${id}" tidak diperiksa siapa pun sebelum tahapan "${decidesUnchecked.id}".`,
      `Nobody checks the requirement "${id}" before the step "${decidesUnchecked.id}".`,
    ),
  );
};

/** A letter that is only printed cannot be found by its number: the number that spares the upload is that of SRIKANDI. */
const letterNumberIsAsked: ServiceRule = ({ requirements, form }) => {
  if (form.some(({ questions }) => questions.some(({ use }) => use === 'srikandi-number'))) return [];
  return requirements.flatMap(({ id, bring }, index) =>
    bring === 'file-or-letter-number'
      ? [
          warning(
            ['requirements', index, 'bring'],
            `Formulir tidak menanyakan nomor surat di SRIKANDI (use: srikandi-number), sehingga "${id}" selalu harus diunggah.`,
            `The form asks for no letter number in SRIKANDI (use: srikandi-number), so "${id}" must always be uploaded.`,
          ),
        ]
      : [],
  );
};

const GRATIS =
  /\bgratis\b|\btanpa (biaya|pungutan)\b|\btidak (ada|di(pungut|kenakan))( \w+)? (biaya|tarif|retribusi|pungutan)\b|\bnihil\b/i;
const AMOUNT = /Rp\.?\s*[1-9]/i;

const feeAgrees: ServiceRule = (service) => {
  const { fee, components } = service;
  const { text } = components.fee;
  if (fee.free) {
    return AMOUNT.test(text)
      ? [
          error(
            ['fee', 'free'],
            `Biaya tercetak "${text}", tetapi layanan ditulis gratis.`,
            `The printed fee is "${text}", but the service is said to be free.`,
          ),
        ]
      : [];
  }
  // "Vaksin gratis, pemeriksaan Rp15.000": free for some, and a bill for others.
  if (GRATIS.test(text) && !AMOUNT.test(text)) {
    return [
      error(
        ['fee', 'free'],
        `Biaya tercetak "${text}", tetapi layanan ditulis berbayar.`,
        `The printed fee is "${text}", but the service is said to cost money.`,
      ),
    ];
  }
  const digits = text.replaceAll(/[.\s]/g, '');
  // "Sesuai Peraturan Daerah": the amount stands elsewhere, and whoever entered it says so.
  const say = isOwnedUp(service, ['fee']) ? warning : error;
  const unprinted = fee.amounts.flatMap(({ idr }, index) =>
    digits.includes(String(idr))
      ? []
      : [
          say(
            ['fee', 'amounts', index, 'idr'],
            `Rp${idr} tidak ada dalam biaya tercetak.`,
            `Rp${idr} does not stand in the printed fee.`,
          ),
        ],
  );
  const basis =
    fee.tariffBasis === undefined
      ? [warning(['fee'], 'Dasar hukum tarif belum disebut.', 'No regulation is named that sets the tariff.')]
      : [];
  return [...unprinted, ...basis];
};

export const demandRules: readonly ServiceRule[] = [
  onlyWhatIsDemanded,
  componentNumbers,
  requirementsAreChecked,
  letterNumberIsAsked,
  feeAgrees,
];
