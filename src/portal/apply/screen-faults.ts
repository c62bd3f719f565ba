import type { FieldFault } from '../../ground/index.ts';
import { takeOrRefuse } from '../../platform/index.ts';
import { findAttackedRequest } from '../../request/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { applyWords } from '../words/apply.ts';
import type { Application } from './application.ts';
import { faultsOn } from './screens.ts';
import type { Screen } from './screens.ts';

/** What is wrong with the answers of one page, also whether the request they attack is one of ours. */
export async function screenFaults(
  app: Application,
  screen: Screen,
  typed: PostedForm,
): Promise<readonly FieldFault[]> {
  const faults = faultsOn(screen, app.service, typed, app.reading);
  return faults.length > 0 ? faults : attackedFaults(app, screen, typed);
}

async function attackedFaults(
  { context, request, government, service }: Application,
  screen: Screen,
  typed: PostedForm,
): Promise<readonly FieldFault[]> {
  const question = screen.questions.find(({ use }) => use === 'attacked-request');
  const value = question && typed[question.id];
  if (!question || typeof value !== 'string' || value.trim() === '') return [];
  const found = await findAttackedRequest(context, government.id, service, { [question.id]: value.trim() });
  // The answer tells whether a number exists, so one may not try many. A right one takes nothing from others at the address,
  // but once the guesses are used up it is answered no more than a wrong one.
  await takeOrRefuse(context.limiters.guess, `attacked/${request.network}`, found === null ? 1 : 0);
  if (found !== null) return [];
  const words = { id: applyWords.id.apply.attackedUnknown, en: applyWords.en.apply.attackedUnknown };
  return [{ path: question.id, words }];
}
