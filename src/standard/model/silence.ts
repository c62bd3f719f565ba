import type { Promised, Text } from './basics.ts';
import type { Service } from './service.ts';

/** A duty as pages and rules know it, whether the decree or the law opens it. */
export interface OpenableDuty {
  readonly id: string;
  readonly title: Text;
  readonly within: Promised;
}

/**
 * What opens for the legal division once a deadline has passed where silence may count as an approval (UU 30/2014 art. 53,
 * as changed by art. 175 of UU 6/2023). The law says what silence means; whether it means it here is for lawyers to say, and
 * nothing is granted by itself. Five working days to say it: our assumption.
 */
export const SILENCE_DUTY: OpenableDuty = {
  id: 'potensi-fiktif-positif',
  title: {
    id: 'Telaah potensi fiktif positif (UU 30/2014 Pasal 53)',
    en: 'Examine whether silence means approval (UU 30/2014 art. 53)',
  },
  within: { basis: 'working', months: 0, days: 5, hours: 0, minutes: 0 },
};

/** Every duty that a broken promise of this service may open: the decree's own, then what the law adds. */
export const dutiesOf = ({
  duties,
  silence,
}: Pick<Service, 'duties' | 'silence'>): readonly OpenableDuty[] =>
  silence === 'potential-approval' ? [...duties, SILENCE_DUTY] : duties;
