import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Words } from '../../ground/index.ts';
import { isApi } from './options.ts';

/** A language of the screen. */
export type Lang = keyof Words;

declare module 'fastify' {
  interface FastifyRequest {
    /** The language to answer in: `?lang=`, else what was chosen before, else Indonesian. */
    readonly lang: Lang;
  }
}

const COOKIE = 'bahasa';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Lets people choose their language by `?lang=id|en`; the choice is remembered for a year. Accept-Language is
 * not asked: many telephones in Indonesia are set to English by whoever sold them.
 */
export function addLanguage(server: FastifyInstance): void {
  server.decorateRequest('lang', {
    getter(this: FastifyRequest): Lang {
      return asked(this) ?? langOf(this.ourCookie(COOKIE)) ?? 'id';
    },
  });
  server.addHook('onRequest', (request, reply, done) => {
    const lang = asked(request);
    if (lang !== undefined && !isApi(request) && lang !== langOf(request.ourCookie(COOKIE)))
      reply.keepCookie(COOKIE, lang, YEAR_SECONDS);
    done();
  });
}

function asked(request: FastifyRequest): Lang | undefined {
  const { query } = request;
  return typeof query === 'object' && query !== null && 'lang' in query ? langOf(query.lang) : undefined;
}

function langOf(value: unknown): Lang | undefined {
  return value === 'id' || value === 'en' ? value : undefined;
}
