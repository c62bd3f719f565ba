import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import type { Example } from '../../test/support/api.ts';
import { assertFits, contractOf, newValidator } from '../../test/support/contract.ts';
import type { OpenApiDocument, OpenApiOperation } from '../../test/support/contract.ts';

let app: TestApp;
let document: OpenApiDocument;

before(async () => {
  app = await startTestApp('openapi');
  document = (await app.server.inject('/api/openapi.json')).json<OpenApiDocument>();
});

after(() => app.close());

const operations = (): [path: string, method: string, operation: OpenApiOperation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, OpenApiOperation] => [
      path,
      method,
      operation,
    ]),
  );

/** Every object below a value, the value among them. */
function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

function resolve(reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], document);
}

describe('the OpenAPI document', () => {
  test('is of version 3.1, with every address under /api/v1', () => {
    assert.match(document.openapi, /^3\.1\.\d$/);
    assert.deepEqual(
      Object.keys(document.paths).filter((path) => !path.startsWith('/api/v1/')),
      [],
    );
  });

  test('names every operation once', () => {
    const ids = operations().map(([, , { operationId }]) => operationId);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('declares exactly the parameters that stand in each address', () => {
    for (const [path, , { parameters }] of operations()) {
      const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      assert.deepEqual(
        inPath,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        path,
      );
    }
  });

  test('gives every answer a schema, problems as problem+json', () => {
    for (const [path, method, { responses }] of operations()) {
      assert.ok(
        Object.keys(responses).some((status) => status.startsWith('2')),
        `${method} ${path}`,
      );
      for (const [status, { content }] of Object.entries(responses)) {
        const [media = ''] = Object.keys(content);
        const isProblem = media === 'application/problem+json';
        assert.equal(isProblem, Number(status) >= 400, `${method} ${path} ${status}: ${media}`);
      }
    }
  });

  test('refers only to what is there', () => {
    for (const { $ref } of objectsIn(document)) {
      if (typeof $ref === 'string') assert.ok(resolve($ref), $ref);
    }
  });

  test('needs every schema that it names', () => {
    const used = new Set([...objectsIn(document)].map(({ $ref }) => $ref));
    const unused = Object.keys(document.components.schemas).filter(
      (name) => !used.has(`#/components/schemas/${name}`),
    );
    assert.deepEqual(unused, []);
  });

  test('has JSON Schemas that a strict validator takes, and examples that fit them', () => {
    const contract = contractOf(document);
    for (const [name, { examples = [] }] of Object.entries(document.components.schemas)) {
      for (const example of examples) contract.checkNamed(name, example);
    }
  });

  test('shows an example of every body', () => {
    for (const [path, , { requestBody }] of operations()) {
      const schema = requestBody?.content['application/json']?.schema as { $ref: string } | undefined;
      if (!schema) continue;
      assert.ok((resolve(schema.$ref) as { examples?: unknown }).examples, path);
    }
  });
});

describe('every service', () => {
  test('gives a JSON Schema of its form, and an example that fits it', async () => {
    const { items: governments } = (await app.server.inject('/api/v1/governments')).json<{
      items: { id: string }[];
    }>();
    let services = 0;
    for (const { id } of governments) {
      const path = `/api/v1/governments/${id}/services`;
      for (const service of (await app.server.inject(path)).json<{ items: { id: string }[] }>().items) {
        const { form, example, atCounter } = (await app.server.inject(`${path}/${service.id}`)).json<{
          form: object;
          example: Example | null;
          atCounter: boolean;
        }>();
        newValidator().compile(form);
        assert.equal(example === null, atCounter, `${service.id}: an example that would be taken here`);
        if (example) assertFits(form, example.answers, service.id);
        services += 1;
      }
    }
    assert.equal(services, 16);
  });
});
