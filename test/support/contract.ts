/** Holds what the API answers to what its OpenAPI document says, with a validator that is not ours. */
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface OpenApiOperation {
  readonly operationId: string;
  readonly parameters: readonly { readonly $ref?: string; readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
  };
}

export interface Contract {
  /** Fails when an answer to this call is not one that the document foresees. */
  check(method: string, url: string, answer: { status: number; contentType: string; body: unknown }): void;
  /** Fails when the value does not fit the document's schema of that name. */
  checkNamed(name: string, value: unknown): void;
}

/** A validator of JSON Schema 2020-12 that refuses unknown keywords, but takes annotations of ours. */
export function newValidator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  return ajv;
}

/** Checks schemas against their own schema once only; that takes longer than all the rest. */
const validator = newValidator();

/** Demands that a value fits a JSON Schema that came over the wire. */
export function assertFits(schema: object, value: unknown, what: string): void {
  const validate = validator.compile(schema);
  assert.ok(validate(value), `${what}: ${told(validate)}\n${JSON.stringify(value)}`);
}

const told = ({ errors }: ValidateFunction): string =>
  (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`).join('; ');

export function contractOf(document: OpenApiDocument): Contract {
  const compiled = compiler(document);
  const demand = (schema: object, value: unknown, what: string): void => {
    const validate = compiled(schema);
    assert.ok(validate(value), `${what}: ${told(validate)}\n${JSON.stringify(value)}`);
  };
  return {
    check: (method, url, { status, contentType, body }) => {
      const operation = operationOf(document, method, url);
      const what = `${method} ${url} → ${status} ${contentType}`;
      const found = operation.responses[String(status)]?.content[contentType.split(';')[0] ?? ''];
      assert.ok(found, `${what} is not in the document: ${JSON.stringify(body)}`);
      demand(found.schema, body, what);
    },
    checkNamed: (name, value) => demand({ $ref: `#/components/schemas/${name}` }, value, name),
  };
}

/** Compiles each schema once, with the document's named schemas where a schema of its own would have them. */
function compiler(document: OpenApiDocument): (schema: object) => ValidateFunction {
  const alone = (value: object): object =>
    JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as object;
  const $defs = alone(document.components.schemas);
  const known = new Map<string, ValidateFunction>();
  return (schema) => {
    const text = JSON.stringify(schema);
    const found = known.get(text) ?? validator.compile({ ...alone(schema), $defs });
    known.set(text, found);
    return found;
  };
}

function operationOf(document: OpenApiDocument, method: string, url: string): OpenApiOperation {
  const { pathname } = new URL(url, 'http://here');
  for (const [path, operations] of Object.entries(document.paths)) {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    const operation = operations[method.toLowerCase()];
    if (operation && pattern.test(pathname)) return operation;
  }
  throw new assert.AssertionError({ message: `${method} ${pathname} is not in the document` });
}
