/** Asks a name server, as everybody does. */
import { Resolver } from 'node:dns/promises';

import { errorCode } from '../../../src/platform/durable.ts';

type Type = 'A' | 'AAAA' | 'CNAME' | 'TXT';

/** What the server at this port says; empty: it has nothing of the kind. */
export async function resolveAt(port: number, name: string, type: Type): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  resolver.setServers([`127.0.0.1:${port}`]);
  try {
    if (type === 'TXT') return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    return await resolver.resolve(name, type);
  } catch (error) {
    if (['ENODATA', 'ENOTFOUND'].includes(errorCode(error) ?? '')) return [];
    throw error;
  }
}
