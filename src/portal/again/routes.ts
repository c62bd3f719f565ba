/** "Ajukan lagi": a new form of the same service with the answers that are known, for whoever holds the tracking key. */
import type { FastifyInstance } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { formFields, takeOrRefuse } from '../../platform/index.ts';
import { askWithdrawal, readOwnAnswers, recordRenewal } from '../../request/index.ts';
import type { WebContext } from '../../web/index.ts';
import { screensFor } from '../apply/screens.ts';
import { screenPart } from '../apply/way.ts';
import { createDraft } from '../drafts/drafts.ts';
import { askForKey, openTracked } from '../tracking/open-tracked.ts';
import type { RequestParams } from '../tracking/open-tracked.ts';
import { isFieldFault, showTracked } from '../tracking/routes.ts';
import { trackWords } from '../words/track.ts';
import { typedFrom } from './known.ts';
import { GIVE_BACK_PART } from './give-back.ts';
import { AGAIN_PART, findOfferedAgain } from './offered.ts';

export function addAgainRoutes(server: FastifyInstance, context: WebContext): void {
  addGivingBack(server, context);

  server.post<{ Params: RequestParams }>(`/:gov/permohonan/:number/${AGAIN_PART}`, async (request, reply) => {
    const open = await openTracked(context, request);
    if (!open) return askForKey(request, reply);
    const service = findOfferedAgain(context, open.view);
    if (!service) throw notOfferedAgain();
    await takeOrRefuse(context.limiters.submit, request.site);
    const typed = typedFrom(service, await readOwnAnswers(context, open.credentials));
    const { government } = open.credentials;
    const token = await context.database.transaction({ government }, async (tx) => {
      const draft = await createDraft(tx, context, { government, service: service.id }, typed);
      await recordRenewal(tx, { government, request: draft.id, renews: open.view.id });
      return draft.token;
    });
    const [first] = screensFor(service, typed);
    const part = first ? `/${screenPart(first.id)}` : '';
    return reply.redirect(`/${government}/layanan/${service.id}/ajukan/${token}${part}`, 303);
  });
}

const notOfferedAgain = (): Fault =>
  new Fault('conflict', 'not-offered-again', {
    id: trackWords.id.again.notOffered,
    en: trackWords.en.again.notOffered,
  });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Asking to have a product withdrawn. */
function addGivingBack(server: FastifyInstance, context: WebContext): void {
  server.post<{ Params: RequestParams }>(
    `/:gov/permohonan/:number/${GIVE_BACK_PART}`,
    async (request, reply) => {
      const open = await openTracked(context, request);
      if (!open) return askForKey(request, reply);
      await takeOrRefuse(context.limiters.message, open.credentials.number);
      const posted = formFields(request);
      const typed = { delivery: textOf(posted['delivery']), reason: textOf(posted['reason']) };
      try {
        await askWithdrawal(context, open.credentials, typed);
      } catch (error) {
        if (!isFieldFault(error)) throw error;
        return showTracked(open, reply, { faults: error.fields, typed });
      }
      return reply.redirect(`${open.base}?kabar=cabut`, 303);
    },
  );
}
