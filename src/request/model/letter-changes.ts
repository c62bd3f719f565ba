/** What the journal's entries about letters change in the state. Pure. */
import type { Entry, EntryData } from './entries.ts';
import type { RequestState } from './state.ts';

type LetterEntry = 'letter-issued' | 'letter-voided' | 'letter-named';

export const letterChanges: {
  readonly [K in LetterEntry]: (
    state: RequestState,
    entry: Entry & { readonly kind: K; readonly data: EntryData[K] },
  ) => Partial<RequestState>;
} = {
  'letter-issued': (state, { data: { letter, number } }) => ({
    letters: [...(state.letters ?? []), { letter, number, status: 'issued' }],
  }),
  'letter-voided': (state, { data: { letter, number } }) => ({
    letters: [
      ...(state.letters ?? []).filter((one) => one.letter !== letter),
      { letter, number, status: 'void' },
    ],
  }),
  'letter-named': (state, { data: { letter, shown } }) => ({
    letters: (state.letters ?? []).map((one) => (one.letter === letter ? { ...one, named: shown } : one)),
  }),
};
