import type { FastifyInstance } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { Clock } from '../../ground/index.ts';
import { memoryRateLimiter, takeOrRefuse } from './rate-limit.ts';
import type { RateLimiter } from './rate-limit.ts';

/** A person who follows a few old links is never stopped; a program that tries addresses is. */
const PATIENCE = { capacity: 60, refillPerSecond: 1 };

/** Answers addresses that lead nowhere; each caller may try so many, so that addresses cannot be guessed at. */
export function addNotFound(server: FastifyInstance, clock: Clock, limiter?: RateLimiter): void {
  const attempts = limiter ?? memoryRateLimiter(PATIENCE, clock);
  server.setNotFoundHandler(async (request) => {
    await takeOrRefuse(attempts, `not-found:${request.network}`);
    throw new Fault('not-found', 'page-not-found', {
      id: 'Halaman ini tidak ada. Periksa alamatnya, atau mulai dari beranda.',
      en: 'There is no such page. Check the address, or start from the home page.',
    });
  });
}
