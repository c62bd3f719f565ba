import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../../web/index.ts';
import { askForKey, openTracked } from '../tracking/open-tracked.ts';
import type { RequestParams } from '../tracking/open-tracked.ts';
import { sendTracked } from '../tracking/routes.ts';
import { applyWords } from '../words/apply.ts';
import { receiptPage } from './page.ts';

/** `/:gov/permohonan/:number/tanda-terima` */
export function addReceiptRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Params: RequestParams }>('/:gov/permohonan/:number/tanda-terima', async (request, reply) => {
    const open = await openTracked(context, request);
    if (!open) return askForKey(request, reply);
    return sendTracked(open, reply, applyWords[open.lang].receipt.crumb, receiptPage(open));
  });
}
