/** Calls to the API: each operation of its OpenAPI document, with values that fit, nearly fit, and do not fit at all. */
import * as fc from 'fast-check';
import type { Call } from './line.ts';
import { multipartOf } from './multipart.ts';
import type { Body, Part } from './multipart.ts';
import { near } from './near.ts';
import { fitting } from './schema.ts';
import type { Named, Schema } from './schema.ts';
import { hostileBytes, hostileText } from './values.ts';

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: {
    readonly schemas?: Named;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
}

/** Something real to ask about: a service, or a request, with what opens it. */
export interface Subject {
  /** Values of parameters in addresses, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies that would be accepted, by operation. */
  readonly good: Readonly<Record<string, readonly unknown[]>>;
  /** Files that would be accepted with them. */
  readonly files: readonly Part[];
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly document: Document;
}

/** Every operation of the document. */
export const placesIn = (document: Document): readonly Place[] =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
      document,
    })),
  );

/** Any call to an operation, about any of the subjects. */
export const apiCalls = (document: Document, subjects: readonly Subject[]): fc.Arbitrary<Call> =>
  fc
    .tuple(fc.constantFrom(...placesIn(document)), fc.constantFrom(...subjects))
    .chain(([place, subject]) => callTo(place, subject));

function callTo(place: Place, subject: Subject): fc.Arbitrary<Call> {
  return fc
    .record({
      path: pathOf(place, subject),
      query: queryOf(place),
      headers: headersOf(subject),
      body: bodyOf(place, subject),
      address: fc.ipV4(),
    })
    .map(({ path, query, headers, body, address }) => ({
      method: place.method,
      path: query === '' ? path : `${path}?${query}`,
      headers: {
        'x-forwarded-for': address,
        ...headers,
        ...(body?.type ? { 'content-type': inHeader(body.type) } : {}),
      },
      body: body?.bytes ?? null,
    }));
}

/** As it may stand in a header. */
const inHeader = (text: string): string => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/gu, '');

const usually = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>, weight = 4): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: good }, { weight: 1, arbitrary: bad });

/** Parts of addresses that no encoding makes; a browser would not send them, a program does. */
const RAW_PARTS = ['%', '%ff', '%00', '..', '.', '%2e%2e%2f', '%2F', ';', 'a//b', '%E0%80%80'] as const;

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

function pathOf({ path, operation, document }: Place, subject: Subject): fc.Arbitrary<string> {
  const parts = path.split('/').map((part): fc.Arbitrary<string> => {
    const name = /^\{(\w+)\}$/u.exec(part)?.[1];
    if (name === undefined) return fc.constant(part);
    const known = subject.params[name];
    const schema = parametersOf(operation, document).find((one) => one.name === name)?.schema ?? {};
    const odd = fc.oneof(
      fitting(schema, {}).map((value) => encoded(String(value))),
      hostileText.map(encoded),
      fc.constantFrom(...RAW_PARTS),
    );
    return known === undefined ? odd : usually(fc.constant(encoded(known)), odd, 8);
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

const parametersOf = ({ parameters = [] }: Operation, { components }: Document): readonly Parameter[] =>
  parameters.map((one) => components?.parameters?.[one.$ref?.split('/').at(-1) ?? ''] ?? one);

function queryOf({ operation, document }: Place): fc.Arbitrary<string> {
  const declared = parametersOf(operation, document)
    .filter((one) => one.in === 'query')
    .map(({ name, schema }) =>
      fc.tuple(fc.constant(name), usually(fitting(schema, {}).map(String), hostileText, 2)),
    );
  const strange = fc.tuple(fc.constantFrom('key', 'q', '__proto__', 'a[b]', ''), hostileText);
  return fc
    .array(fc.oneof(...declared, strange), { maxLength: 4 })
    .map((pairs) => pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&'));
}

function headersOf({ headers }: Subject): fc.Arbitrary<Record<string, string>> {
  const odd = fc.dictionary(
    fc.constantFrom('tracking-key', 'authorization', 'idempotency-key', 'accept', 'cookie', 'range'),
    hostileText.map(inHeader),
    { maxKeys: 3 },
  );
  return usually(
    fc.constant({ ...headers }),
    fc.tuple(odd, fc.boolean()).map(([more, alone]) => (alone ? more : { ...headers, ...more })),
  );
}

const TYPES = [
  'application/json; charset=utf-16',
  'application/json;charset=',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  'multipart/form-data',
  'x',
] as const;

function bodyOf({ operation, document }: Place, subject: Subject): fc.Arbitrary<Body | null> {
  const content = operation.requestBody?.content;
  if (!content)
    return usually(
      fc.constant(null),
      hostileBytes.map((bytes) => ({ type: 'application/json', bytes })),
    );
  const schema = content['application/json']?.schema ?? {};
  const good = subject.good[operation.operationId] ?? [];
  const fits = fitting(schema, document.components?.schemas ?? {});
  const value = good.length === 0 ? fits : usually(fc.constantFrom(...good).chain(near), fits);
  const json = value.map((one): Body => ({
    type: 'application/json',
    bytes: Buffer.from(JSON.stringify(one)),
  }));
  const odd = fc
    .tuple(usually(fc.constant('application/json'), fc.constantFrom(...TYPES), 2), hostileBytes)
    .map(([type, bytes]): Body => ({ type, bytes }));
  const kinds = [
    { weight: 5, arbitrary: json },
    { weight: 2, arbitrary: odd },
  ];
  if (content['multipart/form-data'])
    kinds.push({ weight: 5, arbitrary: multipartOf(value.map((one) => partsOf(one, subject))) });
  return fc.oneof(...kinds);
}

/** The same as fields and files: objects inside as JSON, as the API takes them. */
function partsOf(value: unknown, { files }: Subject): readonly Part[] {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const parts = fields.map(([name, one]): Part => ({
    name,
    fileName: null,
    bytes: Buffer.from(typeof one === 'string' ? one : (JSON.stringify(one) ?? '')),
  }));
  return [...parts, ...files];
}
