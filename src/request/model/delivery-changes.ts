/** What the journal's entries about deliveries change in the state. Pure. */
import type { Entry, EntryData } from './entries.ts';
import type { DeliveryState, RequestState } from './state.ts';

type DeliveryEntry =
  | 'delivery-ordered'
  | 'product-recorded'
  | 'delivery-settled'
  | 'secret-renewed'
  | 'delivery-stopped'
  | 'delivery-resumed'
  | 'delivery-cancelled'
  | 'withdrawal-asked'
  | 'withdrawal-ordered'
  | 'withdrawal-stopped'
  | 'withdrawal-resumed'
  | 'withdrawal-cancelled'
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
  change: Partial<Pick<DeliveryState, 'status' | 'evidence' | 'fields' | 'stuck' | 'asked'>>,
): Partial<RequestState> {
  const deliveries = (state.deliveries ?? []).map((one) => {
    if (one.delivery !== delivery) return one;
    // Whatever happens to it next ends that it was stuck, or asked for.
    const { stuck: _, asked: __, ...rest } = one;
    return { ...rest, ...change };
  });
  return { deliveries };
}

export const deliveryChanges: Changes = {
  'delivery-ordered': (state, { data }) => {
    const { step, deliveries, note, fields, warnings, without } = data;
    const left = without && { without };
    const recorded = {
      ...left,
      ...(note && { note }),
      ...(fields && { fields }),
      ...(warnings && { warnings }),
    };
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
  'product-recorded': (state, { data: { delivery, name, kind, step, evidence } }) => ({
    deliveries: [
      ...(state.deliveries ?? []),
      { delivery, name, kind, step, status: 'delivered', evidence: [evidence] },
    ],
  }),
  'delivery-settled': (state, { data }) =>
    changed(state, data.delivery, {
      status: 'delivered',
      evidence: data.evidence,
      ...(data.fields && { fields: data.fields }),
    }),
  'secret-renewed': (state, { data: { delivery, secret } }) => {
    const evidence = (state.deliveries ?? []).find((one) => one.delivery === delivery)?.evidence ?? [];
    const others = evidence.filter(({ type }) => type !== 'secret');
    return changed(state, delivery, { evidence: [...others, { type: 'secret', secret }] });
  },
  'delivery-stopped': (state, { data }) => changed(state, data.delivery, { status: 'stopped' }),
  'delivery-resumed': (state, { data }) => changed(state, data.delivery, { status: 'ordered' }),
  'delivery-cancelled': (state, { data }) => changed(state, data.delivery, { status: 'cancelled' }),
  'withdrawal-asked': (state, { data }) =>
    changed(state, data.delivery, { status: 'delivered', asked: true }),
  'withdrawal-ordered': (state, { data }) => changed(state, data.delivery, { status: 'withdrawing' }),
  'withdrawal-stopped': (state, { data }) =>
    changed(state, data.delivery, { status: 'withdrawing', stuck: true }),
  'withdrawal-resumed': (state, { data }) => changed(state, data.delivery, { status: 'withdrawing' }),
  'withdrawal-cancelled': (state, { data }) => changed(state, data.delivery, { status: 'delivered' }),
  'product-withdrawn': (state, { data }) => changed(state, data.delivery, { status: 'withdrawn' }),
};
