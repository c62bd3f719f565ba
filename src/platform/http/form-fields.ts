import type { FastifyRequest } from 'fastify';

/** The fields of a posted form; a name that came several times has all its values. */
export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The fields of an urlencoded form; none when the body is something else. */
export function formFields(request: FastifyRequest): FormFields {
  return isFields(request.body) ? request.body : {};
}

function isFields(body: unknown): body is FormFields {
  return typeof body === 'object' && body !== null && Object.values(body).every(isFieldValue);
}

function isFieldValue(value: unknown): boolean {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  );
}
