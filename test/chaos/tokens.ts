import assert from 'node:assert/strict';
import type { Installation } from './installation.ts';
import type { Course, Tokens } from './load.ts';

/** Bearer tokens for every post of the courses, from the command an administrator uses. */
export async function issueTokens(installation: Installation, courses: readonly Course[]): Promise<Tokens> {
  const tokens = new Map<string, string>();
  for (const { government, positions } of courses) {
    for (const position of positions) {
      const args = ['token', '--government', government, '--position', position, '--reason', 'Uji beban'];
      const { code, output } = await installation.run(args);
      assert.equal(code, 0, output);
      const [token = ''] = /pendopo\.\S+/u.exec(output) ?? [];
      tokens.set(`${government}/${position}`, token);
    }
  }
  return tokens;
}
