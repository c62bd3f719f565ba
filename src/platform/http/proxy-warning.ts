import type { FastifyInstance } from 'fastify';

/** Headers by which a proxy says whom it speaks for. */
const OF_PROXIES = ['x-forwarded-for', 'forwarded', 'x-real-ip'] as const;

const WORDS =
  'A proxy stands in front of Pendopo, but TRUST_PROXY is not set: everybody seems to come from its address, and limits against abuse count all as one. Set TRUST_PROXY to the address of the proxy (docs/running.md, HTTPS behind a proxy).';

/** Says once in the log that a proxy is not believed; an office that forgot the setting would hear of it by complaints. */
export function warnOfProxies(server: FastifyInstance, trustedProxies: readonly string[]): void {
  if (trustedProxies.length > 0) return;
  let told = false;
  server.addHook('onRequest', async ({ headers, log }) => {
    if (told || !OF_PROXIES.some((name) => headers[name] !== undefined)) return;
    told = true;
    log.warn(WORDS);
  });
}
