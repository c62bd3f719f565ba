/** The one way by which an official sees who a protected reporter is (Perpres 76/2013): with a reason, and recorded. */
import { Fault } from '../ground/index.ts';
import type { Standing } from '../people/index.ts';
import { keepsIdentityApart } from '../standard/index.ts';
import { requestNotFound } from './act.ts';
import type { ProtectedIdentity } from './contact.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { readIdentity } from './effects.ts';
import { seesIdentityFiles, standpointOf } from './model/access.ts';
import type { RequestState } from './model/state.ts';
import { Vault } from './vault.ts';

const reasonMissing = (): Fault =>
  new Fault(
    'invalid',
    'reason-missing',
    { id: 'Tulis alasan Anda membuka identitas pelapor.', en: 'Write why you open the reporter’s identity.' },
    [
      {
        path: 'reason',
        words: { id: 'Tulis alasannya; alasan ini dicatat.', en: 'Write the reason; it is recorded.' },
      },
    ],
  );

const notApart = (): Fault =>
  new Fault('forbidden', 'identity-not-yours', {
    id: 'Identitas pelapor hanya terbuka bagi jabatan yang mengerjakan aduan ini di kantor penerima.',
    en: 'The reporter’s identity is open only to the posts of the receiving office that work on this complaint.',
  });

/**
 * Opens the identity of a protected reporter; null when none was given. Faults: `request-not-found`,
 * `identity-not-yours`, `reason-missing`. Reason and reader are in the access log before anything is shown.
 */
export async function revealIdentity(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  number: string,
  reason: string,
): Promise<ProtectedIdentity | null> {
  const why = reason.trim().slice(0, 500);
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    const row = await tx
      .selectFrom('request')
      .select(['id', 'state'])
      .where('government', '=', government)
      .where('number', '=', number)
      .executeTakeFirst();
    if (!row) throw requestNotFound();
    const state = row.state as RequestState;
    const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
    if (standpointOf(actor, service, state) === null) throw requestNotFound();
    if (!keepsIdentityApart(service) || !seesIdentityFiles(actor, service, state)) throw notApart();
    if (why === '') throw reasonMissing();
    const vault = await Vault.find(tx, deps.keys, government, row.id);
    return (
      vault && readIdentity(tx, vault, { at: journalNow(deps.clock), actor: actor.official, reason: why })
    );
  });
}
