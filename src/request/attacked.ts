/** The request that an objection attacks, found by the number its applicant typed. */
import { readRequestNumber } from '../platform/index.ts';
import { findQuestionFor } from '../standard/index.ts';
import type { Answers, Service } from '../standard/index.ts';
import type { RequestDeps } from './deps.ts';

/**
 * Id of the request that these checked answers attack: one of the service named by `answersRequestOf`, in the same
 * government. Null for services that attack none, and where the number is not one of ours (it may have been asked on
 * paper). Pages that tell this answer limit how often one may try, for it says whether a number exists.
 */
export async function findAttackedRequest(
  deps: Pick<RequestDeps, 'database'>,
  government: string,
  service: Service,
  answers: Answers,
): Promise<string | null> {
  const attacked = service.answersRequestOf;
  const question = attacked === undefined ? null : findQuestionFor(service, 'attacked-request', answers);
  const answer = question && answers[question.id];
  const number = typeof answer === 'string' ? readRequestNumber(answer) : null;
  if (attacked === undefined || !number?.ok) return null;
  const row = await deps.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('request')
      .select('id')
      .where('government', '=', government)
      .where('number', '=', number.value.number)
      .where('service', '=', attacked)
      .executeTakeFirst(),
  );
  return row?.id ?? null;
}
