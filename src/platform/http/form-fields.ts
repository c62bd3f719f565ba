import type { FastifyRequest } from 'fastify';

/** The fields of a posted form; a name that came several times has all its values. */
export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The fields of an urlencoded form; none when the body is something else. */
export function formFields(request: FastifyRequest): FormFields {
  if (!isFields(request.body)) return {};
  const fields = Object.entries(request.body).map(([name, value]) => [name, typed(value)] as const);
  return Object.fromEntries(fields);
}

/**
 * What was typed into a field. Nobody types a NUL, and PostgreSQL holds none: what consists of nothing else is nothing.
 * Forms send a line break as two characters; the browser that counted them against `maxlength` took it for one.
 */
export const asTyped = (text: string): string => text.replaceAll('\0', '').replaceAll('\r\n', '\n');

function typed(value: FormFields[string]): FormFields[string] {
  return typeof value === 'string' ? asTyped(value) : value?.map(asTyped);
}

function isFields(body: unknown): body is FormFields {
  return typeof body === 'object' && body !== null && Object.values(body).every(isFieldValue);
}

function isFieldValue(value: unknown): boolean {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  );
}
