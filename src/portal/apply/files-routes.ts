import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { TooManyFault } from '../../platform/index.ts';
import type { FormFields } from '../../platform/index.ts';
import {
  destroyFiles,
  dropHeldFiles,
  journalNow,
  listHeldFiles,
  recordHeldFiles,
} from '../../request/index.ts';
import type { UploadedFile } from '../../request/index.ts';
import type { Requirement } from '../../standard/index.ts';
import { formWords } from '../../ui/index.ts';
import { takeRoom } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { draftGone, keepTyped } from '../drafts/drafts.ts';
import { applyWords } from '../words/apply.ts';
import { sendForm } from './application.ts';
import type { DraftParams } from './application.ts';
import { filesPage, REMOVE } from './files-page.ts';
import { leadToReceipt, openDraft, savedAt } from './open-draft.ts';
import type { OpenDraft } from './open-draft.ts';
import { receiveFiles } from './receive-files.ts';
import { LATER } from './screen-page.ts';
import { CHECK, FILES, letterNumberTyped, missingUploads, partOf, uploadsFor } from './way.ts';

type FilesRequest = FastifyRequest<{ Params: DraftParams }>;

const PATH = '/:gov/layanan/:service/ajukan/:draft/berkas';

/** `…/ajukan/:draft/berkas` */
export function addFilesRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(PATH, async (request: FilesRequest, reply) => {
    const open = await openDraft(context, request);
    if (open.draft.sent) return leadToReceipt(open, reply);
    if (uploadsOf(open).length === 0) return reply.redirect(`${open.base}/${CHECK}`, 303);
    return show(open, reply, []);
  });

  server.post(PATH, { config: { multipart: true } }, async (request: FilesRequest, reply) => {
    const open = await openDraft(context, request);
    if (open.draft.sent) return leadToReceipt(open, reply);
    const asked = new Set(uploadsOf(open).map(({ id }) => id));
    const { fields, files, faults } = await receiveFiles(request, context.files, open.draft, asked, (bytes) =>
      admit(context, request, bytes),
    );
    const now = { ...open, held: await keep(context, open, files, removed(fields)) };
    if (fields[LATER] !== undefined) return reply.redirect(open.base, 303);
    if (fields[REMOVE] !== undefined) return reply.redirect(`${open.base}/${FILES}`, 303);
    const all = [...faults, ...missingFaults(now, faults)];
    return all.length > 0 ? show(now, reply, all) : reply.redirect(`${open.base}/${CHECK}`, 303);
  });
}

/** Lets a file be kept, or says at its field when there will be room for more from there. */
async function admit(context: WebContext, request: FilesRequest, bytes: number): Promise<void> {
  try {
    if (bytes === 0) await context.files.refuseScarce();
    await takeRoom(context, request, bytes);
  } catch (error) {
    if (!(error instanceof TooManyFault)) throw error;
    const minutes = Math.ceil(error.retryAfterSeconds / 60);
    throw new Fault('too-many', 'files-limited', {
      id: applyWords.id.apply.filesLimited(minutes),
      en: applyWords.en.apply.filesLimited(minutes),
    });
  }
}

const uploadsOf = ({ app, draft }: OpenDraft): readonly Requirement[] => uploadsFor(app.service, draft.typed);

const removed = (fields: FormFields): readonly string[] => [fields[REMOVE] ?? []].flat();

/** Records what arrived and forgets what was removed, in one transaction; bytes of the replaced go afterwards. */
async function keep(
  context: WebContext,
  { address, draft }: OpenDraft,
  files: readonly UploadedFile[],
  remove: readonly string[],
): Promise<readonly UploadedFile[]> {
  const { government } = address;
  const { held, gone } = await context.database.transaction({ government }, async (tx) => {
    const current = await keepTyped(tx, context, address, {});
    if (current.sent) throw draftGone();
    const dropped = remove.length === 0 ? [] : await dropHeldFiles(tx, draft, remove);
    const replaced = await recordHeldFiles(tx, draft, files, journalNow(context.clock));
    return { held: await listHeldFiles(tx, draft), gone: [...dropped, ...replaced] };
  });
  await destroyFiles(context.files, government, gone);
  return held;
}

function missingFaults(
  { app, draft, held }: OpenDraft,
  already: readonly FieldFault[],
): readonly FieldFault[] {
  return missingUploads(app.service, draft.typed, held)
    .filter(({ id }) => !already.some(({ path }) => path === id))
    .map(({ id, label }) => ({
      path: id,
      words: { id: formWords.id.requiredFile(label.id), en: formWords.en.requiredFile(label.en) },
    }));
}

function show(open: OpenDraft, reply: FastifyReply, faults: readonly FieldFault[]): FastifyReply {
  const { app, draft, held, base } = open;
  const main = filesPage({
    app,
    uploads: uploadsOf(open),
    held,
    faults,
    letterNumber: letterNumberTyped(app.service, draft.typed),
    action: `${base}/${FILES}`,
    part: partOf(app.service, FILES),
    savedAt: savedAt(open),
  });
  return sendForm(app, reply, { title: applyWords[app.lang].apply.filesTitle, main, faults });
}
