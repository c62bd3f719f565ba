import { assess, check, classify, dispose, fulfil, handOver, type ExpectedService } from './types.ts';

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

/** Complaints about a service, told beside the list of fifteen: classes set the promise. Its row is the next one. */
export const purbalinggaComplaints: readonly ExpectedService[] = [
  {
    row: 16,
    government: 'purbalingga',
    service: 'pengaduan-layanan',
    eligibility: ['citizen', 'legal-body'],
    steps: [
      check('terima', 'pejabat-pengaduan'),
      classify('klasifikasi', 'pejabat-pengaduan'),
      assess('penanganan', ['tim-pengaduan']),
      fulfil('jawaban', 'pejabat-pengaduan'),
    ],
    returnsAt: ['terima', 'penanganan'],
    refusesAt: [],
    printed:
      'Pengaduan ringan, Selambat-lambatnya 5 hari kerja; Pengaduan bersifat normatif, Selambat-lambatnya 5 hari ' +
      'kerja; Pengaduan tidak berkadar pengawasan, Selambat-lambatnya 14 hari kerja; Pengaduan berkadar ' +
      'pengawasan dan memerlukan pemeriksaan, selambat-lambatnya 60 hari kerja',
    promise: { basis: 'working', days: 60 },
    requirements: [{ item: 1, as: 'form-or-upload' }],
    fee: 0,
    staffing: 2,
    survey: 'not-stated',
    identityProtected: true,
    deadlines: [
      // Not classified yet: the longest class. After Monday 6 July the month has 19 working days, August 19 (21 weekdays
      // without Monday 17 and Tuesday 25), September 22: the 60th is Wednesday 30 September.
      { received: '2026-07-06T10:00:00+07:00', due: '2026-09-30T16:00:00+07:00' },
      // The reporter was asked on Tuesday and explained on Thursday: the 59 days left count from Thursday on.
      {
        received: '2026-07-06T10:00:00+07:00',
        pauses: [['2026-07-07T09:00:00+07:00', '2026-07-09T09:00:00+07:00']],
        due: '2026-10-02T16:30:00+07:00',
      },
    ],
    classes: {
      received: '2026-07-06T10:00:00+07:00',
      due: {
        ringan: '2026-07-13T16:00:00+07:00',
        normatif: '2026-07-13T16:00:00+07:00',
        'tidak-berkadar-pengawasan': '2026-07-24T16:30:00+07:00',
        'berkadar-pengawasan': '2026-09-30T16:00:00+07:00',
      },
    },
  },
];
