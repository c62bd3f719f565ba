import { stringify } from 'yaml';
import type { DefinitionFile } from '../../src/standard/index.ts';

/** A definition as plain data, free to be spoilt by a test. */
export type Plain = Record<string, any>; // eslint-disable-line typescript/no-explicit-any -- tests plant faults of any shape

const both = (text: string): Plain => ({ id: text, en: text });
const items = (...texts: string[]): Plain => ({ items: texts });

/** The smallest service that breaks no rule, with one of everything that rules look at. */
export function sampleService(): Plain {
  return {
    id: 'surat',
    title: both('Surat'),
    summary: both('Surat keterangan'),
    keywords: ['keterangan'],
    office: 'dinas',
    decree: { number: null, date: null, title: 'Keputusan' },
    validFrom: '2025-01-01',
    components: {
      requirements: items('Surat permohonan', 'KTP'),
      procedure: items('Diperiksa', 'Diserahkan'),
      time: { text: '10 (sepuluh) hari kerja' },
      fee: { text: 'Gratis' },
      product: items('Surat'),
      complaints: { items: ['Kotak'], channels: [{ kind: 'box', label: both('Kotak') }] },
      legalBasis: items('UU 25/2009'),
      facilities: items('Meja'),
      competence: items('Teliti'),
      supervision: items('Atasan'),
      staffing: { text: '2 orang', count: 2 },
      serviceGuarantee: items('Cepat'),
      safetyGuarantee: items('Aman'),
      evaluation: items('Setiap tahun'),
    },
    eligibility: { kinds: ['citizen', 'agency'] },
    promise: { basis: 'working', days: 10 },
    fee: { free: true },
    form: [
      {
        id: 'pemohon',
        title: both('Pemohon'),
        questions: [
          {
            type: 'choice',
            id: 'golongan',
            label: both('Golongan'),
            use: 'applicant-kind',
            options: [
              { value: 'citizen', label: both('Warga') },
              { value: 'agency', label: both('Instansi') },
            ],
          },
          { type: 'text', id: 'nama', label: both('Nama'), use: 'applicant-name' },
          { type: 'phone', id: 'telepon', label: both('Telepon'), use: 'applicant-phone' },
          {
            type: 'agency',
            id: 'instansi',
            label: both('Instansi'),
            use: 'applicant-agency',
            when: { question: 'golongan', is: ['agency'] },
          },
          { type: 'number', id: 'lembar', label: both('Lembar'), unit: 'lembar', required: false, max: 10 },
        ],
      },
    ],
    requirements: [
      { id: 'surat-permohonan', label: both('Surat permohonan'), component: 1, bring: 'file' },
      {
        id: 'ktp',
        label: both('KTP'),
        component: 2,
        bring: 'file',
        when: { question: 'golongan', is: ['citizen'] },
      },
    ],
    steps: [
      {
        kind: 'check',
        id: 'periksa',
        title: both('Periksa'),
        positions: ['petugas'],
        component: 1,
        outcomes: { complete: { to: 'disposisi' }, return: {} },
      },
      {
        kind: 'dispose',
        id: 'disposisi',
        title: both('Disposisi'),
        positions: ['kepala'],
        addressees: ['petugas'],
        outcomes: { dispose: { to: 'nilai' } },
      },
      {
        kind: 'assess',
        id: 'nilai',
        title: both('Nilai'),
        assignedBy: 'disposisi',
        grounds: [{ id: 'tidak-layak', text: both('Tidak layak') }],
        outcomes: { pass: { to: 'serahkan' }, fail: { to: 'periksa' }, refuse: {} },
      },
      {
        kind: 'fulfil',
        id: 'serahkan',
        title: both('Serahkan'),
        positions: ['petugas'],
        component: 2,
        competence: { codes: ['ahli'], hard: true },
        fields: [{ type: 'text', id: 'nomor', label: both('Nomor') }],
        evidence: ['text'],
        outcomes: { fulfil: { to: 'closed' } },
      },
    ],
    product: { kind: 'answer', text: both('Surat') },
    remedies: [both('Keberatan')],
    survey: { every: 'year' },
    supervisors: ['kepala'],
    evaluators: ['penilai'],
    example: {
      answers: { golongan: 'citizen', nama: 'Budi Contoh', telepon: '081234567890' },
      files: [
        { requirement: 'surat-permohonan', fileName: 'surat.pdf', contentType: 'application/pdf' },
        { requirement: 'ktp', fileName: 'ktp.jpg', contentType: 'image/jpeg' },
      ],
    },
  };
}

function official(id: string): Plain {
  return {
    id,
    name: `${id} Contoh`,
    nip: null,
    rank: null,
    username: `${id}@contoh`,
    email: `${id}@example.org`,
    competences: [{ code: 'ahli', from: '2025-01-01', to: null, evidence: 'Sertifikat' }],
  };
}

export function sampleOrganisation(): Plain {
  return {
    agencies: [
      { id: 'dinas', name: 'Dinas', kind: 'agency', contact: 'petugas' },
      { id: 'luar', name: 'Ombudsman', kind: 'outside' },
    ],
    competences: [{ id: 'ahli', title: both('Ahli') }],
    positions: [
      { id: 'kepala', title: both('Kepala'), agency: 'dinas', superior: null, roles: ['administrator'] },
      { id: 'petugas', title: both('Petugas'), agency: 'dinas', superior: 'kepala' },
      { id: 'penilai', title: both('Penilai'), agency: 'luar', superior: null, roles: ['evaluator'] },
    ],
    officials: [official('ani'), official('budi'), official('citra')],
    holdings: [
      { position: 'kepala', official: 'ani', from: '2025-01-01' },
      { position: 'petugas', official: 'budi', from: '2025-01-01' },
      { position: 'penilai', official: 'citra', from: '2025-01-01' },
    ],
    instructions: [both('Tindak lanjuti')],
  };
}

export function sampleGovernment(): Plain {
  return {
    id: 'contoh',
    prefix: 'CTH',
    kind: 'kabupaten',
    name: 'Kabupaten Contoh',
    office: { agency: 'dinas', name: 'Dinas', shortName: both('Dinas'), address: 'Jalan Contoh 1' },
    accent: '#0f6a57',
    contacts: [{ kind: 'phone', label: both('Telepon'), value: '0272000000' }],
    counter: { week: { mon: ['08:00-12:00'] } },
    pledge: both('Maklumat'),
    privacy: { controller: 'Dinas', officer: 'Dinas', retention: both('Satu tahun') },
  };
}

export function sampleCalendar(): Plain {
  const hours = ['07:30-12:00', '13:00-16:00'];
  return {
    timeZone: 'Asia/Jakarta',
    knownUntil: '2027-12-31',
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
    regimes: [],
    closed: [],
  };
}

/** The four definitions of the sample as data, before they become files. */
export interface Sample {
  readonly government: Plain;
  readonly organisation: Plain;
  readonly calendar: Plain;
  readonly service: Plain;
}

export const sample = (): Sample => ({
  government: sampleGovernment(),
  organisation: sampleOrganisation(),
  calendar: sampleCalendar(),
  service: sampleService(),
});

/** Without aliases, which definitions may not use; tests share objects freely. */
export const yaml = (value: Plain): string => stringify(value, { aliasDuplicateObjects: false });

/** The sample as files of a directory. */
export function sampleFiles({ government, organisation, calendar, service }: Sample): DefinitionFile[] {
  return [
    { path: 'contoh/government.yaml', text: yaml(government) },
    { path: 'contoh/organisation.yaml', text: yaml(organisation) },
    { path: 'contoh/calendar.json', text: JSON.stringify(calendar, null, 2) },
    { path: 'contoh/services/surat.yaml', text: yaml(service) },
  ];
}
