import { CLOSED } from '../../model/steps.ts';
import type { Step } from '../../model/steps.ts';
import { nearest } from '../../reading/likeness.ts';
import { error } from '../../reading/fault.ts';
import type { Remark } from '../../reading/fault.ts';
import { movesOf, reachable, stepsThatEnd } from '../procedure-graph.ts';
import type { ServiceRule } from '../rule.ts';
import { duplicates } from './duplicates.ts';

const firstOf = (steps: readonly Step[]): string => steps[0]?.id ?? CLOSED;

const stepNames: ServiceRule = ({ steps }) => [
  ...duplicates(
    steps,
    ({ id }) => id,
    (index) => ['steps', index, 'id'],
  ),
  ...steps.flatMap(({ id }, index) =>
    id === CLOSED
      ? [
          error(
            ['steps', index, 'id'],
            `"${CLOSED}" adalah nama akhir prosedur.`,
            `"${CLOSED}" is the name of the end.`,
          ),
        ]
      : [],
  ),
  ...steps.flatMap((step, index) =>
    duplicates(
      step.grounds,
      ({ id }) => id,
      (ground) => ['steps', index, 'grounds', ground, 'id'],
    ),
  ),
  ...steps.flatMap((step, index) =>
    step.kind === 'check'
      ? duplicates(
          step.checklist,
          ({ id }) => id,
          (item) => ['steps', index, 'checklist', item, 'id'],
        )
      : [],
  ),
];

const targetsExist: ServiceRule = ({ steps }) => {
  const names = new Set([...steps.map(({ id }) => id), CLOSED]);
  return steps.flatMap((step, index) =>
    movesOf(step).flatMap(({ outcome, to }) => {
      if (names.has(to)) return [];
      const near = nearest(to, names);
      const hint =
        near === null
          ? { id: '', en: '' }
          : { id: ` Maksud Anda "${near}"?`, en: ` Did you mean "${near}"?` };
      return [
        error(
          ['steps', index, 'outcomes', outcome, 'to'],
          `Hasil "${outcome}" tidak menuju ke mana pun: tidak ada tahapan "${to}".${hint.id}`,
          `The outcome "${outcome}" leads nowhere: there is no step "${to}".${hint.en}`,
        ),
      ];
    }),
  );
};

const everyStepReachable: ServiceRule = ({ steps }) => {
  const reached = reachable(steps, firstOf(steps));
  return steps.flatMap(({ id }, index) =>
    reached.has(id)
      ? []
      : [
          error(
            ['steps', index, 'id'],
            `Tahapan "${id}" tidak pernah dicapai dari tahapan pertama.`,
            `The step "${id}" is never reached from the first step.`,
          ),
        ],
  );
};

const everyStepEnds: ServiceRule = ({ steps }) => {
  const ending = stepsThatEnd(steps);
  return steps.flatMap(({ id }, index) =>
    ending.has(id)
      ? []
      : [
          error(
            ['steps', index, 'id'],
            `Dari tahapan "${id}" permohonan tidak pernah selesai: tidak ada jalan ke "${CLOSED}".`,
            `From the step "${id}" a request never ends: no way leads to "${CLOSED}".`,
          ),
        ],
  );
};

const someoneMakesIt: ServiceRule = ({ steps }) =>
  steps.flatMap(({ id, positions, assignedBy }, index) => {
    if ((positions === undefined) !== (assignedBy === undefined)) return [];
    return [
      positions === undefined
        ? error(
            ['steps', index],
            `Tahapan "${id}" tidak punya pelaksana. Isi positions atau assignedBy.`,
            `Nobody makes the step "${id}". Give positions or assignedBy.`,
          )
        : error(
            ['steps', index, 'assignedBy'],
            `Tahapan "${id}" memuat positions dan assignedBy. Pilih satu.`,
            `The step "${id}" has both positions and assignedBy. Keep one.`,
          ),
    ];
  });

function assignmentFault(steps: readonly Step[], step: Step): Pick<Remark['words'], 'id' | 'en'> | null {
  const by = steps.find(({ id }) => id === step.assignedBy);
  if (by?.kind !== 'dispose') {
    return {
      id: `assignedBy harus menunjuk tahapan disposisi; "${step.assignedBy}" bukan.`,
      en: `assignedBy must name a dispose step; "${step.assignedBy}" is none.`,
    };
  }
  const around = reachable(steps, firstOf(steps), ({ id }) => id === by.id);
  return around.has(step.id)
    ? {
        id: `Tahapan "${step.id}" dapat dicapai tanpa melewati disposisi "${by.id}", sehingga pelaksananya belum ditunjuk.`,
        en: `The step "${step.id}" can be reached around the disposition "${by.id}", so nobody would be assigned.`,
      }
    : null;
}

const assignedBefore: ServiceRule = ({ steps }) =>
  steps.flatMap((step, index) => {
    const words = step.assignedBy === undefined ? null : assignmentFault(steps, step);
    return words === null ? [] : [error(['steps', index, 'assignedBy'], words.id, words.en)];
  });

/** UU 30/2014 art. 55: every decision gives its reasons, and so does a refusal. */
const refusalsHaveGrounds: ServiceRule = ({ steps }) =>
  steps.flatMap((step, index) => {
    const refuses = 'refuse' in step.outcomes && step.outcomes.refuse !== undefined;
    if (refuses === step.grounds.length > 0) return [];
    return refuses
      ? [
          error(
            ['steps', index, 'outcomes', 'refuse'],
            `Tahapan "${step.id}" dapat menolak tetapi tidak memuat alasan penolakan (grounds).`,
            `The step "${step.id}" may refuse but lists no grounds.`,
          ),
        ]
      : [
          error(
            ['steps', index, 'grounds'],
            `Tahapan "${step.id}" memuat alasan penolakan tetapi tidak dapat menolak.`,
            `The step "${step.id}" lists grounds of refusal but cannot refuse.`,
          ),
        ];
  });

/** "Closed" means delivered: no way to the end may go around every step that delivers the product. */
const productIsDelivered: ServiceRule = ({ steps }) =>
  reachable(steps, firstOf(steps), ({ kind }) => kind === 'fulfil').has(CLOSED)
    ? [
        error(
          ['steps'],
          'Permohonan dapat selesai tanpa tahapan fulfil yang menyerahkan produknya.',
          'A request can be closed without a fulfil step that delivers its product.',
        ),
      ]
    : [];

export const procedureRules: readonly ServiceRule[] = [
  stepNames,
  targetsExist,
  everyStepReachable,
  everyStepEnds,
  someoneMakesIt,
  assignedBefore,
  refusalsHaveGrounds,
  productIsDelivered,
];
