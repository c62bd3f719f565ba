/** Taking a queue number: what is checked before one is given. */
import { randomUUIDv7 } from 'node:crypto';
import { formFields } from '../../platform/index.ts';
import { drawOwnNumber, isCodeOfDay, isVisitId, lockSelfService } from '../../visits/index.ts';
import type { AtCounter } from './at-counter.ts';
import { TAKE } from './take-page.ts';

/** The id that the form brought for its number; a new one where it brought none that could be one. */
export function postedId({ request }: AtCounter): string {
  const posted = formFields(request)[TAKE.id];
  return typeof posted === 'string' && isVisitId(posted) ? posted : randomUUIDv7();
}

/** What was typed as the code. */
export function postedCode({ request }: AtCounter): string {
  const typed = formFields(request)[TAKE.code];
  return typeof typed === 'string' ? typed.trim() : '';
}

/** Whether the code is that of today; each attempt counts for the address it comes from. */
export async function tryCode(at: AtCounter, typed: string): Promise<'right' | 'wrong' | 'too-many'> {
  const { context, request, selfService, today } = at;
  const { allowed } = await context.limiters.drawing.take(`address/${request.network}`);
  if (!allowed) return 'too-many';
  return selfService && isCodeOfDay(context.keys, selfService, today, typed) ? 'right' : 'wrong';
}

/**
 * Takes the number. `too-many`: more numbers than anybody could serve; the officer's own are not counted. `closed`: the counter
 * has just been closed to self-service.
 */
export async function takeNumber(at: AtCounter, id: string): Promise<'taken' | 'too-many' | 'closed'> {
  const { context, government, counter } = at;
  const spot = { government: government.id, counter: counter.position };
  const { allowed } = await context.limiters.drawing.take(`counter/${spot.government}/${spot.counter}`);
  if (!allowed) return 'too-many';
  return context.database.transaction({ government: government.id }, async (tx) => {
    // Whoever presses twice stands in a row here, and the second finds the number of the first.
    if ((await lockSelfService(tx, spot)) === null) return 'closed';
    await drawOwnNumber(tx, context, spot, id);
    return 'taken';
  });
}
