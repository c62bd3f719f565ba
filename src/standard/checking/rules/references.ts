import { commonServices } from '../../model/common-services.ts';
import type { Organisation } from '../../model/government.ts';
import type { Service } from '../../model/service.ts';
import { postsOfSteps } from '../../model/steps.ts';
import { nearest } from '../../reading/likeness.ts';
import { error, warning } from '../../reading/fault.ts';
import type { PropertyPath, Remark } from '../../reading/fault.ts';
import type { CheckContext, ServiceRule } from '../rule.ts';
import { holdersOn } from './holdings.ts';

interface Reference {
  readonly name: string;
  readonly at: PropertyPath;
}

const listed = (names: readonly string[] | undefined, at: PropertyPath): Reference[] =>
  (names ?? []).map((name, index) => ({ name, at: [...at, index] }));

/** Rules that need the organisation keep silent when its file could not be read: that fault is told already. */
const within =
  (rule: (service: Service, organisation: Organisation, context: CheckContext) => Remark[]): ServiceRule =>
  (service, context) =>
    context.organisation === null ? [] : rule(service, context.organisation, context);

function unknown(
  references: readonly Reference[],
  known: Iterable<string>,
  what: { id: string; en: string },
): Remark[] {
  const names = new Set(known);
  return references.flatMap(({ name, at }) => {
    if (names.has(name)) return [];
    const near = nearest(name, names);
    const hint =
      near === null ? { id: '', en: '' } : { id: ` Maksud Anda "${near}"?`, en: ` Did you mean "${near}"?` };
    return [
      error(at, `${what.id} "${name}" tidak ada.${hint.id}`, `There is no ${what.en} "${name}".${hint.en}`),
    ];
  });
}

function positionReferences({ steps, signers, supervisors, evaluators }: Service): Reference[] {
  return [
    ...steps.flatMap((step, index) => [
      ...listed(step.positions, ['steps', index, 'positions']),
      ...(step.kind === 'dispose' && step.addressees !== 'agencies'
        ? listed(step.addressees, ['steps', index, 'addressees'])
        : []),
    ]),
    ...signersOf(signers).flatMap(([kind, posts]) => listed(posts, ['signers', kind])),
    ...listed(supervisors, ['supervisors']),
    ...listed(evaluators, ['evaluators']),
  ];
}

const signersOf = (signers: Service['signers'] = {}): readonly [kind: string, posts: readonly string[]][] =>
  Object.entries(signers);

const positionsExist = within((service, { positions }) =>
  unknown(
    positionReferences(service),
    positions.map(({ id }) => id),
    { id: 'Jabatan', en: 'position' },
  ),
);

const officeExists = within(({ office }, { agencies }) =>
  unknown(
    [{ name: office, at: ['office'] }],
    agencies.map(({ id }) => id),
    { id: 'Perangkat daerah', en: 'agency' },
  ),
);

const competencesExist = within(({ steps }, { competences }) =>
  unknown(
    steps.flatMap(({ competence }, index) =>
      listed(competence?.codes, ['steps', index, 'competence', 'codes']),
    ),
    competences.map(({ id }) => id),
    { id: 'Kompetensi', en: 'competence' },
  ),
);

/** Row-level access of evaluators hangs on the role; a supervisor needs none. */
const evaluatorsMayEvaluate = within(({ evaluators }, { positions }) =>
  evaluators.flatMap((name, index) => {
    const position = positions.find(({ id }) => id === name);
    return position === undefined || position.roles.includes('evaluator')
      ? []
      : [
          error(
            ['evaluators', index],
            `Jabatan "${name}" tidak berperan evaluator.`,
            `The position "${name}" has no role evaluator.`,
          ),
        ];
  }),
);

/** Who signs a letter opens it at the desk, and only posts with a part in the request, or above one, do. */
const signersSeeTheRequest = within(({ steps, signers }, organisation) => {
  const chart = new Map(organisation.positions.map(({ id, superior }) => [id, superior]));
  const involved = new Set(postsOfSteps(steps));
  for (const post of involved) {
    const above = chart.get(post);
    if (above) involved.add(above);
  }
  return signersOf(signers).flatMap(([kind, posts]) =>
    posts.flatMap((post, index) =>
      involved.has(post) || !chart.has(post)
        ? []
        : [
            error(
              ['signers', kind, index],
              `Jabatan "${post}" tidak ikut dalam prosedur dan tidak membawahi yang ikut, jadi tidak dapat membuka suratnya.`,
              `The position "${post}" has no part in the procedure and stands above none that has, so it cannot open the letter.`,
            ),
          ],
    ),
  );
});

/** UU 30/2014 art. 53: what silence means is examined by the legal division; without a post nobody would be asked. */
const silenceIsExamined = within(({ silence }, { positions }) =>
  silence === 'potential-approval' && !positions.some(({ roles }) => roles.includes('legal'))
    ? [
        warning(
          ['silence'],
          'Tidak ada jabatan berperan legal yang menelaah potensi fiktif positif (UU 30/2014 Pasal 53).',
          'No position has the role legal, to examine whether silence means approval (UU 30/2014 art. 53).',
        ),
      ]
    : [],
);

const agenciesCanBeReached = within(({ steps }, { agencies }) => {
  const silent = agencies.filter(({ kind, contact }) => kind !== 'outside' && contact === undefined);
  if (silent.length === 0) return [];
  const names = silent.map(({ id }) => id).join(', ');
  return steps.flatMap((step, index) =>
    step.kind === 'dispose' && step.addressees === 'agencies'
      ? [
          warning(
            ['steps', index, 'addressees'],
            `Tanpa jabatan penghubung: ${names}.`,
            `Without a contact position: ${names}.`,
          ),
        ]
      : [],
  );
});

/** A hard competence that no holder has today would leave every request waiting. */
const someoneIsCompetent = within(({ steps }, organisation, { today }) =>
  steps.flatMap(({ id, competence, positions }, index) => {
    if (!competence?.hard || positions === undefined) return [];
    const able = positions
      .flatMap((position) => holdersOn(organisation, position, today))
      .some(({ competences }) =>
        competence.codes.every((code) =>
          competences.some((held) => held.code === code && isOn(held.from, held.to, today)),
        ),
      );
    return able
      ? []
      : [
          warning(
            ['steps', index, 'competence'],
            `Hari ini tidak ada pejabat yang memenuhi kompetensi tahapan "${id}".`,
            `Today nobody in post has the competence for the step "${id}".`,
          ),
        ];
  }),
);

const isOn = (from: string, to: string | null, day: Temporal.PlainDate): boolean =>
  from <= day.toString() && (to === null || day.toString() <= to);

const attackedServiceExists: ServiceRule = ({ answersRequestOf, form }, { services }) => {
  if (answersRequestOf === undefined) return [];
  const asks = form.some(({ questions }) => questions.some(({ use }) => use === 'attacked-request'));
  return [
    ...unknown(
      [{ name: answersRequestOf, at: ['answersRequestOf'] }],
      services.map(({ id }) => id),
      { id: 'Layanan', en: 'service' },
    ),
    ...(asks
      ? []
      : [
          error(
            ['answersRequestOf'],
            'Formulir tidak menanyakan permohonan yang diserang (use: attacked-request).',
            'The form does not ask which request is attacked (use: attacked-request).',
          ),
        ]),
  ];
};

/** A name that only some governments agreed on is no mistake; one that was meant to be another is found by nobody. */
const commonNamesAreKnown: ServiceRule = ({ sameAs }) =>
  unknown(
    listed(sameAs, ['sameAs']),
    commonServices.map(({ id }) => id),
    { id: 'Layanan umum', en: 'common service' },
  ).map((remark) => ({ ...remark, severity: 'warning' }));

export const referenceRules: readonly ServiceRule[] = [
  positionsExist,
  officeExists,
  competencesExist,
  evaluatorsMayEvaluate,
  signersSeeTheRequest,
  silenceIsExamined,
  agenciesCanBeReached,
  someoneIsCompetent,
  attackedServiceExists,
  commonNamesAreKnown,
];
