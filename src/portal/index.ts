/** Pages for everybody: governments, catalogue, service, application, receipt, tracking, pledge, personal data. */
import type { FastifyInstance } from 'fastify';
import type { Mailer, TaskHandler } from '../platform/index.ts';
import { SharedPages } from '../web/index.ts';
import type { WebContext } from '../web/index.ts';
import { addAboutRoutes } from './about/routes.ts';
import { addAgainRoutes } from './again/routes.ts';
import { addCheckRoutes } from './apply/check-routes.ts';
import { addFilesRoutes } from './apply/files-routes.ts';
import { addKeptRoutes } from './apply/kept-routes.ts';
import { addProofRoutes } from './apply/proof-routes.ts';
import { addScreenRoutes } from './apply/screen-routes.ts';
import { addStartRoutes } from './apply/start-routes.ts';
import { addAuthorityRoutes } from './certificate/authority-routes.ts';
import { addCertificateRoutes } from './certificate/routes.ts';
import { Comparisons } from './comparison/ranking.ts';
import { addComparisonRoutes } from './comparison/routes.ts';
import { addCounterRoutes } from './counters/routes.ts';
import { addRoomRoutes } from './counters/screen-routes.ts';
import { addMailboxRoutes } from './demo/mailbox.ts';
import { eraseDraftTask } from './drafts/erase-draft.ts';
import { mailLinkTask } from './drafts/mail-link.ts';
import { addFrontRoutes } from './front/routes.ts';
import { addPrintRoutes } from './print/routes.ts';
import { addReceiptRoutes } from './receipt/routes.ts';
import { addReckonRoutes } from './service/reckon-routes.ts';
import { addServiceRoutes } from './service/routes.ts';
import { addCompletingRoutes } from './tracking/completing.ts';
import { addTrackFormRoutes } from './tracking/form-routes.ts';
import { addTrackingRoutes } from './tracking/routes.ts';
import { addVerifyRoutes } from './verify/routes.ts';

/** All public routes. */
export function addPortalRoutes(server: FastifyInstance, context: WebContext): void {
  const pages = new SharedPages(context);
  const comparisons = new Comparisons(context);
  addFrontRoutes(server, context, pages, comparisons);
  addCounterRoutes(server, context);
  addRoomRoutes(server, context);
  addServiceRoutes(server, context, pages, comparisons);
  addComparisonRoutes(server, context, pages, comparisons);
  addReckonRoutes(server, context, pages);
  addPrintRoutes(server, context);
  addStartRoutes(server, context);
  addScreenRoutes(server, context);
  addFilesRoutes(server, context);
  addCheckRoutes(server, context);
  addKeptRoutes(server, context);
  addProofRoutes(server, context);
  addTrackFormRoutes(server, context);
  addTrackingRoutes(server, context);
  addCompletingRoutes(server, context);
  addAgainRoutes(server, context);
  addCertificateRoutes(server, context);
  addAuthorityRoutes(server, context);
  addReceiptRoutes(server, context);
  addAboutRoutes(server, context, pages);
  addVerifyRoutes(server, context);
  addMailboxRoutes(server, context);
}

/** Jobs of the portal, by the name they are queued under. Without a mailer nothing of them is mail. */
export const portalTasks = (
  context: Pick<WebContext, 'files' | 'clock' | 'keys'>,
  mailer: Mailer | null = null,
): Record<string, TaskHandler> => ({
  'erase-draft': eraseDraftTask(context),
  ...(mailer === null ? {} : { 'mail-draft-link': mailLinkTask(context.keys, mailer) }),
});
