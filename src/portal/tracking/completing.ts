/** Answering a return: what was missing is uploaded, kept across errors, and sent in at once. */
import { isUploaded } from '../../standard/index.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import type { FormFields } from '../../platform/index.ts';
import {
  destroyFiles,
  dropHeldFiles,
  journalNow,
  listHeldFiles,
  openUpload,
  recordHeldFiles,
  releaseHeldFiles,
  resubmit,
} from '../../request/index.ts';
import type { FileHolder, UploadedFile } from '../../request/index.ts';
import type { Requirement } from '../../standard/index.ts';
import { publicWords } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { REMOVE } from '../apply/files-page.ts';
import { receiveFiles } from '../apply/receive-files.ts';
import { draftChanged, eraseHeldLater } from '../drafts/drafts.ts';
import { trackWords } from '../words/track.ts';
import { completingPage, NOTE } from './completing-page.ts';
import { askForKey, openTracked } from './open-tracked.ts';
import type { OpenTracked, RequestParams } from './open-tracked.ts';
import { isFieldFault, sendTracked } from './routes.ts';

const PATH = '/:gov/permohonan/:number/lengkapi';

/** A returned request with what was uploaded in answer so far. */
interface Completing {
  readonly open: OpenTracked;
  readonly holder: FileHolder;
  readonly held: readonly UploadedFile[];
  /** Requirements asked back that are answered by a file. */
  readonly uploads: readonly Requirement[];
}

export function addCompletingRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Params: RequestParams }>(PATH, async (request, reply) => {
    const open = await openTracked(context, request);
    if (!open) return askForKey(request, reply);
    if (!open.view.demand) return reply.redirect(open.base, 303);
    return show(await begin(open), reply, [], '');
  });

  server.post<{ Params: RequestParams }>(PATH, { config: { multipart: true } }, async (request, reply) => {
    const open = await openTracked(context, request);
    if (!open) return askForKey(request, reply);
    const begun = await begin(open);
    const asked = new Set(begun.uploads.map(({ id }) => id));
    const received = await receiveFiles(request, context.files, begun.holder, asked);
    const held = await keep(begun, received.files, [received.fields[REMOVE] ?? []].flat());
    const now = { ...begun, held };
    if (received.fields[REMOVE] !== undefined) return reply.redirect(`${open.base}/lengkapi`, 303);
    const note = noteOf(received.fields);
    const faults = [...received.faults, ...emptyFaults(now, note)];
    if (faults.length > 0) return show(now, reply, faults, note);
    try {
      await send(now, note);
    } catch (error) {
      if (!isFieldFault(error)) throw error;
      return show(now, reply, atNote(error.fields), note);
    }
    return reply.redirect(`${open.base}?kabar=lengkap`, 303);
  });
}

/** Faults of the note under the name it has on this page. */
const atNote = (faults: readonly FieldFault[]): readonly FieldFault[] =>
  faults.map((one) => (one.path === 'note' ? { ...one, path: NOTE } : one));

function noteOf(fields: FormFields): string {
  const note = fields[NOTE];
  return typeof note === 'string' ? note.trim() : '';
}

async function begin(open: OpenTracked): Promise<Completing> {
  const { context, credentials, view } = open;
  const { request: id, dataKey } = await openUpload(context, credentials);
  const holder = { government: credentials.government, id, dataKey };
  const missing = new Set(view.demand?.missing);
  return {
    open,
    holder,
    uploads: view.service.value.requirements.filter((one) => missing.has(one.id) && isUploaded(one)),
    held: await context.database.transaction({ government: holder.government }, (tx) =>
      listHeldFiles(tx, holder),
    ),
  };
}

async function keep(
  { open, holder }: Completing,
  files: readonly UploadedFile[],
  remove: readonly string[],
): Promise<readonly UploadedFile[]> {
  const { context } = open;
  const { held, gone } = await context.database.transaction({ government: holder.government }, async (tx) => {
    const dropped = remove.length === 0 ? [] : await dropHeldFiles(tx, holder, remove);
    const replaced = await recordHeldFiles(tx, holder, files, journalNow(context.clock));
    if (files.length > 0) await eraseHeldLater(tx, context, holder.government, holder.id);
    return { held: await listHeldFiles(tx, holder), gone: [...dropped, ...replaced] };
  });
  await destroyFiles(context.files, holder.government, gone);
  return held;
}

/** Sending nothing would start our clock for nothing. */
function emptyFaults({ held, uploads }: Completing, note: string): readonly FieldFault[] {
  if (held.length > 0 || note !== '') return [];
  const words = { id: trackWords.id.needSomething, en: trackWords.en.needSomething };
  return [{ path: uploads[0]?.id ?? NOTE, words }];
}

async function send({ open, holder, held }: Completing, note: string): Promise<void> {
  const { context, credentials } = open;
  await resubmit(context, credentials, {
    version: null,
    files: held,
    note,
    alongside: async (tx) => {
      if (!(await releaseHeldFiles(tx, holder, held))) throw draftChanged();
    },
  });
}

function show(
  { open, held, uploads }: Completing,
  reply: FastifyReply,
  faults: readonly FieldFault[],
  note: string,
): FastifyReply {
  reply.code(faults.length > 0 ? 422 : 200);
  const main = completingPage({ open, held, uploads, faults, note });
  return sendTracked(open, reply, publicWords[open.lang].track.complete, main);
}
