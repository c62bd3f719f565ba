/** From what a standard's step orders to what will be done in full. */
import { Fault, refused } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { Answers, Delivery, FulfilStep } from '../../standard/index.ts';
import { issueWords } from '../setting-readers.ts';
import type { Connection } from './connection.ts';

interface Sources {
  readonly fields: Answers;
  readonly answers: Answers;
}

/** The parts of an order, from the step's fields and the answers of the form; what was not answered is missing. */
export function partsOf(
  { order }: Pick<Delivery, 'order'>,
  sources: Sources,
): Readonly<Record<string, unknown>> {
  const found = Object.entries(order).flatMap(([part, source]): [string, unknown][] => {
    const [where, id] = source.split('.', 2);
    const value = id === undefined ? undefined : (where === 'fields' ? sources.fields : sources.answers)[id];
    return value === undefined || value === '' ? [] : [[part, value]];
  });
  return Object.fromEntries(found);
}

/** The example of a kind, by the parts that standards order it with. */
export const examplePartsOf = ({ offered, settings }: Connection): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(offered.kind.example(settings) as object).map(([path, value]: [string, unknown]) => [
      offered.partOf(path),
      value,
    ]),
  );

/** Faults of a kind's order, or of its record, told at the field of the step that the official filled in. */
export function atField(fault: Fault, delivery: Delivery, { offered }: Connection): Fault {
  const fields = fault.fields.map(({ path, words }) => ({
    path: delivery.order[offered.partOf(path)] ?? delivery.record?.[path] ?? `deliveries.${delivery.id}`,
    words,
  }));
  return new Fault(fault.kind, fault.code, fault.words, fields);
}

/** What will be done for one delivery of a step, or what is wrong with its order. Pure. */
export function planOf(
  delivery: Delivery,
  sources: Sources,
  connection: Connection,
  today: Temporal.PlainDate,
): Result<unknown> {
  const { offered, settings } = connection;
  const order = offered.kind.order.safeParse(offered.orderOf(partsOf(delivery, sources)));
  if (!order.success) {
    const fields = order.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      words: issueWords(issue) ?? {
        id: 'Isian ini belum benar. Periksa bentuk dan panjangnya.',
        en: 'This is not right yet. Check its form and length.',
      },
    }));
    const words = {
      id: 'Isi dulu apa yang akan dibuat.',
      en: 'Fill in what is to be made first.',
    };
    const fault = new Fault('invalid', 'order-input', words, fields);
    return { ok: false, fault: atField(fault, delivery, connection) };
  }
  const record = delivery.record && { record: partsOf({ order: delivery.record }, sources) };
  const plan = offered.kind.prepare({ order: order.data, settings, today, ...record });
  return plan.ok ? plan : { ok: false, fault: atField(plan.fault, delivery, connection) };
}

/** The deliveries of a step that were named; a name the step does not have is a fault. */
export function deliveriesNamed(step: FulfilStep, names: readonly string[]): Result<readonly Delivery[]> {
  const found = names.map((name) => step.deliveries.find(({ id }) => id === name));
  const known = found.filter((one) => one !== undefined);
  if (known.length === names.length) return { ok: true, value: known };
  return refused('invalid', 'order-unknown', {
    id: 'Ada penyerahan yang tidak dikenal standar. Muat ulang halaman.',
    en: 'The standard does not know one of these deliveries. Reload the page.',
  });
}

/** Tells all at once what is wrong with several deliveries; a field says one thing, however many of them are made from it. */
export function throwTogether(faults: readonly Fault[]): void {
  const [first] = faults;
  if (!first) return;
  const fields = faults.flatMap((fault) => fault.fields);
  const told = fields.filter(({ path }, at) => fields.findIndex((field) => field.path === path) === at);
  throw new Fault(first.kind, first.code, first.words, told);
}
