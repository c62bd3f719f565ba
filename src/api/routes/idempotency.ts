import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Fault } from '../../ground/index.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

export const idempotencyHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .regex(KEY)
    .optional()
    .describe('Chosen by you (a UUID); the same key with the same content does a thing once'),
});

/** The key of the request's header, or null. Fault: `idempotency-key-malformed`. */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new Fault('invalid', 'idempotency-key-malformed', {
    id: 'Idempotency-Key berisi 1 sampai 200 huruf, angka, atau tanda, tanpa spasi.',
    en: 'An Idempotency-Key has 1 to 200 letters, digits or signs, and no space.',
  });
}
