/** Rules about what the program can deliver at a step: each part of an order comes from a question that can say it. */
import { orderParts, recordParts } from '../../model/deliveries.ts';
import type { Delivery } from '../../model/deliveries.ts';
import type { Question } from '../../model/questions.ts';
import type { Service } from '../../model/service.ts';
import type { FulfilStep } from '../../model/steps.ts';
import { nearest } from '../../reading/likeness.ts';
import { error } from '../../reading/fault.ts';
import type { PropertyPath, Remark } from '../../reading/fault.ts';
import type { ServiceRule } from '../rule.ts';
import { duplicates } from './duplicates.ts';

/** The question that a source names: a field of the step, or an answer of the form. */
function questionAt(source: string, step: FulfilStep, { form }: Service): Question | undefined {
  const [where, id] = source.split('.', 2);
  const among = where === 'fields' ? step.fields : form.flatMap(({ questions }) => questions);
  return among.find((question) => question.id === id);
}

type Parts = (typeof orderParts)[Delivery['kind']];

/** Which parts a delivery may have, and where they come from; the words are of each sort. */
interface Sort {
  readonly name: 'order' | 'record';
  readonly known: Parts;
  readonly sources: Readonly<Record<string, string>>;
}

const verbs = {
  order: { id: 'tidak memesan', en: 'is not ordered with', needs: 'Pesanan', need: 'An order' },
  record: { id: 'tidak mencatat', en: 'records no', needs: 'Catatan', need: 'A record' },
} as const;

function partFault(
  part: string,
  source: string,
  kind: Delivery['kind'],
  { name, known }: Sort,
  question: Question | undefined,
): { id: string; en: string } | null {
  // Own members only: "constructor" is what every object has.
  const asked = Object.hasOwn(known, part) ? known[part] : undefined;
  if (!asked) {
    const near = nearest(part, Object.keys(known));
    const list = Object.keys(known).join(', ');
    return {
      id: `"${kind}" ${verbs[name].id} "${part}".${near === null ? ` Yang dikenal: ${list}.` : ` Maksud Anda "${near}"?`}`,
      en: `"${kind}" ${verbs[name].en} "${part}".${near === null ? ` Known: ${list}.` : ` Did you mean "${near}"?`}`,
    };
  }
  if (!question) return { id: `"${source}" tidak ditanyakan.`, en: `"${source}" is not asked.` };
  if (asked.types.includes(question.type)) return null;
  const types = asked.types.join(', ');
  return {
    id: `"${part}" diisi dari pertanyaan berjenis ${types}, bukan ${question.type}.`,
    en: `"${part}" comes from a question of type ${types}, not ${question.type}.`,
  };
}

const missingParts = ({ known, sources }: Sort): readonly string[] =>
  Object.entries(known).flatMap(([part, { required }]) =>
    required && sources[part] === undefined ? part : [],
  );

/** The order, and the record of what is done by hand where the standard keeps one. */
const sortsOf = ({ kind, order, record }: Delivery): readonly Sort[] => [
  { name: 'order', known: orderParts[kind], sources: order },
  ...(record ? [{ name: 'record', known: recordParts[kind] ?? {}, sources: record } as const] : []),
];

function remarksOn(delivery: Delivery, step: FulfilStep, service: Service, at: PropertyPath): Remark[] {
  const { kind } = delivery;
  return sortsOf(delivery).flatMap((sort) => {
    const wrong = Object.entries(sort.sources).flatMap(([part, source]) => {
      const fault = partFault(part, source, kind, sort, questionAt(source, step, service));
      return fault ? [error([...at, sort.name, part], fault.id, fault.en)] : [];
    });
    const { needs, need } = verbs[sort.name];
    const missing = missingParts(sort).map((part) =>
      error(
        [...at, sort.name],
        `${needs} "${kind}" memerlukan "${part}".`,
        `${need} of "${kind}" needs "${part}".`,
      ),
    );
    return [...wrong, ...missing];
  });
}

const deliveriesFit: ServiceRule = (service) =>
  service.steps.flatMap((step, index) => {
    if (step.kind !== 'fulfil') return [];
    return [
      ...duplicates(
        step.deliveries,
        ({ id }) => id,
        (n) => ['steps', index, 'deliveries', n, 'id'],
      ),
      ...step.deliveries.flatMap((one, n) =>
        remarksOn(one, step, service, ['steps', index, 'deliveries', n]),
      ),
    ];
  });

export const deliveryRules: readonly ServiceRule[] = [deliveriesFit];
