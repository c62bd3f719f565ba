/** Rules about what the program can deliver at a step: each part of an order comes from a question that can say it. */
import { orderParts } from '../../model/deliveries.ts';
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

function partFault(
  part: string,
  source: string,
  { kind }: Delivery,
  question: Question | undefined,
): { id: string; en: string } | null {
  const known = orderParts[kind];
  // Own members only: "constructor" is what every object has.
  const asked = Object.hasOwn(known, part) ? known[part] : undefined;
  if (!asked) {
    const near = nearest(part, Object.keys(known));
    const list = Object.keys(known).join(', ');
    return {
      id: `"${kind}" tidak memesan "${part}".${near === null ? ` Yang dikenal: ${list}.` : ` Maksud Anda "${near}"?`}`,
      en: `"${kind}" is not ordered with "${part}".${near === null ? ` Known: ${list}.` : ` Did you mean "${near}"?`}`,
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

function missingParts({ kind, order }: Delivery): readonly string[] {
  return Object.entries(orderParts[kind]).flatMap(([part, { required }]) =>
    required && order[part] === undefined ? part : [],
  );
}

function remarksOn(delivery: Delivery, step: FulfilStep, service: Service, at: PropertyPath): Remark[] {
  const wrong = Object.entries(delivery.order).flatMap(([part, source]) => {
    const fault = partFault(part, source, delivery, questionAt(source, step, service));
    return fault ? [error([...at, 'order', part], fault.id, fault.en)] : [];
  });
  const missing = missingParts(delivery).map((part) =>
    error(
      [...at, 'order'],
      `Pesanan "${delivery.kind}" memerlukan "${part}".`,
      `An order of "${delivery.kind}" needs "${part}".`,
    ),
  );
  return [...wrong, ...missing];
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
