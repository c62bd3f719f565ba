/** Files that came with a form of the desk: kept with it, so that nobody chooses them twice. */
import {
  destroyFiles,
  dropHeldFiles,
  journalNow,
  listHeldFiles,
  recordHeldFiles,
  releaseHeldFiles,
} from '../../request/index.ts';
import type { UploadedFile } from '../../request/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { WebContext } from '../../web/index.ts';
import { dropForm, findForm, keepForm } from './held-form.ts';
import type { FormPlace, HeldForm } from './held-form.ts';

/** A kept form with the files kept with it. */
export interface KeptForm extends HeldForm {
  readonly files: readonly UploadedFile[];
}

/** The form kept under an id, if it is this official's and was sent to this place; otherwise null, as if none had been named. */
export async function findKept(context: WebContext, who: FormPlace, id: unknown): Promise<KeptForm | null> {
  if (typeof id !== 'string') return null;
  return context.database.transaction({ government: who.government }, async (tx) => {
    const held = await findForm(tx, context, who, id);
    return held?.place === who.place ? { ...held, files: await listHeldFiles(tx, held) } : null;
  });
}

/**
 * Keeps a form with the files that came with it this time, already in the store under the form's key; one for the same
 * requirement takes an earlier one's place.
 */
export async function keepWithFiles(
  context: WebContext,
  form: HeldForm,
  stored: readonly UploadedFile[],
): Promise<KeptForm> {
  const { government } = form;
  const kept = await context.database.transaction({ government }, async (tx) => {
    const replaced = await recordHeldFiles(tx, form, stored, journalNow(context.clock));
    await keepForm(tx, context, form);
    return { replaced, files: await listHeldFiles(tx, form) };
  });
  await destroyFiles(context.files, government, kept.replaced);
  return { ...form, files: kept.files };
}

/** In the transaction of what the form was for: its files go to their request, and nothing is kept of it. */
export async function releaseKept(tx: Tx, kept: KeptForm): Promise<void> {
  await releaseHeldFiles(tx, kept, kept.files);
  await dropForm(tx, kept);
}

/** Forgets a form whose files were taken in as copies. */
export async function forgetKept(context: WebContext, kept: KeptForm): Promise<void> {
  const requirements = kept.files.map(({ requirement }) => requirement);
  const dropped = await context.database.transaction({ government: kept.government }, async (tx) => {
    await dropForm(tx, kept);
    return requirements.length === 0 ? [] : dropHeldFiles(tx, kept, requirements);
  });
  await destroyFiles(context.files, kept.government, dropped);
}
