import { z } from 'zod';

/** The schemas that the OpenAPI document gives a name; everything else stands where it is used. */
export const namedSchemas = z.registry<{ id: string }>();

/** Gives a schema its name in the document. */
export function named<S extends z.ZodType>(id: string, schema: S): S {
  namedSchemas.add(schema, { id });
  return schema;
}
