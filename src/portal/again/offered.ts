/** Whether what was delivered can be asked for once more from its page, and what that says. */
import { isEnded } from '../../request/index.ts';
import type { TrackingView } from '../../request/index.ts';
import type { Service } from '../../standard/index.ts';
import type { WebContext } from '../../web/index.ts';

/** Below the page of a request. */
export const AGAIN_PART = 'ajukan-lagi';

/** The service as it is offered today; null where it is not any more, or nothing of the request is known. */
export function findOfferedAgain(context: WebContext, view: TrackingView): Service | null {
  const { government, service: id, status } = view.state;
  if (view.erased || !isEnded(status)) return null;
  const offered = context.catalogue.services(government).find(({ value }) => value.id === id);
  return offered && !offered.value.atCounter ? offered.value : null;
}
