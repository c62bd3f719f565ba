/**
 * A form of the desk that could not be carried out yet: it came back with something to correct, or its official was no
 * longer signed in. Sealed under a key of its own, opened by that official alone, forgotten after a working day.
 */
import { seal, unseal } from '../../platform/index.ts';
import type { Tx } from '../../platform/index.ts';
import { beginSubmission, journalNow } from '../../request/index.ts';
import type { FileHolder, RequestDeps } from '../../request/index.ts';
import type { PostedForm } from '../../ui/index.ts';

/** How long an official may take to come back to it. */
const KEPT = { hours: 8 };

/** Whose form it is and where it was sent. */
export interface FormPlace {
  readonly government: string;
  readonly official: string;
  /** Path and query that the form was posted to. */
  readonly place: string;
}

export interface HeldForm extends FileHolder, FormPlace {
  readonly fields: PostedForm;
}

/** A holder for a form not kept before. Its id and key may become those of a request, so that its files stay sealed as they are. */
export function newHolder(deps: RequestDeps, government: string): FileHolder {
  const { request: id, dataKey } = beginSubmission(deps);
  return { government, id, dataKey };
}

const sealPlace = (government: string, id: string): string => `${government}/${id}/held-form`;

/** Keeps a form as it was typed, in place of what was kept under the same id. The 8 hours begin anew. */
export async function keepForm(
  tx: Tx,
  deps: RequestDeps,
  { government, official, place, fields, id, dataKey }: HeldForm,
): Promise<void> {
  await dropForm(tx, { government, id });
  const where = sealPlace(government, id);
  await tx
    .insertInto('held_form')
    .values({
      government,
      id,
      official,
      place,
      wrapped: deps.keys.wrap(dataKey, where),
      sealed: seal(JSON.stringify(fields), dataKey, where),
      expires_at: journalNow(deps.clock).add(KEPT),
    })
    .execute();
}

/** The form of this id if it is this official's and its time is not over; its place is for the caller to compare. */
export async function findForm(
  tx: Tx,
  deps: RequestDeps,
  { government, official }: Omit<FormPlace, 'place'>,
  id: string,
): Promise<HeldForm | null> {
  if (!isFormId(id)) return null;
  const row = await tx
    .selectFrom('held_form')
    .selectAll()
    .where('government', '=', government)
    .where('id', '=', id)
    .where('official', '=', official)
    .where('expires_at', '>', deps.clock.now())
    .executeTakeFirst();
  if (!row) return null;
  const where = sealPlace(government, id);
  const dataKey = deps.keys.unwrap(row.wrapped, where);
  const fields = JSON.parse(unseal(row.sealed, dataKey, where).toString()) as PostedForm;
  return { government, official, id, place: row.place, dataKey, fields };
}

/** Forgets a form; its files are for the caller. */
export async function dropForm(tx: Tx, { government, id }: Omit<FileHolder, 'dataKey'>): Promise<void> {
  await tx.deleteFrom('held_form').where('government', '=', government).where('id', '=', id).execute();
}

/** Every value by its name; a name that came several times comes several times again. */
export const fieldsOf = (fields: PostedForm): readonly (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  );

export const isFormId = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id);
