import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The value of our cookie `name`, if the browser sent it. */
    ourCookie(name: string): string | undefined;
  }
  interface FastifyReply {
    /** Sets our cookie `name`; without `maxAgeSeconds` it ends with the browser session. */
    keepCookie(name: string, value: string, maxAgeSeconds?: number): FastifyReply;
    dropCookie(name: string): FastifyReply;
  }
}

/**
 * Cookies that scripts cannot read and that are not sent with requests other sites make. Over https they are
 * Secure and carry the __Host- prefix, so that no other host of the domain (other offices live beside us under
 * the same …kab.go.id) can plant one.
 */
export function addCookies(server: FastifyInstance, secure: boolean): void {
  const fullName = (name: string): string => (secure ? `__Host-${name}` : name);
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  server.decorateRequest('ourCookie', function (this: FastifyRequest, name: string) {
    return this.cookies?.[fullName(name)];
  });
  server.decorateReply(
    'keepCookie',
    function (this: FastifyReply, name: string, value: string, maxAge?: number) {
      return this.setCookie(fullName(name), value, { ...attributes, maxAge });
    },
  );
  server.decorateReply('dropCookie', function (this: FastifyReply, name: string) {
    return this.clearCookie(fullName(name), attributes);
  });
}
