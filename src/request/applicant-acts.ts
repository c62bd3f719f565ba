/** What an applicant does with the tracking key: complete a returned file, withdraw, write, open a secret. */
import { Fault } from '../ground/index.ts';
import { sameBytes } from '../platform/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Service } from '../standard/index.ts';
import { actInside, requestNotFound } from './act.ts';
import type { Acted, CommandBuilder } from './act.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { lockRequest } from './journal.ts';
import type { Ref } from './model/entries.ts';
import { answerableLines } from './model/step-rules.ts';
import { unknownFiles } from './requirements.ts';
import { trackingHash } from './submit/index.ts';
import { fileRefs, fileRows } from './uploads.ts';
import type { UploadedFile } from './uploads.ts';
import { Vault } from './vault.ts';

/** How an applicant shows that a request is theirs. */
export interface TrackingCredentials {
  readonly government: string;
  readonly number: string;
  readonly trackingKey: string;
}

/** The id of the request if number and key fit together; a wrong key and an unknown number are told alike. */
export async function getTrackedId(
  tx: Tx,
  deps: RequestDeps,
  credentials: TrackingCredentials,
): Promise<string> {
  const row = await tx
    .selectFrom('request')
    .select(['id', 'tracking_hash'])
    .where('government', '=', credentials.government)
    .where('number', '=', credentials.number)
    .executeTakeFirst();
  const given = trackingHash(deps, credentials.trackingKey);
  if (!row || !sameBytes(row.tracking_hash, given)) throw requestNotFound();
  return row.id;
}

async function asApplicant(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  version: number | null,
  build: CommandBuilder,
): Promise<Acted> {
  return deps.database.transaction({ government: credentials.government }, async (tx) => {
    await getTrackedId(tx, deps, credentials);
    return actInside(tx, deps, { ...credentials, actor: { kind: 'applicant' }, version }, build);
  });
}

/** What is needed to seal an applicant's further files: they go into the store before the act. */
export async function openUpload(
  deps: RequestDeps,
  credentials: TrackingCredentials,
): Promise<{ readonly request: string; readonly dataKey: Buffer }> {
  return deps.database.transaction({ government: credentials.government }, async (tx) => {
    const request = await getTrackedId(tx, deps, credentials);
    const vault = await Vault.find(tx, deps.keys, credentials.government, request);
    if (!vault) throw requestNotFound();
    return { request, dataKey: vault.dataKey };
  });
}

/** Sends in what was missing; the clock runs again. Faults: `not-returned`, `resubmission-empty`, `note-too-long`. */
export async function resubmit(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  given: {
    readonly version: number | null;
    readonly files: readonly UploadedFile[];
    readonly note?: string;
    /** Written in the same transaction, before the files' own rows. */
    readonly alongside?: (tx: Tx) => Promise<void>;
  },
): Promise<Acted> {
  return asApplicant(deps, credentials, given.version, async ({ tx, vault, service, state, now }) => {
    if (state.status === 'returned') refuseEmpty(given);
    refuseStray(service, given.files);
    await given.alongside?.(tx);
    const rows = fileRows(vault, service, given.files, {
      government: vault.government,
      request: vault.request,
      at: now,
      givenBy: 'applicant',
    });
    if (rows.length > 0) await tx.insertInto('file').values(rows).execute();
    const note = noteFrom(vault, given.note);
    return { command: { type: 'resubmit', files: fileRefs(vault, given.files), ...note } };
  });
}

/** Sending nothing would start the clock for nothing, and a second demand needs the superior. */
function refuseEmpty({
  files,
  note = '',
}: {
  readonly files: readonly unknown[];
  readonly note?: string;
}): void {
  if (files.length > 0 || note.trim() !== '') return;
  const words = {
    id: 'Kirim berkas yang diminta, atau tulis jawaban Anda dalam catatan.',
    en: 'Send the documents asked for, or write your answer in the note.',
  };
  throw new Fault('invalid', 'resubmission-empty', words, [{ path: 'note', words }]);
}

/** What a file answers goes into the journal for good, so nobody may put words of their own there. */
function refuseStray(service: Service, files: readonly UploadedFile[]): void {
  const known = new Set(service.steps.flatMap((step) => answerableLines(service, step)));
  const stray = files.map(({ requirement }) => requirement).filter((id) => !known.has(id));
  if (stray.length > 0) throw unknownFiles(stray);
}

/** Characters of a message, a note and a reason. */
export const MOST_WORDS = 8_000;

/** Words without the blanks around them. More than may be kept is a fault at their field: nothing is cut unsaid. */
function wordsAt(field: string, text: string, most: number = MOST_WORDS): string {
  const typed = text.trim();
  if (typed.length <= most) return typed;
  const words = {
    id: `Terlalu panjang: ${typed.length} huruf, paling banyak ${most}. Persingkat.`,
    en: `Too long: ${typed.length} characters, at most ${most}. Shorten it.`,
  };
  throw new Fault('invalid', `${field}-too-long`, words, [{ path: field, words }]);
}

function noteFrom(vault: Vault, text = ''): { note?: Ref } {
  const note = wordsAt('note', text);
  return note ? { note: vault.put('applicant-note', note) } : {};
}

/** Withdraws the whole request. Fault: `reason-too-long` at the field `reason`. */
export async function withdraw(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  given: { readonly version: number | null; readonly reason?: string },
): Promise<Acted> {
  return asApplicant(deps, credentials, given.version, ({ vault }) => {
    const reason = wordsAt('reason', given.reason ?? '');
    return {
      command: { type: 'withdraw', ...(reason ? { reason: vault.put('withdrawal-reason', reason) } : {}) },
    };
  });
}

/**
 * A message from the applicant to the officials of this request. Faults: `message-empty` and `text-too-long` at the field
 * `text`.
 */
export async function writeToOffice(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  text: string,
): Promise<Acted> {
  const words = wordsAt('text', text);
  if (words === '') {
    throw new Fault('invalid', 'message-empty', { id: 'Tulis pesan Anda.', en: 'Write your message.' }, [
      { path: 'text', words: { id: 'Tulis pesan Anda.', en: 'Write your message.' } },
    ]);
  }
  return asApplicant(deps, credentials, null, ({ vault }) => ({
    command: { type: 'comment', audience: 'applicant', text: vault.put('comment', words) },
  }));
}

/** Lets everybody who checks a letter see the applicant's name, or no longer. Faults: `letter-closed`, `not-open`. */
export async function nameOnLetter(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  given: { readonly letter: string; readonly shown: boolean },
): Promise<Acted> {
  return asApplicant(deps, credentials, null, () => ({ command: { type: 'name-on-letter', ...given } }));
}

/** Characters of the reason for asking a withdrawal. */
export const MOST_WITHDRAWAL_REASON = 2000;

/**
 * Asks the office to withdraw what was delivered: whoever lost a passphrase, or needs it no more. Faults: `reason-empty` and
 * `reason-too-long` at the field `reason`, `delivery-unknown`, `withdrawal-asked-already`.
 */
export async function askWithdrawal(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  given: { readonly delivery: string; readonly reason: string },
): Promise<Acted> {
  const reason = wordsAt('reason', given.reason, MOST_WITHDRAWAL_REASON);
  if (reason === '') {
    const words = { id: 'Tulis alasannya.', en: 'Write the reason.' };
    throw new Fault('invalid', 'reason-empty', words, [{ path: 'reason', words }]);
  }
  return asApplicant(deps, credentials, null, ({ vault }) => ({
    command: {
      type: 'ask-withdrawal',
      delivery: given.delivery,
      reason: vault.put('withdrawal-reason', reason),
    },
  }));
}

const secretGone = (): Fault =>
  new Fault('not-found', 'secret-gone', {
    id: 'Rahasia ini sudah pernah dibuka atau kedaluwarsa. Hubungi kantor untuk mendapat yang baru.',
    en: 'This secret was already opened or has expired. Contact the office for a new one.',
  });

/**
 * Opens a one-time secret: shown now, destroyed in the same transaction, noted in the journal. Whoever comes second
 * gets the fault `secret-gone`.
 */
export async function openSecret(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  secret: string,
): Promise<string> {
  return deps.database.transaction({ government: credentials.government }, async (tx) => {
    const request = await getTrackedId(tx, deps, credentials);
    // The request first, as for erasing: who locked its secret before it might wait for whoever waits for the secret.
    await lockRequest(tx, credentials.government, credentials.number);
    const now = journalNow(deps.clock);
    const row = await tx
      .selectFrom('secret')
      .select('sealed')
      .where('government', '=', credentials.government)
      .where('id', '=', secret)
      .where('request', '=', request)
      .where('opened_at', 'is', null)
      .where('expires_at', '>', now)
      .forUpdate()
      .executeTakeFirst();
    const vault = row?.sealed ? await Vault.find(tx, deps.keys, credentials.government, request) : null;
    if (!row?.sealed || !vault) throw secretGone();
    const words = vault.open(`secret/${secret}`, row.sealed).toString();
    await tx
      .updateTable('secret')
      .set({ sealed: null, opened_at: now })
      .where('government', '=', credentials.government)
      .where('id', '=', secret)
      .execute();
    const input = { ...credentials, actor: { kind: 'applicant' } as const, version: null };
    await actInside(tx, deps, input, () => ({ command: { type: 'open-secret', secret } }));
    return words;
  });
}
