import type { GovernmentDefinitions } from '../reading/definitions.ts';
import { error } from '../reading/fault.ts';
import type { DefinitionFault, Remark } from '../reading/fault.ts';
import type { CheckContext, ServiceRule } from './rule.ts';
import { beginningRules } from './rules/beginnings.ts';
import { classRules } from './rules/classes.ts';
import { counterRemarks } from './rules/counter.ts';
import { deliveryRules } from './rules/deliveries.ts';
import { demandRules } from './rules/demands.ts';
import { exampleRules } from './rules/example.ts';
import { formRules } from './rules/form.ts';
import { letterRemarks } from './rules/letters.ts';
import { governmentRemarks, organisationRules } from './rules/organisation.ts';
import { procedureRules } from './rules/procedure.ts';
import { promiseRules } from './rules/promise.ts';
import { referenceRules } from './rules/references.ts';
import type { Service } from '../model/service.ts';

/** Every rule about a service, in the order in which their remarks are told. */
const serviceRules: readonly ServiceRule[] = [
  ...procedureRules,
  ...promiseRules,
  ...classRules,
  ...demandRules,
  ...formRules,
  ...referenceRules,
  ...deliveryRules,
  ...beginningRules,
  ...exampleRules,
];

/** What the rules say about one service. Pure; `context.today` decides who is in post and what `@+7` means. */
function remarksOnService(service: Service, context: CheckContext): Remark[] {
  return serviceRules.flatMap((rule) => rule(service, context));
}

/**
 * All faults of one government's definitions: those of form found when they were read, then those of meaning,
 * each with file and line. Nothing is published while one of them is an error.
 */
export function checkGovernment(
  definitions: GovernmentDefinitions,
  today: Temporal.PlainDate,
): DefinitionFault[] {
  const { government, organisation, services } = definitions;
  const context: CheckContext = {
    government: government?.value ?? null,
    organisation: organisation?.value ?? null,
    services: services.map(({ value }) => value),
    today,
  };
  return inOrder([
    ...definitions.faults,
    ...sameServiceTwice(definitions),
    ...(government && organisation
      ? governmentRemarks(government.value, organisation.value).map(government.faultAt)
      : []),
    ...(government ? counterRemarks(government.value).map(government.faultAt) : []),
    ...(government
      ? letterRemarks(
          government.value,
          services.map(({ name: id, value: { office } }) => ({ id, office })),
        ).map(government.faultAt)
      : []),
    ...(organisation
      ? organisationRules.flatMap((rule) => rule(organisation.value, context)).map(organisation.faultAt)
      : []),
    ...services.flatMap(({ value, faultAt }) => remarksOnService(value, context).map(faultAt)),
  ]);
}

function sameServiceTwice({ services }: GovernmentDefinitions): DefinitionFault[] {
  return services.flatMap(({ name, faultAt }, index) => {
    const before = services.slice(0, index).find((other) => other.name === name);
    return before === undefined
      ? []
      : [
          faultAt(
            error(
              ['id'],
              `Layanan "${name}" sudah ada dalam ${before.file}.`,
              `The service "${name}" stands in ${before.file} already.`,
            ),
          ),
        ];
  });
}

/** Faults between governments: each id and each prefix of request numbers belongs to one. */
export function checkTogether(all: readonly GovernmentDefinitions[]): DefinitionFault[] {
  const governments = all.flatMap(({ government }) => government ?? []);
  return governments.flatMap(({ value, faultAt }, index) => {
    const before = governments.slice(0, index).map((other) => other.value);
    const sameId = before.some(({ id }) => id === value.id);
    const samePrefix = before.find(({ prefix }) => prefix === value.prefix);
    return [
      ...(sameId
        ? [
            error(
              ['id'],
              `Pemerintah "${value.id}" sudah ada.`,
              `There is a government "${value.id}" already.`,
            ),
          ]
        : []),
      ...(samePrefix
        ? [
            error(
              ['prefix'],
              `Awalan "${value.prefix}" sudah dipakai ${samePrefix.name}.`,
              `The prefix "${value.prefix}" belongs to ${samePrefix.name} already.`,
            ),
          ]
        : []),
    ].map(faultAt);
  });
}

function inOrder(faults: readonly DefinitionFault[]): DefinitionFault[] {
  return faults.toSorted(
    (left, right) =>
      left.file.localeCompare(right.file) || left.line - right.line || left.column - right.column,
  );
}

export const hasErrors = (faults: readonly DefinitionFault[]): boolean =>
  faults.some(({ severity }) => severity === 'error');
