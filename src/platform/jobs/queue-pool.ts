import { Pool, type PoolClient } from 'pg';

import { isAway } from '../database/away.ts';
import { sessionOptions, survive } from '../database/database.ts';

/**
 * Connections for the queue's library. It writes what a job came to without anybody waiting for it, and tries again
 * after few errors only, told by their code; any other error there would end the whole program as an unhandled
 * rejection. So an error that means "the database is away" gets one of those codes, and the outcome is written when
 * the database is back.
 */
export function openQueuePool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: url, options: sessionOptions('pendopo_worker'), max });
  survive(pool);
  pool.on('connect', tellWhenAway);
  pool.connect = tellingWhenAway(pool.connect.bind(pool)) as typeof pool.connect;
  return pool;
}

/** SQLSTATE cannot_connect_now: the library waits three seconds and more, up to a hundred times. */
const tryAgain = '57P03';

function tellWhenAway(client: PoolClient): void {
  client.query = tellingWhenAway(client.query.bind(client)) as typeof client.query;
}

/** Calls with a callback give no promise and stay as they are. */
function tellingWhenAway(call: unknown): (...given: unknown[]) => unknown {
  return (...given) => {
    const result = (call as (...given: unknown[]) => unknown)(...given);
    return result instanceof Promise ? result.catch(tellAway) : result;
  };
}

function tellAway(error: unknown): never {
  if (!(error instanceof Error) || !isAway(error)) throw error;
  throw Object.assign(error, { code: tryAgain });
}
