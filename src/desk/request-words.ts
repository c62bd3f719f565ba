/** Names for what a request speaks of by id: posts, agencies, requirements, checklist lines, actions. Pure. */
import { stepFor } from '../request/index.ts';
import type { DeskView } from '../request/index.ts';
import type { Organisation, Service, Step, Text } from '../standard/index.ts';
import { deskWords } from '../ui/index.ts';
import type { Lang } from '../ui/index.ts';
import { pageWords } from './words.ts';

export const postTitle = (organisation: Organisation, position: string, lang: Lang): string =>
  organisation.positions.find(({ id }) => id === position)?.title[lang] ?? position;

export const agencyName = (organisation: Organisation, agency: string): string =>
  organisation.agencies.find(({ id }) => id === agency)?.name ?? agency;

const acting = { plt: 'Plt. ', plh: 'Plh. ' } as const;

/** A post as it signs: "Plt. Kepala …" when it is acted for. */
export const actingTitle = (title: string, as: 'plt' | 'plh' | null): string =>
  as === null ? title : `${acting[as]}${title}`;

/** A line of the checklist or of a demand: a requirement, a line of the step's own, or "something else". */
export function lineLabel(service: Service, id: string, lang: Lang): string {
  const requirement = service.requirements.find((candidate) => candidate.id === id);
  if (requirement) return requirement.label[lang];
  const line = service.steps
    .flatMap((step) => (step.kind === 'check' ? step.checklist : []))
    .find((item) => item.id === id);
  return line?.text[lang] ?? pageWords[lang].act.other;
}

/** What the checker looks at on this line, where the standard says so. */
export const lineHint = (service: Service, id: string): Text | undefined =>
  service.requirements.find((requirement) => requirement.id === id)?.check;

const own: readonly string[] = [
  'pass',
  'fail',
  'classify',
  'reclassify',
  'extend',
  'allow-return',
  'deny-return',
  'finish-duty',
  'deliver',
  'resume-delivery',
  'settle-delivery',
  'cancel-delivery',
  'withdraw-product',
  'resume-withdrawal',
  'settle-withdrawal',
  'cancel-withdrawal',
  'renew-secret',
];

/** The words on the button of an action: the standard's own where it gives them. */
export function actionLabel(action: string, label: Text | undefined, lang: Lang): string {
  if (label) return label[lang];
  if (own.includes(action)) return pageWords[lang].act[action as 'pass'];
  const words: Readonly<Record<string, string>> = {
    ...deskWords[lang].action,
    'hand-over': deskWords[lang].action.handOver,
    'take-over': deskWords[lang].action.takeOver,
  };
  return words[action] ?? action;
}

/** The step the request waits at, or null once it has ended. */
export const currentStep = ({ service, state }: Pick<DeskView, 'service' | 'state'>): Step | null =>
  state.step === null ? null : stepFor(service.value, state, state.step);
