import type { Answers } from '../standard/index.ts';
import { getTrackedId } from './applicant-acts.ts';
import type { TrackingCredentials } from './applicant-acts.ts';
import type { RequestDeps } from './deps.ts';
import { readFormAnswers } from './form-answers.ts';
import { Vault } from './vault.ts';

/**
 * What whoever holds the tracking key once answered in the form, for asking again; none after erasure, and nothing that is kept
 * apart of a protected identity. Fault: `request-not-found` for a wrong number or key alike.
 */
export async function readOwnAnswers(deps: RequestDeps, credentials: TrackingCredentials): Promise<Answers> {
  const { government } = credentials;
  return deps.database.transaction({ government }, async (tx) => {
    const id = await getTrackedId(tx, deps, credentials);
    const vault = await Vault.find(tx, deps.keys, government, id);
    return vault ? readFormAnswers(tx, vault) : {};
  });
}
