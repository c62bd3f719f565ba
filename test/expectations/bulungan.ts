import { check, fulfil, type ExpectedService } from './types.ts';

/** Row 15, WITA. Hours that pass by day and night: no calendar is needed. */
export const bulungan: readonly ExpectedService[] = [
  {
    row: 15,
    government: 'bulungan',
    service: 'hosting-subdomain-email',
    eligibility: ['agency'],
    steps: [check('verifikasi', 'kabid-egov'), fulfil('registrasi', 'staf-egov')],
    returnsAt: ['verifikasi'],
    refusesAt: ['verifikasi'],
    printed: 'Maksimal 2×24 jam sejak berkas permohonan diterima dinas',
    promise: { basis: 'elapsed', hours: 48 },
    requirements: [{ item: 1, as: 'upload' }],
    fee: 0,
    staffing: 6,
    survey: 'year',
    deadlines: [
      // Two days later to the second.
      { received: '2026-07-14T09:10:37+08:00', due: '2026-07-16T09:10:37+08:00' },
      // Friday afternoon: due on a Sunday, offices closed or not.
      { received: '2026-07-17T16:00:00+08:00', due: '2026-07-19T16:00:00+08:00' },
      // Returned Monday 10:00, completed Tuesday 09:30: 23 h 30 min later than Wednesday 08:00.
      {
        received: '2026-07-13T08:00:00+08:00',
        pauses: [['2026-07-13T10:00:00+08:00', '2026-07-14T09:30:00+08:00']],
        due: '2026-07-16T07:30:00+08:00',
      },
    ],
  },
];
