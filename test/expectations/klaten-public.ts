import { assess, check, decide, dispose, fulfil, handOver, sign, type ExpectedService } from './types.ts';

/** Rows 10 to 14: decree 5/2024 of Klaten, chapters VII to XI, WIB. Counting is explained in services.ts. */
export const klatenPublic: readonly ExpectedService[] = [
  {
    row: 10,
    government: 'klaten',
    service: 'ruang-rapat',
    eligibility: ['agency'],
    steps: [
      check('verifikasi', 'pengelola-ruang-rapat'),
      decide('persetujuan', 'kasubbag-umum'),
      fulfil('konfirmasi', 'pengelola-ruang-rapat'),
    ],
    returnsAt: ['verifikasi'],
    refusesAt: ['persetujuan'],
    printed: '19 menit',
    promise: { basis: 'working', minutes: 19 },
    requirements: [{ item: 1, as: 'upload' }],
    fee: 0,
    staffing: 2,
    survey: 'half-year',
    deadlines: [
      { received: '2026-07-14T09:00:00+07:00', due: '2026-07-14T09:19:00+07:00' },
      // Ramadan, Monday: ten minutes until the break at 12:00, nine from 12:30.
      { received: '2026-02-23T11:50:00+07:00', due: '2026-02-23T12:39:00+07:00' },
      // Ten minutes until closing, nine on Tuesday from 07:30.
      { received: '2026-07-13T15:50:00+07:00', due: '2026-07-14T07:39:00+07:00' },
      // Returned after 5 of the 19 minutes, completed at 10:00: 14 are left.
      {
        received: '2026-07-14T09:00:00+07:00',
        pauses: [['2026-07-14T09:05:00+07:00', '2026-07-14T10:00:00+07:00']],
        due: '2026-07-14T10:14:00+07:00',
      },
    ],
  },
  {
    row: 11,
    government: 'klaten',
    service: 'informasi-publik',
    eligibility: ['citizen', 'legal-body'],
    steps: [
      check('kelengkapan', 'petugas-ppid'),
      decide('keputusan', 'ppid-utama'),
      fulfil('penyerahan', 'petugas-ppid'),
    ],
    returnsAt: ['kelengkapan'],
    refusesAt: ['keputusan'],
    printed: '17 hari 45 menit',
    promise: { basis: 'unspecified', days: 17, minutes: 45 },
    // UU 14/2008 art. 22(7), (8): never 17 at once.
    lawful: { promise: { basis: 'working', days: 10 }, extensionDays: 7 },
    requirements: [
      { item: 1, as: 'upload', onlyFor: ['citizen'], personal: true },
      { item: 2, as: 'upload', onlyFor: ['legal-body'] },
    ],
    fee: 0,
    staffing: 2,
    // "Every 6 months (as needed)", rows 11 to 14.
    survey: 'as-needed',
    deadlines: [
      // The lawful clock: 7-10 (4), 13-17 (9), 20 July (10).
      { received: '2026-07-06T10:00:00+07:00', due: '2026-07-20T16:00:00+07:00' },
      // Extended: 21-24 (14), 27, 28, 29 July (17).
      { received: '2026-07-06T10:00:00+07:00', extension: 7, due: '2026-07-29T16:00:00+07:00' },
      // Tuesday: 16-18 (3), 21-23 (6; 24, 25 closed), 28-31 December (10).
      { received: '2026-12-15T09:00:00+07:00', due: '2026-12-31T16:00:00+07:00' },
      // Extended over New Year: 4 January (11; the 1st and the 5th closed), 6-8 (14), 11, 12, 13 (17).
      { received: '2026-12-15T09:00:00+07:00', extension: 7, due: '2027-01-13T16:00:00+07:00' },
    ],
  },
  {
    row: 12,
    government: 'klaten',
    service: 'keberatan-informasi',
    eligibility: ['citizen', 'legal-body'],
    steps: [
      check('kelengkapan', 'petugas-ppid'),
      assess('telaah', ['atasan-ppid']),
      decide('keputusan', 'ppid-utama'),
      // UU 14/2008 art. 36(2) puts the answer on the superior: his signature is required.
      sign('tanda-tangan', 'atasan-ppid'),
      fulfil('penyerahan', 'petugas-ppid'),
    ],
    returnsAt: ['kelengkapan'],
    refusesAt: ['keputusan'],
    printed: '20 hari kerja 1 jam',
    promise: { basis: 'working', days: 20, hours: 1 },
    requirements: [
      { item: 1, as: 'upload', onlyFor: ['citizen'], personal: true },
      { item: 2, as: 'upload', onlyFor: ['legal-body'] },
      { item: 3, as: 'form-or-upload' },
    ],
    fee: 0,
    staffing: 2,
    survey: 'as-needed',
    deadlines: [
      // 7-10 (4), 13-17 (9), 20-24 (14), 27-31 July (19), 3 August (20); 10:00 and an hour.
      { received: '2026-07-06T10:00:00+07:00', due: '2026-08-03T11:00:00+07:00' },
      // Friday 16:00, half an hour before closing: 3-7 (5), 10-14 (10), 18-21 (14), 24 (15), 26-28 (18), 31 August
      // (19), 1 September (20). Tuesday closes at 16:00, so the hour starts on Wednesday 07:30.
      { received: '2026-07-31T16:00:00+07:00', due: '2026-09-02T08:30:00+07:00' },
    ],
  },
  {
    row: 13,
    government: 'klaten',
    service: 'pengaduan',
    // "Masyarakat": persons and legal bodies, UU 25/2009 art. 1. Staff report as the persons they are.
    eligibility: ['citizen', 'legal-body'],
    steps: [
      check('catat', 'petugas-pengaduan'),
      dispose('penerusan', 'petugas-pengaduan', 'agencies'),
      assess('jawaban-opd', 'addressee'),
      fulfil('penyampaian', 'petugas-pengaduan'),
    ],
    returnsAt: ['catat'],
    refusesAt: [],
    printed: '90 hari 2 jam 50 menit',
    promise: { basis: 'unspecified', days: 90, hours: 2, minutes: 50 },
    // The report is the form; proof only "if there is any".
    requirements: [{ item: 1, as: 'form-or-upload', optional: true }],
    fee: 0,
    staffing: 2,
    survey: 'as-needed',
    identityProtected: true,
    // "Hari" without "kerja": calendar days, then the working minutes of the hours.
    deadlines: [
      // 8 January and 90 days: 31 Jan is 23, 28 Feb 51, 31 Mar 82, 8 April 90, a Wednesday.
      { received: '2026-01-08T09:00:00+07:00', due: '2026-04-08T11:50:00+07:00' },
      // Saturday night counts as Monday 18 May 07:30; 90 days on is Sunday 16 August, the 17th is closed.
      { received: '2026-05-16T20:00:00+07:00', due: '2026-08-18T10:20:00+07:00' },
      // Returned 12 January, completed on the 15th: 3 days later than 8 April is Saturday, so Monday the 13th.
      {
        received: '2026-01-08T09:00:00+07:00',
        pauses: [['2026-01-12T10:00:00+07:00', '2026-01-15T14:00:00+07:00']],
        due: '2026-04-13T11:50:00+07:00',
      },
    ],
  },
  {
    row: 14,
    government: 'klaten',
    service: 'kehilangan-stnk',
    eligibility: ['citizen'],
    steps: [
      check('proses', 'petugas-rspd'),
      fulfil('surat', 'petugas-rspd'),
      handOver('tanda-tangan-pelapor', 'petugas-rspd'),
    ],
    returnsAt: ['proses'],
    refusesAt: [],
    printed: '7 menit',
    promise: { basis: 'working', minutes: 7 },
    requirements: [
      { item: 1, as: 'shown-at-counter' },
      { item: 2, as: 'shown-at-counter', personal: true },
    ],
    // Two broadcasts of Rp20,000.
    fee: 40_000,
    staffing: 1,
    survey: 'as-needed',
    atCounter: true,
    deadlines: [
      { received: '2026-07-15T10:00:00+07:00', due: '2026-07-15T10:07:00+07:00' },
      // Three minutes until the break, four after it.
      { received: '2026-07-14T11:57:00+07:00', due: '2026-07-14T13:04:00+07:00' },
    ],
  },
];
