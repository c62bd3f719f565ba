/** One operation of the API: how it runs and how the OpenAPI document tells it, in one place. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Words } from '../ground/index.ts';
import type { WebContext } from '../web/index.ts';
import type { Access } from './access.ts';
import { readInput } from './input.ts';

type Method = 'GET' | 'POST';

/** What may be sent: JSON by its schema; `form` describes multipart, which the handler streams itself. */
export interface Body<B> {
  readonly json: z.ZodType<B>;
  readonly form?: z.ZodType;
  /** Nothing at all may be sent as well, and reads as `{}`. */
  readonly optional?: boolean;
  /** Bytes; the server's own limit when left out. */
  readonly limit?: number;
}

export interface AnswerSpec {
  readonly description: string;
  /** Null for an answer that is not JSON. */
  readonly schema: z.ZodType | null;
}

/** What the document says of an operation. */
export interface Operation {
  readonly method: Method;
  /** As OpenAPI writes it: `/api/v1/requests/{number}`. */
  readonly path: string;
  readonly id: string;
  readonly tag: 'catalogue' | 'requests' | 'desk';
  readonly summary: Words;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Request headers that mean something here. */
  readonly headers?: z.ZodObject;
  readonly body?: Body<unknown>;
  readonly success: Readonly<Record<number, AnswerSpec>>;
  /** Statuses of the problems a caller should expect beyond those that any operation may give. */
  readonly problems?: readonly number[];
}

/** What a handler is given: everything read and checked. */
export interface Call<P, Q, B, C> {
  readonly context: WebContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly params: P;
  readonly query: Q;
  /** Undefined where multipart was sent. */
  readonly body: B | undefined;
  /** Who calls, as the access rule found out. */
  readonly caller: C;
}

interface RouteSpec<P extends z.ZodObject, Q extends z.ZodObject, B, C> extends Operation {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: Body<B>;
  readonly access: Access<C>;
  readonly handle: (call: Call<z.infer<P>, z.infer<Q>, B, C>) => Promise<unknown>;
}

/** An operation whose types have been put away, so that all stand in one list. */
export interface ApiRoute {
  readonly operation: Operation;
  readonly access: Access<unknown>;
  /** Gives the body of the answer, or the reply when the handler has sent it itself. */
  run(context: WebContext, request: FastifyRequest, reply: FastifyReply, caller: unknown): Promise<unknown>;
}

/** Ties an operation to its handler; the handler gets what the operation's own schemas have read. */
export function route<P extends z.ZodObject, Q extends z.ZodObject, B, C>(
  spec: RouteSpec<P, Q, B, C>,
): ApiRoute {
  return {
    operation: spec,
    access: spec.access,
    run: (context, request, reply, caller) =>
      spec.handle({
        context,
        request,
        reply,
        // Without a schema there is nothing to read, and `P` and `Q` were inferred from nothing.
        params: (spec.params ? readInput(spec.params, request.params) : {}) as z.infer<P>,
        query: (spec.query ? readInput(spec.query, request.query) : {}) as z.infer<Q>,
        body: readBody(spec.body, request),
        caller: caller as C,
      }),
  };
}

function readBody<B>(body: Body<B> | undefined, request: FastifyRequest): B | undefined {
  if (!body || (body.form && request.isMultipart())) return undefined;
  return readInput(body.json, request.body ?? (body.optional ? {} : undefined));
}
