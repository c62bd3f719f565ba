import { assess, check, dispose, fulfil, handOver, type ExpectedService } from './types.ts';

const verifier = ['ahli-sandi-2', 'surat-perintah-verifikator'];

/** Rows 1 and 2, WITA. How the deadlines are counted stands in services.ts. */
export const klungkung: readonly ExpectedService[] = [
  {
    row: 1,
    government: 'klungkung',
    service: 'email-resmi',
    eligibility: ['agency', 'official'],
    steps: [
      check('terima', 'petugas-surat'),
      dispose('disposisi-kadis', 'kepala-dinas', ['kabid-telematika']),
      dispose('disposisi-kabid', 'kabid-telematika', ['kasi-layanan-data']),
      fulfil('pembuatan', 'kasi-layanan-data'),
    ],
    returnsAt: ['terima'],
    refusesAt: ['disposisi-kadis'],
    printed: '30 Menit',
    promise: { basis: 'working', minutes: 30 },
    requirements: [{ item: 1, as: 'upload' }],
    fee: 0,
    staffing: 3,
    survey: 'year',
    deadlines: [
      // Tuesday morning, inside office hours: 09:10 and half an hour.
      { received: '2026-07-14T09:10:00+08:00', due: '2026-07-14T09:40:00+08:00' },
      // Friday 11:15: a quarter of an hour until the break at 11:30, the other from 13:00.
      { received: '2026-07-17T11:15:00+08:00', due: '2026-07-17T13:15:00+08:00' },
      // Saturday; Monday 17 August is a holiday, so it opens on Tuesday 07:30.
      { received: '2026-08-15T10:00:00+08:00', due: '2026-08-18T08:00:00+08:00' },
    ],
  },
  {
    row: 2,
    government: 'klungkung',
    service: 'tanda-tangan-elektronik',
    eligibility: ['official', 'village-government'],
    steps: [
      check('terima', 'kasi-persandian'),
      { ...assess('verifikasi', ['analis-persandian']), hardCompetence: verifier },
      { ...fulfil('penerbitan', 'analis-persandian'), hardCompetence: verifier },
      handOver('bimbingan', 'kasi-persandian'),
    ],
    returnsAt: ['terima', 'verifikasi'],
    refusesAt: ['verifikasi'],
    printed: '14 (empat belas) hari',
    promise: { basis: 'unspecified', days: 14 },
    requirements: [
      { item: 1, as: 'checked' },
      { item: 2, as: 'upload' },
      { item: 3, as: 'upload', personal: true },
    ],
    fee: 0,
    staffing: 2,
    survey: 'year',
    // "Hari" without "kerja": calendar days, the last one moved to a working day, due at its close.
    deadlines: [
      // 3 + 14 = 17 August, a holiday: Tuesday the 18th, which closes at 16:00.
      { received: '2026-08-03T09:00:00+08:00', due: '2026-08-18T16:00:00+08:00' },
      // Thursday after closing counts as Friday 17 July; 14 days on is Friday 31 July, closing 16:30.
      { received: '2026-07-16T16:30:00+08:00', due: '2026-07-31T16:30:00+08:00' },
      // 4 + 14 = 18 March; 18, 19, 20 closed, weekend, 23, 24 closed: Wednesday the 25th, after Ramadan.
      { received: '2026-03-04T10:00:00+08:00', due: '2026-03-25T16:00:00+08:00' },
    ],
  },
];
