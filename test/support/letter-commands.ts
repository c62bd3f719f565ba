/** Commands about letters for tests that run every command there is. */
import type { Command } from '../../src/request/model/commands.ts';
import { involvedPositions } from '../../src/request/model/procedure.ts';
import type { RequestState } from '../../src/request/model/state.ts';
import type { Service } from '../../src/standard/index.ts';

interface Scene {
  readonly house: { readonly service: Service };
  readonly state: RequestState;
}

const HASH = 'ab'.repeat(32);
const letterOf = (state: RequestState): string => `letter-${(state.letters ?? []).length}`;

export const letterTypes = ['issue-letter', 'void-letter', 'name-on-letter'] as const;

export const letterCommands = {
  'issue-letter': ({ house: { service }, state }: Scene): Command => ({
    type: 'issue-letter',
    letter: letterOf(state),
    template: 'granted',
    number: `500.12/${(state.letters ?? []).length + 1}/2026`,
    way: 'by-hand',
    post: involvedPositions(service, state.addressees)[0] ?? '',
    file: { file: '00000000-0000-7000-8000-000000000000', requirement: 'letter', hash: HASH },
  }),
  'void-letter': ({ state }: Scene): Command => {
    const last = (state.letters ?? []).at(-1);
    return {
      type: 'void-letter',
      letter: last?.letter ?? 'letter-0',
      number: last?.number ?? '500.12/1/2026',
      reason: { value: '00000000-0000-7000-8000-000000000000', hash: HASH },
    };
  },
  'name-on-letter': ({ state }: Scene): Command => {
    const last = (state.letters ?? []).at(-1);
    return { type: 'name-on-letter', letter: last?.letter ?? 'letter-0', shown: last?.named !== true };
  },
} as const;

/** Which actors each can at most be accepted from: the rule said once more, apart from the code. */
export const letterEntitled = {
  'issue-letter': ['holder', 'plh', 'superior'],
  'void-letter': ['holder', 'plh', 'superior'],
  'name-on-letter': ['applicant'],
} as const;
