/**
 * Forms begun and not yet sent. A draft lives on the server, sealed under a data key of its own, and is opened by a
 * secret link; it needs no account and is erased 14 days after it was touched last. Its id and data key become those
 * of the request, so that files need not be sealed twice.
 */
import { Fault } from '../../ground/index.ts';
import { enqueue, randomToken, seal, unseal } from '../../platform/index.ts';
import type { Keys, Tx } from '../../platform/index.ts';
import { beginSubmission, journalNow } from '../../request/index.ts';
import type { FileHolder, Receipt, RequestDeps } from '../../request/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { applyWords } from '../words/apply.ts';

/** How long an untouched draft is kept. The data-protection page says the same. */
const KEPT = { hours: 14 * 24 };
/** How long a link still leads to the receipt after sending; it shows the tracking key. */
const KEPT_AFTER_SENDING = { hours: 1 };

/** What is sealed: the fields as typed, or, once sent, by what the request is found. */
interface Content {
  readonly typed: Readonly<Record<string, string>>;
  readonly sent: Receipt | null;
}

export interface Draft extends FileHolder, Content {
  readonly service: string;
  readonly updatedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  /** The sealed content as read; tells whether the draft changed since. */
  readonly sealed: Buffer;
}

/** Where a draft is looked for: by the secret of its link, within its government and service. */
export interface DraftAddress {
  readonly government: string;
  readonly service: string;
  readonly token: string;
}

export const draftGone = (): Fault =>
  new Fault('not-found', 'draft-gone', {
    id: applyWords.id.faults.draftGone,
    en: applyWords.en.faults.draftGone,
  });

/** The draft is not what the page showed; nothing was sent. */
export const draftChanged = (): Fault =>
  new Fault('conflict', 'draft-changed', {
    id: applyWords.id.apply.changed,
    en: applyWords.en.apply.changed,
  });

const tokenHash = (keys: Keys, token: string): Buffer => keys.mac('draft-token', token);
const placeOf = (government: string, id: string): string => `${government}/${id}/draft`;

const sealContent = (content: Content, { government, id, dataKey }: FileHolder): Buffer =>
  seal(JSON.stringify(content), dataKey, placeOf(government, id));

/** Begins a draft with what was typed on its first page; gives its id and the secret of its link. */
export async function createDraft(
  tx: Tx,
  deps: RequestDeps,
  where: { readonly government: string; readonly service: string },
  typed: Content['typed'],
): Promise<{ readonly id: string; readonly token: string }> {
  const token = randomToken(128);
  const { request: id, dataKey } = beginSubmission(deps);
  const now = journalNow(deps.clock);
  const expiresAt = now.add(KEPT);
  await tx
    .insertInto('draft')
    .values({
      government: where.government,
      id,
      token_hash: tokenHash(deps.keys, token),
      service: where.service,
      service_version: deps.catalogue.service(where.government, where.service).n,
      wrapped: deps.keys.wrap(dataKey, placeOf(where.government, id)),
      sealed: sealContent({ typed, sent: null }, { government: where.government, id, dataKey }),
      updated_at: now,
      expires_at: expiresAt,
    })
    .execute();
  await eraseLater(tx, where.government, { id, what: 'draft' }, expiresAt);
  return { id, token };
}

/** The draft behind a link. Fault: `draft-gone`. `lock` keeps others from changing it in this transaction. */
export async function getDraft(
  tx: Tx,
  deps: RequestDeps,
  { government, service, token }: DraftAddress,
  lock: 'lock' | 'read' = 'read',
): Promise<Draft> {
  const query = tx
    .selectFrom('draft')
    .selectAll()
    .where('government', '=', government)
    .where('token_hash', '=', tokenHash(deps.keys, token));
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  const expired = row && Temporal.Instant.compare(row.expires_at, deps.clock.now()) <= 0;
  if (!row || expired || row.service !== service) throw draftGone();
  const place = placeOf(government, row.id);
  const dataKey = deps.keys.unwrap(row.wrapped, place);
  const content = JSON.parse(unseal(row.sealed, dataKey, place).toString()) as Content;
  return {
    ...content,
    government,
    id: row.id,
    service,
    dataKey,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
    sealed: row.sealed,
  };
}

/** Keeps what was typed on one page beside the rest; the 14 days begin anew. Fault: `draft-gone` when it was sent. */
export async function keepTyped(
  tx: Tx,
  deps: RequestDeps,
  address: DraftAddress,
  typed: Content['typed'],
): Promise<Draft> {
  const draft = await getDraft(tx, deps, address, 'lock');
  if (draft.sent) return draft;
  const content = { typed: { ...draft.typed, ...typed }, sent: null };
  const updatedAt = journalNow(deps.clock);
  const expiresAt = updatedAt.add(KEPT);
  const sealed = sealContent(content, draft);
  await tx
    .updateTable('draft')
    .set({ sealed, updated_at: updatedAt, expires_at: expiresAt })
    .where('government', '=', draft.government)
    .where('id', '=', draft.id)
    .execute();
  await eraseLater(tx, draft.government, { id: draft.id, what: 'draft' }, expiresAt);
  return { ...draft, ...content, sealed, updatedAt, expiresAt };
}

/**
 * In the transaction of the submission: what was typed goes, and for an hour the link leads to the receipt instead,
 * so that a second press of "send" shows it again. Fault `draft-changed` when the draft is not the one that was read.
 */
export async function markSent(
  tx: Tx,
  deps: RequestDeps,
  address: DraftAddress,
  read: Draft,
  receipt: Receipt,
): Promise<void> {
  const now = await getDraft(tx, deps, address, 'lock');
  if (!now.sealed.equals(read.sealed)) throw draftChanged();
  // A key of its own: the request's key must be gone everywhere once the request is erased.
  const holder = { ...now, dataKey: deps.keys.newDataKey() };
  const expiresAt = journalNow(deps.clock).add(KEPT_AFTER_SENDING);
  await tx
    .updateTable('draft')
    .set({
      wrapped: deps.keys.wrap(holder.dataKey, placeOf(now.government, now.id)),
      sealed: sealContent({ typed: {}, sent: receipt }, holder),
      expires_at: expiresAt,
    })
    .where('government', '=', now.government)
    .where('id', '=', now.id)
    .execute();
  await eraseLater(tx, now.government, { id: now.id, what: 'link' }, expiresAt);
}

/**
 * What a job of `erase-draft` is to erase: a draft with its files; the link to a receipt, when the files have long gone
 * to their request; or files given for a returned request and never sent, which wait like those of a draft.
 */
export interface Erasure {
  readonly id: string;
  readonly what: 'draft' | 'link' | 'files';
}

/** A job of its own erases each; touching it again moves the job. A draft and the link it becomes are the same job. */
async function eraseLater(tx: Tx, government: string, erasure: Erasure, at: Temporal.Instant): Promise<void> {
  await enqueue(tx, {
    task: 'erase-draft',
    government,
    payload: erasure,
    runAt: at.add({ seconds: 1 }),
    key: `${erasure.what === 'files' ? 'held-files' : 'draft'}/${erasure.id}`,
  });
}

/** Sees to it that files given for a returned request go when they are not sent in time. */
export async function eraseHeldLater(
  tx: Tx,
  deps: RequestDeps,
  government: string,
  request: string,
): Promise<void> {
  await eraseLater(tx, government, { id: request, what: 'files' }, deps.clock.now().add(KEPT));
}

/** What a form page posts, as texts by field name; a name that came twice counts once. */
export function typedOf(posted: PostedForm, belongs: (field: string) => boolean): Record<string, string> {
  const entries = Object.entries(posted).flatMap(([field, value]) => {
    if (!belongs(field)) return [];
    const text: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof text === 'string' ? [[field, text] as const] : [];
  });
  return Object.fromEntries(entries);
}
