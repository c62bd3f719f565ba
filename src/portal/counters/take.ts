/** Taking a queue number: what is checked before one is given. */
import { randomUUIDv7 } from 'node:crypto';
import { formFields, isThisMachine } from '../../platform/index.ts';
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
export async function tryCode(at: AtCounter, typed: string): Promise<'right' | 'wrong' | 'guesses'> {
  const { context, request, selfService, today } = at;
  const { allowed } = await context.limiters.drawing.take(`address/${request.network}`);
  if (!allowed) return 'guesses';
  return selfService && isCodeOfDay(context.keys, selfService, today, typed) ? 'right' : 'wrong';
}

/** Whether a phone at this address may take one more. Behind a proxy nobody has named, all share this machine's: then none is counted. */
export async function mayTakeByPhone({ context, request, government, counter }: AtCounter): Promise<boolean> {
  if (isThisMachine(request.network)) return true;
  const bucket = `${government.id}/${counter.position}/${request.network}`;
  return (await context.limiters.numbers.take(bucket)).allowed;
}

/**
 * Takes the number. `counter`: more were taken `by` this way than anybody could serve; phones and kiosk are counted apart, so that
 * none of them closes the other, and the officer's own are not counted. `closed`: the counter has just been closed to self-service.
 */
export async function takeNumber(
  at: AtCounter,
  id: string,
  by: 'phone' | 'kiosk',
): Promise<'taken' | 'counter' | 'closed'> {
  const { context, government, counter } = at;
  const spot = { government: government.id, counter: counter.position };
  const { allowed } = await context.limiters.drawing.take(`${by}/${spot.government}/${spot.counter}`);
  if (!allowed) return 'counter';
  return context.database.transaction({ government: government.id }, async (tx) => {
    // Whoever presses twice stands in a row here, and the second finds the number of the first.
    if ((await lockSelfService(tx, spot)) === null) return 'closed';
    await drawOwnNumber(tx, context, spot, id);
    return 'taken';
  });
}
