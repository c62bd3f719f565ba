/** What the journal's entries about deliveries change in the state. Pure. */
import type { Entry, EntryData } from './entries.ts';
import type { DeliveryState, RequestState } from './state.ts';

type DeliveryEntry =
  | 'delivery-ordered'
  | 'delivery-settled'
  | 'delivery-stopped'
  | 'delivery-resumed'
  | 'delivery-cancelled'
  | 'withdrawal-ordered'
  | 'product-withdrawn';

type Changes = {
  readonly [K in DeliveryEntry]: (
    state: RequestState,
    entry: Entry & { readonly kind: K; readonly data: EntryData[K] },
  ) => Partial<RequestState>;
};

/** The state with one delivery changed. */
function changed(
  state: RequestState,
  delivery: string,
  change: Partial<Pick<DeliveryState, 'status' | 'evidence'>>,
): Partial<RequestState> {
  const deliveries = (state.deliveries ?? []).map((one) =>
    one.delivery === delivery ? { ...one, ...change } : one,
  );
  return { deliveries };
}

export const deliveryChanges: Changes = {
  'delivery-ordered': (state, { data }) => {
    const { step, deliveries, note, fields, warnings } = data;
    const recorded = { ...(note && { note }), ...(fields && { fields }), ...(warnings && { warnings }) };
    const ordered = deliveries.map(({ delivery, name, kind }): DeliveryState => ({
      delivery,
      name,
      kind,
      step,
      status: 'ordered',
      evidence: [],
      ...recorded,
    }));
    return { deliveries: [...(state.deliveries ?? []), ...ordered] };
  },
  'delivery-settled': (state, { data }) =>
    changed(state, data.delivery, { status: 'delivered', evidence: data.evidence }),
  'delivery-stopped': (state, { data }) => changed(state, data.delivery, { status: 'stopped' }),
  'delivery-resumed': (state, { data }) => changed(state, data.delivery, { status: 'ordered' }),
  'delivery-cancelled': (state, { data }) => changed(state, data.delivery, { status: 'cancelled' }),
  'withdrawal-ordered': (state, { data }) => changed(state, data.delivery, { status: 'withdrawing' }),
  'product-withdrawn': (state, { data }) => changed(state, data.delivery, { status: 'withdrawn' }),
};
