/** Erasing the personal data of a request (UU 27/2022 arts. 42-45): the key goes, the journal stays and says so. */
import { sql } from 'kysely';
import { Fault } from '../ground/index.ts';
import type { Tx } from '../platform/index.ts';
import { logAccess } from '../people/index.ts';
import { latest, requestNotFound } from './act.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { extend, lockRequest, writeExtension } from './journal.ts';
import type { LockedRequest } from './journal.ts';
import { firstStep } from './model/procedure.ts';
import { isEnded } from './model/state.ts';

/** `database` is opened as the worker: nobody else may erase. */
export type EraseDeps = Pick<RequestDeps, 'database' | 'keys' | 'files' | 'catalogue' | 'clock' | 'products'>;

export interface Erasure {
  readonly government: string;
  readonly number: string;
  /** Who orders it, for the access log. */
  readonly actor: string;
  /** Why, in words; kept in the access log, never in the journal. */
  readonly reason: string;
}

/** Why an entry says that values are gone; words about it would stay for ever. */
const LAW = 'uu-27-2022-43';

/**
 * Destroys key, salt, values, contacts and messages of a request in one transaction, then its files and what connectors keep of
 * its people. Repeating it finishes what a crash left of these. Faults: `request-not-found`, `request-open` (it must have ended first),
 * `product-withdrawing`, `duties-open`, `letter-unsigned`: what only its data let people finish.
 */
export async function eraseRequest(deps: EraseDeps, erasure: Erasure): Promise<void> {
  const { government, number } = erasure;
  const { files, deliveries } = await deps.database.transaction({ government }, async (tx) => {
    const locked = await lockRequest(tx, government, number);
    if (!locked) throw requestNotFound();
    if (!isEnded(locked.state.status)) throw stillOpen();
    if (locked.state.deliveries?.some(({ status }) => status === 'withdrawing')) throw stillWithdrawing();
    if (!locked.state.erased) await refuseUnfinished(tx, government, locked);
    const found = await readFileIds(tx, government, locked.id);
    if (!locked.state.erased) await eraseValues(tx, deps, erasure, locked);
    return { files: found, deliveries: (locked.state.deliveries ?? []).map(({ delivery }) => delivery) };
  });
  for (const id of files) await deps.files.remove({ government, id });
  if (deliveries.length > 0) await deps.products.forget(government, deliveries);
}

const stillOpen = (): Fault =>
  new Fault('conflict', 'request-open', {
    id: 'Permohonan ini masih berjalan. Selesaikan, tarik, atau batalkan dahulu.',
    en: 'This request is still open. Finish, withdraw or cancel it first.',
  });

/** A duty is done with the words that show it, and a number that was drawn is signed or declared void, never left open. */
async function refuseUnfinished(tx: Tx, government: string, { id, state }: LockedRequest): Promise<void> {
  if (state.openDuties.length > 0) throw dutiesOpen();
  const unsigned = await tx
    .selectFrom('letter')
    .select('number')
    .where('government', '=', government)
    .where('request', '=', id)
    .where('state', '=', 'numbered')
    .orderBy('running')
    .executeTakeFirst();
  if (unsigned?.number) throw letterUnsigned(unsigned.number);
}

const dutiesOpen = (): Fault =>
  new Fault('conflict', 'duties-open', {
    id: 'Kewajiban akibat tenggat yang terlewati belum dilaksanakan. Catat dahulu di halaman permohonan.',
    en: 'Duties that a passed deadline opened are not carried out yet. Record them on the page of the request first.',
  });

const letterUnsigned = (number: string): Fault =>
  new Fault('conflict', 'letter-unsigned', {
    id: `Surat ${number} sudah bernomor dan belum ditandatangani. Tandatangani atau nyatakan batal dahulu.`,
    en: `Letter ${number} has a number and no signature. Sign it or declare it void first.`,
  });

/** What it was made from is what it is given back by. */
const stillWithdrawing = (): Fault =>
  new Fault('conflict', 'product-withdrawing', {
    id: 'Produk layanan permohonan ini sedang dicabut. Tunggu sampai selesai, lalu hapus datanya.',
    en: 'The product of this request is being withdrawn. Wait until that is done, then erase its data.',
  });

async function eraseValues(tx: Tx, deps: EraseDeps, erasure: Erasure, locked: LockedRequest): Promise<void> {
  const { government, actor, reason } = erasure;
  const { service, serviceVersion } = locked.state;
  const now = latest(journalNow(deps.clock), locked.state);
  const extended = extend(
    { state: locked.state, hash: locked.head },
    [{ kind: 'erased', data: { reason: LAW } }],
    {
      keys: deps.keys,
      government,
      request: locked.id,
      firstStep: firstStep(deps.catalogue.service(government, service, serviceVersion).value),
      at: now,
      actor: { kind: 'system' },
    },
  );
  await writeExtension(tx, government, locked.id, extended);
  await sql`select erase_request(${locked.id}, ${now})`.execute(tx);
  await logAccess(tx, government, { at: now, actor, act: 'erase', subject: locked.id, reason });
}

/** Its files, and those uploaded in answer to a return and never sent, whose rows go with the erasure. */
async function readFileIds(tx: Tx, government: string, request: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('file')
    .select('id')
    .where('government', '=', government)
    .where((eb) => eb.or([eb('request', '=', request), eb('draft', '=', request)]))
    .execute();
  return rows.map(({ id }) => id);
}
