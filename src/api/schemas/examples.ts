/** Examples of the OpenAPI document by the name of their schema; a test holds each to its schema. */

const receivedAt = '2026-12-01T09:00:00+07:00';
const dueAt = '2026-12-01T09:19:00+07:00';
const number = 'KLT-2026-7F3K9Q';
const title = { id: 'Peminjaman ruang rapat', en: 'Booking the meeting room' };
const service = { id: 'ruang-rapat', title, version: 1 };
const keeper = { id: 'Pengelola Ruang Rapat', en: 'Keeper of the meeting room' };
const step = { id: 'verifikasi', title: { id: 'Periksa surat', en: 'Check the letter' } };
const file = {
  id: '019aa0b4-6f6e-7c31-9d55-3c1f4f1f2a10',
  requirement: 'surat-peminjaman',
  name: 'surat-peminjaman.pdf',
  type: 'application/pdf',
  size: 81_234,
  givenBy: 'applicant',
} as const;
const promise = {
  printed: '19 menit',
  time: { basis: 'working', months: 0, days: 0, hours: 0, minutes: 19 },
  words: { id: '19 menit pada jam kerja', en: '19 minutes within working hours' },
  lawful: null,
  starts: 'received',
} as const;
const answers = {
  instansi: 'dinas-pendidikan',
  nama: 'Dian Contoh',
  surel: 'dian@klaten.example',
  acara: 'Rapat koordinasi operator sekolah',
  waktu: { date: '2026-12-08', from: '09:00', to: '11:00' },
};
const received = {
  at: receivedAt,
  kind: 'submitted',
  title: { id: 'Permohonan diterima', en: 'Request received' },
  who: { id: 'Pemohon', en: 'Applicant' },
  step: null,
  action: null,
  text: null,
  explained: null,
  missing: [],
  files: [file.id],
  secrets: [],
};
const facts = {
  number,
  government: 'klaten',
  service,
  state: 'in-progress',
  waitingFor: { position: 'pengelola-ruang-rapat', title: keeper, positions: ['pengelola-ruang-rapat'] },
  class: null,
  receivedAt,
  dueAt,
  derivation: ['Diterima Selasa, 1 Desember 2026, 09.00 WIB.', 'Jatuh tempo pukul 09.19 WIB.'],
  timeLeft: { days: 0, minutes: 14, late: false },
  version: 2,
  erased: false,
  files: [file],
};
const complete = {
  action: 'complete',
  kind: 'forward',
  label: null,
  inputSchema: {
    type: 'object',
    properties: { checklist: { type: 'object', properties: { 'jadwal-kosong': { const: true } } } },
    required: ['checklist'],
  },
  example: { checklist: { 'surat-peminjaman': true, 'jadwal-kosong': true } },
};
const person = {
  name: 'Dian Contoh',
  agency: 'dinas-pendidikan',
  subject: 'Rapat koordinasi operator sekolah',
};

export const examples: Readonly<Record<string, unknown>> = {
  GovernmentList: {
    items: [
      {
        id: 'klaten',
        name: 'Kabupaten Klaten',
        kind: 'kabupaten',
        office: {
          name: 'Dinas Komunikasi dan Informatika',
          shortName: { id: 'Diskominfo', en: 'Communication office' },
          address: 'Klaten',
        },
        timeZone: 'Asia/Jakarta',
        contacts: [{ kind: 'email', label: { id: 'Surel', en: 'E-mail' }, value: 'layanan@klaten.example' }],
        website: null,
        services: 11,
      },
    ],
  },
  ServiceList: {
    items: [
      {
        id: 'ruang-rapat',
        government: 'klaten',
        title,
        summary: { id: 'Pinjam ruang rapat.', en: 'Borrow the meeting room.' },
        version: 1,
        promise,
        fee: { free: true, total: 0, amounts: [] },
        eligibility: ['agency'],
        atCounter: false,
      },
    ],
  },
  Submission: { answers },
  ServiceExample: {
    answers,
    files: [{ requirement: file.requirement, fileName: file.name, contentType: file.type }],
  },
  Receipt: {
    number,
    trackingKey: 'MNYH-HGVS-H69M-KDX3-H64S-PPZQ-BG6K',
    receivedAt,
    dueAt,
    derivation: facts.derivation,
  },
  Request: {
    ...facts,
    secrets: [],
    demand: null,
    refusal: null,
    remedies: [{ id: 'Ajukan keberatan tertulis.', en: 'Object in writing.' }],
    timeline: [received],
  },
  Resubmission: { note: 'Surat sudah ditandatangani.' },
  Withdrawal: { reason: 'Acara ditunda.' },
  Message: { text: 'Apakah pengeras suara tersedia?' },
  Changed: { number, version: 3, state: 'in-progress' },
  OpenedSecret: { secret: 'sandi-pertama-sekali-pakai' },
  DeskList: {
    items: [
      {
        number,
        service,
        state: 'in-progress',
        step,
        receivedAt,
        dueAt,
        overdue: false,
        applicant: person,
        takenBy: null,
        version: 2,
      },
    ],
    next: null,
  },
  DeskRequest: {
    ...facts,
    standpoint: 'part',
    step: { ...step, kind: 'check' },
    stepDueAt: null,
    dueAtIfExtended: null,
    classes: [],
    applicant: { kind: 'agency', ...person },
    identityApart: false,
    answers,
    actions: [complete],
    timeline: [{ ...received, position: 1, official: null, acting: null, addressees: [], recorded: null }],
  },
  Action: complete,
  ActionInput: { action: 'complete', version: 2, ...complete.example },
  Problem: {
    type: 'urn:pendopo:fault:stale-version',
    title: 'Keadaan sudah berubah',
    status: 409,
    detail: 'Permohonan ini berubah sejak Anda membukanya. Lihat apa yang berubah, lalu putuskan lagi.',
    code: 'stale-version',
  },
};
