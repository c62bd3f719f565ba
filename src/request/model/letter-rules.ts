/**
 * Letters that go out over a request: who may sign, what issuing and voiding one means. What stands on a letter, and its
 * number, are the concern of the room above. Pure.
 */
import { ok } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import { keepsIdentityApart } from '../../standard/model.ts';
import type { Service } from '../../standard/model.ts';
import type { Command } from './commands.ts';
import type { JournalActor } from './entries.ts';
import { refuse } from './faults.ts';
import { involvedPositions } from './procedure.ts';
import { acting } from './rule.ts';
import type { DecideContext, Rule } from './rule.ts';
import type { LetterState, RequestState } from './state.ts';

type Of<T extends Command['type']> = Command & { readonly type: T };

/** Posts that have a part in the request, and all above them: whoever disposes may sign, or leave it to those below (a.n.). */
export function letterPosts(
  service: Service,
  addressees: RequestState['addressees'],
  superiorOf: (position: string) => string | null,
): readonly string[] {
  const found = new Set<string>();
  for (const post of involvedPositions(service, addressees)) {
    for (let at: string | null = post; at !== null && !found.has(at); at = superiorOf(at)) found.add(at);
  }
  return [...found];
}

/** An assignment order is between the office and its officials; every other letter is written to the applicant. */
export const isInternalLetter = (template: string): boolean => template === 'assignment';

const postsOf = (state: RequestState, context: DecideContext): readonly string[] =>
  letterPosts(context.service, state.addressees, context.superiorOf);

/** Electronically only the holder of the post signs; the sheet that was signed by hand is recorded by whoever has a part. */
function recorder(
  command: Of<'issue-letter'>,
  state: RequestState,
  context: DecideContext,
): Result<JournalActor & { kind: 'official' }> {
  const posts = postsOf(state, context);
  if (!posts.includes(command.post)) return refuse('not-yours');
  return acting(context, command.way === 'by-hand' ? posts : [command.post]);
}

const find = (state: RequestState, letter: string): LetterState | undefined =>
  (state.letters ?? []).find((one) => one.letter === letter);

export const issueLetterRule: Rule<Of<'issue-letter'>> = (command, state, context) => {
  if (find(state, command.letter)) return refuse('letter-closed');
  const actor = recorder(command, state, context);
  if (!actor.ok) return actor;
  const { type: _, ...data } = command;
  return ok({ entries: [{ kind: 'letter-issued', data }], actor: actor.value });
};

export const voidLetterRule: Rule<Of<'void-letter'>> = (command, state, context) => {
  if (find(state, command.letter)?.status === 'void') return refuse('letter-closed');
  const actor = acting(context, postsOf(state, context));
  if (!actor.ok) return actor;
  const { type: _, ...data } = command;
  return ok({ entries: [{ kind: 'letter-voided', data }], actor: actor.value });
};

/** Only whoever is named may say so, at any time, and nobody whose identity the standard keeps apart (Perpres 76/2013). */
export const nameOnLetterRule: Rule<Of<'name-on-letter'>> = (command, state, context) => {
  if (context.actor.kind !== 'applicant') return refuse('not-yours');
  if (keepsIdentityApart(context.service)) return refuse('not-open');
  const letter = find(state, command.letter);
  if (letter?.status !== 'issued') return refuse('letter-closed');
  if ((letter.named ?? false) === command.shown) return ok({ entries: [], actor: { kind: 'applicant' } });
  const { letter: id, shown } = command;
  return ok({
    entries: [{ kind: 'letter-named', data: { letter: id, shown } }],
    actor: { kind: 'applicant' },
  });
};
