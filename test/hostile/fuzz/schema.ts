/** Values that fit a JSON Schema, as far as the schemas of this API go. */
import * as fc from 'fast-check';
import { hostileText } from './values.ts';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

export type Named = Readonly<Record<string, Schema>>;

const MORE_NUMBERS = 1_000_000;

/** Any value of the schema. Texts are of any kind that its pattern allows; `named` holds what `$ref` names. */
export function fitting(schema: Schema, named: Named): fc.Arbitrary<unknown> {
  const examples = schema.examples ?? [];
  const made = madeFrom(schema, named);
  return examples.length === 0 ? made : fc.oneof(made, fc.constantFrom(...examples));
}

function madeFrom(schema: Schema, named: Named): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return fitting(named[schema.$ref.split('/').at(-1) ?? ''] ?? {}, named);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return fc.oneof(...several.map((one) => fitting(one, named)));
  return (byType[schema.type ?? ''] ?? anything)(schema, named);
}

const anything = (): fc.Arbitrary<unknown> => fc.jsonValue({ maxDepth: 2 });

const byType: Readonly<Record<string, (schema: Schema, named: Named) => fc.Arbitrary<unknown>>> = {
  string: ({ pattern, format }) => {
    if (format === 'uuid') return fc.uuid();
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
    return hostileText;
  },
  integer: ({ minimum = -MORE_NUMBERS, maximum = MORE_NUMBERS }) =>
    fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 31 - 1) }),
  number: ({ minimum = -MORE_NUMBERS, maximum = MORE_NUMBERS }) =>
    fc.double({ min: minimum, max: maximum, noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: ({ items = {} }, named) => fc.array(fitting(items, named), { maxLength: 4 }),
  object: ({ properties = {}, required = [] }, named) =>
    fc.record(
      Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fitting(one, named)])),
      { requiredKeys: [...required] },
    ),
};
