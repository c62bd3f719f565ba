/** The OpenAPI 3.1 document, made from the operations and schemas that run: it cannot say something else. */
import { z } from 'zod';
import type { AnswerSpec, ApiRoute, Body, Operation } from './route.ts';
import { Problem } from './schemas/common.ts';
import { examples } from './schemas/examples.ts';
import { namedSchemas } from './schemas/named.ts';

type Json = Readonly<Record<string, unknown>>;

const REFERENCE = '#/components/schemas/';

/** Statuses any operation may answer with. */
const ALWAYS = [422, 429, 503];

const statusWords: Readonly<Record<number, string>> = {
  400: 'The body cannot be read',
  401: 'No token or key, or one that is not valid',
  403: 'Not for the caller',
  404: 'Not there, or not for the caller to see',
  409: 'Things have changed, or the key was used for another content',
  413: 'Too large',
  415: 'Another Content-Type',
  422: 'The input is wrong; `errors` names the fields',
  429: 'Too many; Retry-After says when to come back',
  503: 'Not available now',
};

const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'Token of an official in one position, for one hour: `npx pendopo token`',
  },
  trackingKey: { type: 'apiKey', in: 'header', name: 'Tracking-Key', description: 'From the receipt' },
  trackingKeyInAddress: { type: 'apiKey', in: 'query', name: 'key', description: 'From the receipt' },
} as const;

const lang = {
  name: 'lang',
  in: 'query',
  required: false,
  description: 'Language of problems and derivations',
  schema: { type: 'string', enum: ['id', 'en'], default: 'id' },
} as const;

const tags = [
  { name: 'catalogue', description: 'Governments and their service standards' },
  { name: 'requests', description: 'Asking for a service and following the request' },
  { name: 'desk', description: 'What officials do' },
];

/** The whole document. */
export function openApiDocument(routes: readonly ApiRoute[], publicUrl: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { operation, access } of routes) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation, access.schemes),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pendopo',
      version: '1',
      summary: 'Public services of local governments, by their service standards',
      description:
        'A standard goes in, a running service comes out: ask for a service, follow the request, and carry it through its steps. Answers carry both languages where a person reads them; problems (RFC 9457) are in Indonesian, or in English with `?lang=en`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    tags,
    paths,
    components: { schemas: namedJsonSchemas(), parameters: { lang }, securitySchemes },
  };
}

function operationObject(operation: Operation, schemes: readonly string[]): Json {
  const { id, tag, summary, description, body } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary: summary.en,
    ...(description === undefined ? {} : { description }),
    security: schemes.map((scheme) => ({ [scheme]: [] })),
    parameters: parametersOf(operation),
    ...(body ? { requestBody: requestBody(body) } : {}),
    responses: responsesOf(operation, schemes.length > 0),
  };
}

function parametersOf({ params, query, headers }: Operation): readonly Json[] {
  return [
    ...parametersIn('path', params),
    ...parametersIn('query', query),
    ...parametersIn('header', headers),
    { $ref: '#/components/parameters/lang' },
  ];
}

function parametersIn(place: 'path' | 'query' | 'header', schema: z.ZodObject | undefined): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = plain(z.toJSONSchema(schema, { io: 'input' })) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

function requestBody({ json, form, optional }: Body<unknown>): Json {
  return {
    required: optional !== true,
    content: {
      'application/json': { schema: schemaFor(json) },
      ...(form ? { 'multipart/form-data': { schema: plain(z.toJSONSchema(form, { io: 'input' })) } } : {}),
    },
  };
}

function responsesOf(operation: Operation, guarded: boolean): Json {
  const problems = new Set([
    ...ALWAYS,
    ...(operation.problems ?? []),
    // Also where none is asked for: what is sent is read before anybody can say so.
    ...(operation.method === 'POST' ? [400, 413, 415] : []),
    ...(guarded ? [401, 403] : []),
  ]);
  return Object.fromEntries([
    ...Object.entries(operation.success).map(([status, answer]) => [status, responseObject(answer)]),
    ...[...problems]
      .sort((one, other) => one - other)
      .map((status) => [String(status), problemObject(status)]),
  ]) as Json;
}

function responseObject({ description, schema }: AnswerSpec): Json {
  const content = schema
    ? { 'application/json': { schema: schemaFor(schema) } }
    : { 'application/octet-stream': { schema: {} } };
  return { description, content };
}

const problemObject = (status: number): Json => ({
  description: statusWords[status] ?? 'A fault',
  content: { 'application/problem+json': { schema: schemaFor(Problem) } },
});

function schemaFor(schema: z.ZodType): Json {
  const name = namedSchemas.get(schema)?.id;
  if (name === undefined) throw new Error('every body and answer has a schema with a name');
  return { $ref: `${REFERENCE}${name}` };
}

function namedJsonSchemas(): Json {
  const { schemas } = z.toJSONSchema(namedSchemas, {
    uri: (id) => `${REFERENCE}${id}`,
    io: 'output',
    override: withoutSafeBounds,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withExample(id, plain(schema))]),
  );
}

/** zod tells the range of whole numbers in JavaScript, which says nothing about ours. */
function withoutSafeBounds({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

const withExample = (id: string, schema: Json): Json =>
  Object.hasOwn(examples, id) ? { ...schema, examples: [examples[id]] } : schema;

/** Without dialect and own address: inside the document both are known. */
function plain(schema: object): Json {
  const { $schema: _, $id: __, ...rest } = schema as Record<string, unknown>;
  return rest;
}
