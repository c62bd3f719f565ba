import {
  anyone,
  assess,
  check,
  decide,
  dispose,
  fulfil,
  handOver,
  sign,
  type ExpectedService,
} from './types.ts';

/** Rows 4 to 9: decree 5/2024 of Klaten, chapters I to VI, WIB. Counting is explained in services.ts. */
export const klatenInformatics: readonly ExpectedService[] = [
  {
    row: 4,
    government: 'klaten',
    service: 'penambahan-bandwidth',
    eligibility: ['agency'],
    steps: [
      check('verifikasi', 'kabid-informatika'),
      assess('peninjauan', ['staf-teknis']),
      decide('keputusan', 'kabid-informatika'),
      fulfil('pelaksanaan', 'staf-teknis'),
    ],
    returnsAt: ['verifikasi'],
    refusesAt: ['keputusan'],
    printed: '10 (Sepuluh) hari kerja',
    promise: { basis: 'working', days: 10 },
    requirements: [{ item: 1, as: 'upload' }],
    fee: 0,
    staffing: 3,
    survey: 'half-year',
    deadlines: [
      // 7, 8, 9, 10 July are 4 days; 13 to 17 make 9; Monday the 20th is the tenth.
      { received: '2026-07-06T09:00:00+07:00', due: '2026-07-20T16:00:00+07:00' },
      // Saturday counts as Monday 10 August: 11-14 (4), 18-21 (8; the 17th is closed), 24 (9), 26 (10; so is the 25th).
      { received: '2026-08-08T11:00:00+07:00', due: '2026-08-26T16:00:00+07:00' },
      // Due 20 July. Returned on the 8th with 9, 10, 13-17 and 20 left, 8 days; completed on the 10th,
      // so 13-17 (5), 20, 21, 22 (8).
      {
        received: '2026-07-06T09:00:00+07:00',
        pauses: [['2026-07-08T11:00:00+07:00', '2026-07-10T09:00:00+07:00']],
        due: '2026-07-22T16:00:00+07:00',
      },
    ],
  },
  {
    row: 5,
    government: 'klaten',
    service: 'aplikasi',
    eligibility: ['agency'],
    steps: [
      check('verifikasi', 'kabid-informatika'),
      assess('analisis', ['tim-teknis']),
      decide('keputusan', 'kabid-informatika'),
      fulfil('pembangunan', 'tim-teknis'),
      handOver('serah-terima', 'kabid-informatika'),
    ],
    returnsAt: ['verifikasi'],
    refusesAt: ['keputusan'],
    printed: '4 Bulan 21 Hari 16 Jam (Hari kerja)',
    promise: { basis: 'working', months: 4, days: 21, hours: 16 },
    requirements: [{ item: 1, as: 'upload' }],
    fee: 0,
    staffing: 4,
    survey: 'half-year',
    deadlines: [
      // Four months on: Tuesday 5 May. Working days after it: 6-8 (3), 11-13 (6; 14, 15 closed), 18-22 (11),
      // 25, 26 (13; 27, 28 closed), 29 (14), 2-5 June (18; the 1st closed), 8, 9, 10 (21). From Wednesday
      // 10 June 08:00: 7 h that day, 7.5 h on Thursday, the last 1.5 h on Friday from 07:30.
      { received: '2026-01-05T08:00:00+07:00', due: '2026-06-12T09:00:00+07:00' },
      // In Ramadan, Friday 10:00. Four months on: Saturday 27 June. After it: 29, 30 (2), 1-3 July (5),
      // 6-10 (10), 13-17 (15), 20-24 (20), Monday 27 (21). From 10:00: 5 h that day, 7.5 h on Tuesday,
      // the last 3.5 h on Wednesday from 07:30.
      { received: '2026-02-27T10:00:00+07:00', due: '2026-07-29T11:00:00+07:00' },
    ],
  },
  {
    row: 6,
    government: 'klaten',
    service: 'server-hosting',
    eligibility: ['agency'],
    steps: [
      check('verifikasi', 'kabid-informatika'),
      dispose('disposisi', 'kabid-informatika', ['staf-teknis']),
      assess('kapasitas', ['staf-teknis']),
      fulfil('penyediaan', 'staf-teknis'),
    ],
    returnsAt: ['verifikasi'],
    refusesAt: ['kapasitas'],
    printed: '3 Hari 1 Jam 15 Menit (Hari / Jam kerja)',
    promise: { basis: 'working', days: 3, hours: 1, minutes: 15 },
    requirements: [{ item: 1, as: 'upload' }],
    fee: 0,
    staffing: 3,
    survey: 'half-year',
    deadlines: [
      // Monday 09:00; the third day is Thursday, 09:00 and 75 minutes.
      { received: '2026-07-13T09:00:00+07:00', due: '2026-07-16T10:15:00+07:00' },
      // Thursday 15:30; 17, 20, 21 July; half an hour is left on Tuesday, 45 minutes go to Wednesday.
      { received: '2026-07-16T15:30:00+07:00', due: '2026-07-22T08:15:00+07:00' },
      // Friday 12:15 lies in the break and counts as 13:00; 20, 21, 22 July, 13:00 and 75 minutes.
      { received: '2026-07-17T12:15:00+07:00', due: '2026-07-22T14:15:00+07:00' },
    ],
  },
  {
    row: 7,
    government: 'klaten',
    service: 'sertifikat-elektronik',
    eligibility: ['official'],
    steps: [
      check('terima', 'kabid-informatika'),
      dispose('disposisi', 'kabid-informatika', ['subkoordinator-persandian']),
      assess('verifikasi', ['subkoordinator-persandian']),
      fulfil('penerbitan', 'staf-teknis'),
    ],
    returnsAt: ['terima', 'verifikasi'],
    refusesAt: ['verifikasi'],
    printed: '1 Hari 7 Jam 15 Menit (Hari / Jam kerja)',
    promise: { basis: 'working', days: 1, hours: 7, minutes: 15 },
    // The requirement says recommendation, the procedure application letter: one letter, a finding.
    requirements: [{ item: 1, as: 'upload' }],
    fee: 0,
    staffing: 3,
    survey: 'half-year',
    deadlines: [
      // Tuesday from 08:00: 4 h before and 3 h after the break; a quarter of an hour on Wednesday.
      { received: '2026-07-13T08:00:00+07:00', due: '2026-07-15T07:45:00+07:00' },
      // 14, 15 May closed, then a weekend: Monday the 18th from 10:00, 5 h; 2 h 15 min on Tuesday.
      { received: '2026-05-13T10:00:00+07:00', due: '2026-05-19T09:45:00+07:00' },
    ],
  },
  {
    row: 8,
    government: 'klaten',
    service: 'insiden-siber',
    eligibility: anyone,
    steps: [
      check('terima', 'kabid-informatika'),
      dispose('disposisi', 'kabid-informatika', ['subkoordinator-persandian']),
      assess('verifikasi', ['subkoordinator-persandian']),
      fulfil('penanganan', 'tim-csirt'),
    ],
    returnsAt: ['terima'],
    refusesAt: ['verifikasi'],
    printed: '6 Hari 2 Jam 15 Menit (Hari / Jam kerja)',
    promise: { basis: 'working', days: 6, hours: 2, minutes: 15 },
    requirements: [{ item: 1, as: 'form-or-upload' }],
    fee: 0,
    staffing: 3,
    survey: 'half-year',
    deadlines: [
      // 7, 8, 9, 10, 13, 14 July; Tuesday from 14:30 has 1.5 h, 45 minutes go to Wednesday.
      { received: '2026-07-06T14:30:00+07:00', due: '2026-07-15T08:15:00+07:00' },
      // Sunday night counts as Monday 21 December 07:30: 22, 23 (2; 24, 25 closed), 28, 29, 30, 31 (6).
      { received: '2026-12-20T22:00:00+07:00', due: '2026-12-31T09:45:00+07:00' },
    ],
  },
  {
    row: 9,
    government: 'klaten',
    service: 'apresiasi-kerentanan',
    eligibility: ['citizen'],
    steps: [
      check('terima', 'kabid-informatika'),
      dispose('disposisi', 'kabid-informatika', ['subkoordinator-persandian']),
      assess('verifikasi', ['subkoordinator-persandian']),
      assess('pengecekan', ['tim-csirt']),
      sign('penandatanganan', 'kepala-dinas'),
      fulfil('penyerahan', 'tim-csirt'),
    ],
    returnsAt: ['terima'],
    refusesAt: ['pengecekan'],
    printed: '2 Hari 1 Jam 5 Menit (Hari / Jam kerja)',
    promise: { basis: 'working', days: 2, hours: 1, minutes: 5 },
    requirements: [
      { item: 1, as: 'form-or-upload' },
      { item: 2, as: 'form-or-upload', personal: true },
    ],
    fee: 0,
    staffing: 3,
    survey: 'half-year',
    deadlines: [
      // Thursday 11:30: half an hour until the break, 35 minutes from 13:00.
      { received: '2026-07-14T11:30:00+07:00', due: '2026-07-16T13:35:00+07:00' },
      // Friday 17:00 counts as Monday 15 June 07:30; the 16th closed: 17, 18; 07:30 and 65 minutes.
      { received: '2026-06-12T17:00:00+07:00', due: '2026-06-18T08:35:00+07:00' },
    ],
  },
];
