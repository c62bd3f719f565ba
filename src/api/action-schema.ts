/** What an action takes at this step of this standard, as JSON Schema, with an example that is accepted. */
import { z } from 'zod';
import { fieldsJsonSchema } from '../standard/index.ts';
import type { Agency, JsonSchema, Step, Text } from '../standard/index.ts';
import {
  actionSchema,
  addresseesOf,
  checklistIds,
  exampleInput,
  mandatoryLines,
  shapeOf,
  todayIn,
} from '../request/index.ts';
import type { DeskView, Offer, OrderExample } from '../request/index.ts';
import type { WebContext } from '../web/index.ts';
import type { DeskAction } from './schemas/desk.ts';

/** Everything the caller may do with the request now. */
export function actionsOf(
  context: WebContext,
  view: DeskView,
  order: OrderExample | null,
): z.infer<typeof DeskAction>[] {
  const { agencies } = context.catalogue.organisation(view.state.government);
  const today = todayIn(context.catalogue, view.state.government, context.clock.now()).toString();
  const { value: service } = view.service;
  const doubtful = view.progress.filter(({ doubt }) => doubt).map(({ delivery }) => delivery);
  return view.offers.map((offer) => ({
    action: offer.action,
    kind: offer.kind,
    label: offer.label ?? null,
    inputSchema: inputSchema(offer, view, agencies),
    example: {
      ...exampleInput(offer.action, {
        service,
        step: offer.step,
        state: offer.duties ? { ...view.state, openDuties: offer.duties } : view.state,
        today,
        agencies,
        doubtful,
        classes: view.openClasses,
        ...(offer.deliveries ? { deliveries: offer.deliveries } : {}),
      }),
      ...(offer.action === 'deliver' ? order : null),
    },
  }));
}

type Properties = Record<string, JsonSchema>;

/** What the standard and the state say of each input beyond its general shape. */
type Narrowing = (at: NarrowingContext) => JsonSchema;
interface NarrowingContext {
  readonly general: JsonSchema;
  readonly offer: Offer;
  readonly step: Step | null;
  readonly view: DeskView;
  readonly agencies: readonly Agency[];
}

const choices = (options: readonly { readonly id: string; readonly text: Text }[]): JsonSchema => ({
  oneOf: options.map(({ id, text }) => ({ const: id, title: text.id, description: text.en })),
});

const ofTheStep: Narrowing = ({ general, offer }) => ({
  ...general,
  items: { enum: offer.deliveries ?? [] },
  uniqueItems: true,
});

const narrowings: Readonly<Record<string, Narrowing>> = {
  fields: ({ step, agencies }) => withoutDialect(step ? fieldsJsonSchema(step, agencies) : {}),
  checklist: ({ general, step, view }) => {
    const mandatory = step ? mandatoryLines(step, view.state) : [];
    const known = step ? checklistIds(view.service.value, step) : [];
    return {
      ...general,
      properties: Object.fromEntries(
        known.map((id) => [id, mandatory.includes(id) ? { const: true } : { type: 'boolean' }]),
      ),
      required: mandatory,
      additionalProperties: false,
    };
  },
  addressees: ({ general, step, agencies }) => ({
    ...general,
    items: { enum: addresseesOf(step, agencies) },
    uniqueItems: true,
    ...(step?.kind === 'dispose' && !step.several ? { maxItems: 1 } : {}),
  }),
  missing: ({ general, step, view }) => {
    const { requirements } = view.service.value;
    const lines = step?.kind === 'check' ? step.checklist : [];
    return {
      ...general,
      items: choices([...requirements.map(({ id, label }) => ({ id, text: label })), ...lines, anythingElse]),
    };
  },
  // A refusal's ground comes from the list of the step; an extension's is written out.
  ground: ({ general, offer, step }) =>
    offer.kind === 'refuse' && step ? { ...general, ...choices(step.grounds) } : general,
  delivery: ({ general, offer }) => ({ ...general, enum: offer.deliveries ?? [] }),
  deliveries: ofTheStep,
  without: ofTheStep,
  duty: ({ general, offer }) => ({ ...general, enum: offer.duties ?? [] }),
  // The classes of the standard; when it is chosen again, the others.
  class: ({ general, offer, view }) => ({
    ...general,
    ...choices(
      view.classes
        .filter((one) => offer.action === 'classify' || view.openClasses.includes(one.class.id))
        .map((one) => ({ id: one.class.id, text: one.class.label })),
    ),
  }),
};

const anythingElse = {
  id: 'other',
  text: { id: 'Hal lain, lihat keterangan', en: 'Something else, see the note' },
};

function inputSchema(offer: Offer, view: DeskView, agencies: readonly Agency[]): JsonSchema {
  const shape = shapeOf(offer.action);
  if (!shape) throw new Error(`no shape for the action ${offer.action}`);
  const general: JsonSchema = z.toJSONSchema(actionSchema(shape), {
    io: 'input',
    override: withoutBase64,
  });
  const properties = { ...(general['properties'] as Properties) };
  const step = offer.step;
  // A step that records nothing takes no fields.
  if (!step || step.fields.length === 0) delete properties['fields'];
  for (const [name, schema] of Object.entries(properties)) {
    const narrow = narrowings[name];
    if (narrow) properties[name] = narrow({ general: schema, offer, step, view, agencies });
  }
  return {
    ...general,
    properties: narrowEvidence(properties, step),
    required: requiredOf(general, properties, offer),
  };
}

/** `contentEncoding` says it; "base64" is no format of JSON Schema, and its pattern would be run over megabytes. */
function withoutBase64({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== 'base64') return;
  delete jsonSchema.format;
  delete jsonSchema.pattern;
}

/** Only the kinds of evidence that the standard's file names. */
function narrowEvidence(properties: Properties, step: Step | null): Properties {
  const { evidence } = properties;
  if (!evidence || step?.kind !== 'fulfil') return properties;
  const { oneOf } = evidence['items'] as { readonly oneOf: readonly JsonSchema[] };
  const kindOf = (schema: JsonSchema): unknown =>
    (schema['properties'] as { readonly type: { readonly const: unknown } }).type.const;
  const items = { oneOf: oneOf.filter((schema) => step.evidence.some((kind) => kind === kindOf(schema))) };
  return { ...properties, evidence: { ...evidence, items } };
}

/** What must be given: of a step that records something required the fields, of a check the ticks. */
function requiredOf(general: JsonSchema, properties: Properties, { kind }: Offer): readonly string[] {
  const must = (schema: JsonSchema | undefined): boolean =>
    ((schema?.['required'] as readonly string[] | undefined) ?? []).length > 0;
  const known = (general['required'] as readonly string[] | undefined) ?? [];
  const narrowed = ['fields', 'checklist'].filter((name) => kind === 'forward' && must(properties[name]));
  return [...known, ...narrowed];
}

/** A schema to stand inside another one. */
function withoutDialect(schema: JsonSchema): JsonSchema {
  const { $schema: _, ...rest } = schema;
  return rest;
}
