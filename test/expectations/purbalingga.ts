import { check, dispose, fulfil, handOver, type ExpectedService } from './types.ts';

/** Row 3, WIB. How the deadlines are counted stands in services.ts. */
export const purbalingga: readonly ExpectedService[] = [
  {
    row: 3,
    government: 'purbalingga',
    service: 'internet-jaringan',
    eligibility: ['agency'],
    steps: [
      check('periksa', 'kabid-informatika'),
      dispose('penugasan', 'kabid-informatika', ['teknisi-jaringan']),
      fulfil('kunjungan', 'teknisi-jaringan'),
      handOver('serah-terima', 'teknisi-jaringan'),
    ],
    returnsAt: ['periksa'],
    refusesAt: ['periksa'],
    printed: '1 Hari kerja',
    promise: { basis: 'working', days: 1 },
    requirements: [{ item: 1, as: 'upload-or-srikandi-number' }],
    fee: 0,
    staffing: 4,
    survey: 'not-stated',
    deadlines: [
      // Tuesday: the close of Wednesday.
      { received: '2026-07-14T10:00:00+07:00', due: '2026-07-15T16:00:00+07:00' },
      // Thursday: the close of Friday, half an hour later than on other days.
      { received: '2026-07-16T08:00:00+07:00', due: '2026-07-17T16:30:00+07:00' },
      // Friday; then a weekend and Monday 17 August, a holiday: the close of Tuesday.
      { received: '2026-08-14T15:00:00+07:00', due: '2026-08-18T16:00:00+07:00' },
    ],
  },
];
