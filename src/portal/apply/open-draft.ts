/** A draft opened by its link, with everything its pages show. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { listHeldFiles } from '../../request/index.ts';
import type { UploadedFile } from '../../request/index.ts';
import { getDraft } from '../drafts/drafts.ts';
import type { Draft, DraftAddress } from '../drafts/drafts.ts';
import { applicationOf } from './application.ts';
import type { Application, DraftParams } from './application.ts';
import type { WebContext } from '../../web/index.ts';
import { firstUnfinished } from './way.ts';

export interface OpenDraft {
  readonly app: Application;
  readonly address: DraftAddress;
  readonly draft: Draft;
  readonly held: readonly UploadedFile[];
  /** Where the draft's pages begin. */
  readonly base: string;
}

/**
 * Opens the draft of this address. Fault: `draft-gone`. With `lock` it waits for whoever is sending it just now, so that
 * draft and files are seen of one moment.
 */
export async function openDraft(
  context: WebContext,
  request: FastifyRequest<{ Params: DraftParams }>,
  lock: 'lock' | 'read' = 'read',
): Promise<OpenDraft> {
  const app = applicationOf(context, request);
  const address = { government: app.government.id, service: app.service.id, token: request.params.draft };
  return context.database.transaction({ government: address.government }, async (tx) => {
    const draft = await getDraft(tx, context, address, lock);
    const held = draft.sent ? [] : await listHeldFiles(tx, draft);
    return { app, address, draft, held, base: `${app.base}/${address.token}` };
  });
}

/** A draft that was sent shows nothing but the way to its receipt, whatever page was asked for. */
export const leadToReceipt = (open: OpenDraft, reply: FastifyReply): FastifyReply =>
  reply.redirect(open.base, 303);

/** When it was kept, on the office's clock: "10.12". */
export function savedAt({ app, draft }: OpenDraft): string {
  const time = draft.updatedAt.toZonedDateTimeISO(app.moment.timeZone).toPlainTime();
  const words = time.toString({ smallestUnit: 'minute' });
  return app.lang === 'id' ? words.replace(':', '.') : words;
}

/** The page on which something is still missing, or null. */
export const nextUnfinished = ({ app, draft, held }: OpenDraft): string | null =>
  firstUnfinished(app.service, draft.typed, held, app.reading);
