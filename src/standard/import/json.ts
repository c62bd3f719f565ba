/** The reading as JSON: the shape that `pendopo standard import` prints. Pure. */
import type {
  FeeAmount,
  Finding,
  ImportedComponents,
  ImportedDecree,
  ImportedService,
  Place,
} from './model.ts';
import { listComponents } from '../model.ts';
import type { ListComponent } from '../model.ts';
import type { PromisedTime } from '../../working-time/index.ts';

type Lang = 'id' | 'en';

type JsonComponents = Readonly<Record<ListComponent, { readonly items: readonly string[] }>> & {
  readonly time: {
    readonly text: string;
    readonly promise: PromisedTime | null;
    readonly entries?: readonly PromisedTime[];
  };
  readonly fee: { readonly text: string; readonly free: boolean; readonly amounts: readonly FeeAmount[] };
  readonly staffing: { readonly text: string; readonly count: number | null };
};

interface JsonFinding {
  readonly severity: Finding['severity'];
  readonly component: Finding['component'];
  readonly message: string;
  readonly line: number | null;
}

interface JsonService {
  readonly title: string | null;
  readonly components: JsonComponents;
  readonly findings: readonly JsonFinding[];
  /** Where each item or text stands: one place an item, in their order. */
  readonly places: Readonly<Record<string, readonly (Place | null)[]>>;
}

export interface JsonDecree {
  readonly services: readonly JsonService[];
  readonly decree: ImportedDecree['decree'];
}

/** The reading with findings in one language. */
export const jsonOf = ({ services, decree }: ImportedDecree, lang: Lang): JsonDecree => ({
  services: services.map((service) => serviceOf(service, lang)),
  decree,
});

function serviceOf({ title, components, findings }: ImportedService, lang: Lang): JsonService {
  return {
    title: title?.text ?? null,
    components: componentsOf(components),
    findings: findings.map(({ severity, component, words, place }) => ({
      severity,
      component,
      message: words[lang],
      line: place?.line ?? null,
    })),
    places: placesOf(title?.place ?? null, components),
  };
}

function componentsOf(components: ImportedComponents): JsonComponents {
  const list = (name: ListComponent): { items: readonly string[] } => ({
    items: components[name].items.map(({ text }) => text),
  });
  const { time, fee, staffing } = components;
  return {
    requirements: list('requirements'),
    procedure: list('procedure'),
    time: {
      text: time.text,
      promise: time.promise,
      ...(time.entries.length > 0 ? { entries: time.entries } : {}),
    },
    fee: { text: fee.text, free: fee.free, amounts: fee.amounts },
    product: list('product'),
    complaints: list('complaints'),
    legalBasis: list('legalBasis'),
    facilities: list('facilities'),
    competence: list('competence'),
    supervision: list('supervision'),
    staffing: { text: staffing.text, count: staffing.count },
    serviceGuarantee: list('serviceGuarantee'),
    safetyGuarantee: list('safetyGuarantee'),
    evaluation: list('evaluation'),
  };
}

function placesOf(title: Place | null, components: ImportedComponents): JsonService['places'] {
  const lists = listComponents.map(
    (name) => [name, components[name].items.map(({ place }) => place)] as const,
  );
  const { time, fee, staffing } = components;
  return {
    title: [title],
    ...Object.fromEntries(lists),
    time: [time.place],
    fee: [fee.place],
    staffing: [staffing.place],
  };
}
