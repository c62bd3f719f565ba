/** Steps of a form as steps of a standard: one after the other, each with the outcomes its kind needs. */
import { CLOSED } from '../model/steps.ts';
import type { Step } from '../model/steps.ts';
import type { DraftStep } from './model.ts';
import { distinct } from './wording.ts';

const NAMES: Readonly<Record<DraftStep['kind'], string>> = {
  check: 'periksa',
  dispose: 'teruskan',
  assess: 'telaah',
  decide: 'putuskan',
  sign: 'tanda-tangan',
  fulfil: 'siapkan',
  'hand-over': 'serahkan',
};

/** The one ground that every standard has: what it demands was not brought. */
export const UNMET = {
  id: 'syarat-tidak-dipenuhi',
  text: {
    id: 'Persyaratan standar ini tidak dipenuhi.',
    en: 'The requirements of this standard are not met.',
  },
};

/** Which step refuses: the one who decides, else who signs, else the last that looks. One refuses in any case. */
function refusingAt(steps: readonly DraftStep[]): number {
  for (const kind of ['decide', 'sign', 'assess', 'check'] as const) {
    const at = steps.findLastIndex((step) => step.kind === kind);
    if (at >= 0) return at;
  }
  return -1;
}

interface Place {
  readonly to: string;
  /** Position of the step that follows. */
  readonly nextPosition: string;
  readonly refuses: boolean;
}

type Named = Pick<Step, 'id' | 'title' | 'positions' | 'assignedBy' | 'component' | 'fields' | 'grounds'>;

const refusal = ({ refuses }: Place): { refuse?: Record<string, never> } => (refuses ? { refuse: {} } : {});

const BUILDERS: {
  readonly [K in DraftStep['kind']]: (named: Named, place: Place) => Step & { readonly kind: K };
} = {
  check: (named, place) => ({
    kind: 'check',
    ...named,
    checklist: [],
    outcomes: { complete: { to: place.to }, return: {}, ...refusal(place) },
  }),
  dispose: (named, { to, nextPosition }) => ({
    kind: 'dispose',
    ...named,
    addressees: [nextPosition],
    several: false,
    outcomes: { dispose: { to } },
  }),
  assess: (named, place) => ({
    kind: 'assess',
    ...named,
    outcomes: { pass: { to: place.to }, return: {}, ...refusal(place) },
  }),
  decide: (named, { to }) => ({ kind: 'decide', ...named, outcomes: { approve: { to }, refuse: {} } }),
  sign: (named, place) => ({
    kind: 'sign',
    ...named,
    outcomes: { sign: { to: place.to }, ...refusal(place) },
  }),
  fulfil: (named, { to }) => ({
    kind: 'fulfil',
    ...named,
    evidence: ['text', 'file'],
    deliveries: [],
    outcomes: { fulfil: { to } },
  }),
  'hand-over': (named, { to }) => ({ kind: 'hand-over', ...named, outcomes: { 'hand-over': { to } } }),
};

/** The steps of a standard. A disposition goes to whoever makes the step behind it. Pure. */
export function composeSteps(steps: readonly DraftStep[]): Step[] {
  const ids = distinct(steps.map(({ kind }) => NAMES[kind]));
  const refusing = refusingAt(steps);
  return steps.map((step, index) => {
    const before = steps[index - 1];
    const disposed = before?.kind === 'dispose' ? ids[index - 1] : undefined;
    const refuses = index === refusing;
    const named: Named = {
      id: ids[index] ?? NAMES[step.kind],
      title: step.title,
      ...(disposed === undefined ? { positions: [step.position] } : { assignedBy: disposed }),
      ...(step.component === null ? {} : { component: step.component }),
      fields: [],
      grounds: refuses || step.kind === 'decide' ? [UNMET] : [],
    };
    return BUILDERS[step.kind](named, {
      to: ids[index + 1] ?? CLOSED,
      nextPosition: steps[index + 1]?.position ?? step.position,
      refuses,
    });
  });
}
