/** Governments and services as the API tells them. */
import { chargeOf, exampleFor, formJsonSchema } from '../../standard/index.ts';
import type { Government, Promised, Service, Text, Version } from '../../standard/index.ts';
import { computeDeadline, describeDerivation, describePromise } from '../../working-time/index.ts';
import type { Lang } from '../../working-time/index.ts';
import { runningPromise, todayIn } from '../../request/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { GovernmentSummary, ServiceDetail, ServiceSummary } from '../schemas/catalogue.ts';

export function presentGovernment({ catalogue }: WebContext, government: Government): GovernmentSummary {
  const { name, shortName, address } = government.office;
  return {
    id: government.id,
    name: government.name,
    kind: government.kind,
    office: { name, shortName, address },
    timeZone: catalogue.calendar(government.id).file.timeZone,
    contacts: government.contacts,
    website: government.website ?? null,
    services: catalogue.services(government.id).length,
  };
}

const wordsOf = (promise: Promised): Text => ({
  id: describePromise(promise, 'id'),
  en: describePromise(promise, 'en'),
});

function presentPromise({ components, promise, clock }: Service): ServiceSummary['promise'] {
  return {
    printed: components.time.text,
    time: promise,
    words: wordsOf(promise),
    lawful: clock.lawful
      ? { time: clock.lawful.promise, words: wordsOf(clock.lawful.promise), law: clock.lawful.law }
      : null,
    starts: clock.starts,
  };
}

function presentFee({ fee }: Service): ServiceSummary['fee'] {
  if (fee.free) return { free: true, total: 0, amounts: [] };
  const { least, most } = chargeOf(fee);
  return { free: false, total: least === most ? most : null, amounts: fee.amounts };
}

export function presentSummary(version: Version<'service'>): ServiceSummary {
  const { value: service } = version;
  return {
    id: service.id,
    government: version.government,
    title: service.title,
    summary: service.summary,
    version: version.n,
    promise: presentPromise(service),
    fee: presentFee(service),
    eligibility: service.eligibility.kinds,
    atCounter: service.atCounter,
  };
}

/** The deadline of a request received now; none where the clock starts with the complete file. */
function ifSubmittedNow(
  { catalogue, clock }: WebContext,
  government: string,
  service: Service,
  lang: Lang,
): ServiceDetail['ifSubmittedNow'] {
  if (service.clock.starts === 'complete') return { dueAt: null, derivation: [] };
  const found = computeDeadline(catalogue.calendar(government).calendar, {
    received: clock.now().round('second').toString(),
    promise: runningPromise(service),
  });
  if (!found.ok) throw new Error(`deadline of ${service.id}: ${found.fault.code}`);
  return { dueAt: found.value.due, derivation: describeDerivation(found.value.derivation, lang) };
}

function presentSteps(context: WebContext, government: string, service: Service): ServiceDetail['steps'] {
  const { positions } = context.catalogue.organisation(government);
  const titleOf = (id: string): Text =>
    positions.find((position) => position.id === id)?.title ?? { id, en: id };
  return service.steps.map((step) => ({
    id: step.id,
    kind: step.kind,
    title: step.title,
    positions: (step.positions ?? []).map((position) => ({ position, title: titleOf(position) })),
  }));
}

/** All that a program needs to know in order to ask for a service. */
export function presentService(context: WebContext, version: Version<'service'>, lang: Lang): ServiceDetail {
  const { value: service, government } = version;
  const { agencies } = context.catalogue.organisation(government);
  const example = exampleFor(service, todayIn(context.catalogue, government, context.clock.now()));
  return {
    ...presentSummary(version),
    decree: service.decree,
    validFrom: version.validFrom.toString(),
    office: service.office,
    components: service.components,
    eligibilityNote: service.eligibility.note ?? null,
    fee: { ...presentFee(service), tariffBasis: (!service.fee.free && service.fee.tariffBasis) || null },
    requirements: service.requirements,
    steps: presentSteps(context, government, service),
    product: service.product,
    remedies: service.remedies,
    identityProtected: service.identityProtected,
    findings: service.findings,
    ifSubmittedNow: ifSubmittedNow(context, government, service, lang),
    form: formJsonSchema(service, agencies),
    example: service.atCounter ? null : { answers: { ...example.answers }, files: [...example.files] },
  };
}
