import { systemClock } from '../../src/ground/index.ts';
import { findHolder, issueToken } from '../../src/people/index.ts';
import type { Installation } from './installation.ts';
import type { Course, Tokens } from './load.ts';
import { openInside } from './proof.ts';

export async function issueTokens(installation: Installation, courses: readonly Course[]): Promise<Tokens> {
  const inside = await openInside(installation.directory);
  const tokens = new Map<string, string>();
  for (const { government, positions } of courses) {
    for (const position of positions) {
      const holder = await inside.web.transaction({ government }, (tx) =>
        findHolder(tx, government, position, Temporal.Now.plainDateISO('Asia/Jakarta')),
      );
      tokens.set(
        `${government}/${position}`,
        issueToken(inside.keys, systemClock, { government, official: holder!.official, position }),
      );
    }
  }
  await inside.close();
  return tokens;
}
