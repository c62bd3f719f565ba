/** The trial certificate that a request delivered, as its owner finds it. */
import { Fault } from '../../ground/index.ts';
import { openTrialAuthority, placeOf } from '../../product/index.ts';
import type { ConnectorPlace, TrialAuthority, TrialCertificate } from '../../product/index.ts';
import type { OpenTracked } from '../tracking/open-tracked.ts';

/** `waiting`: for its owner to choose a passphrase. */
export type Standing = 'waiting' | 'active' | 'ended' | 'revoked';

export interface OwnedCertificate {
  readonly certificate: TrialCertificate;
  readonly standing: Standing;
  /** By what the authority knows it: the delivery of the request. */
  readonly owner: string;
  readonly authority: TrialAuthority;
  readonly place: ConnectorPlace;
}

const handedOver: readonly string[] = ['delivered', 'withdrawing', 'withdrawn'];

/** The newest one; null where the request has none, BSrE issued it, or this is no demonstration. */
export async function findOwned({
  context,
  credentials,
  view,
}: OpenTracked): Promise<OwnedCertificate | null> {
  const { deliveries = [] } = view.state;
  const delivery = deliveries.findLast(
    ({ kind, status }) => kind === 'certificate' && handedOver.includes(status),
  );
  if (!delivery || !context.demo || view.erased) return null;
  const place = placeOf(context.delivering, credentials.government, 'certificate');
  const authority = openTrialAuthority(place);
  const owner = `delivery/${delivery.delivery}`;
  const certificate = await authority.findByOwner(owner);
  if (!certificate) return null;
  return { certificate, standing: standingOf(certificate, context.clock.now()), owner, authority, place };
}

/** Pure. A certificate that ended before anybody activated it has ended too. */
function standingOf({ state, notAfter }: TrialCertificate, now: Temporal.Instant): Standing {
  if (state === 'revoked') return 'revoked';
  if (Temporal.Instant.compare(now, Temporal.Instant.from(notAfter)) > 0) return 'ended';
  return state === 'issued' ? 'active' : 'waiting';
}

/** The same for a page that has more to show: a register that cannot be read does not take the request's page away. */
export async function findShown(open: OpenTracked): Promise<OwnedCertificate | null> {
  try {
    return await findOwned(open);
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== 'unavailable') throw error;
    open.context.log.warn({ err: error }, 'the trial certificate of a request cannot be shown');
    return null;
  }
}
