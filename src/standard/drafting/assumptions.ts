/** What the decree does not say and was assumed: everything a reviewer, and later whoever compares, should know. */
import type { Service } from '../model/service.ts';
import { readPromisedTime } from '../../working-time/index.ts';
import { readChannels } from './channels.ts';
import type { DraftComponents, Running } from './model.ts';

type Assumption = Service['assumptions'][number];

const say = (at: string, id: string, en: string): Assumption => ({ at, text: { id, en } });

const UNITS = ['months', 'days', 'hours', 'minutes', 'basis'] as const;

function aboutClasses(): Assumption[] {
  return [
    say(
      'steps.classes',
      'Golongan dibaca dari kata-kata jangka waktu; yang menetapkannya diandaikan pemeriksa berkas.',
      'The classes were read from the words of the promised time; that whoever checks the papers sets them is assumed.',
    ),
  ];
}

function aboutTime({ time }: DraftComponents): Assumption[] {
  const { promise: printed } = readPromisedTime(time.text);
  const { promise } = time;
  if (promise === null || (printed !== null && UNITS.every((unit) => printed[unit] === promise[unit])))
    return [];
  return [
    say(
      'promise',
      `Waktu "${time.text || '(tidak dimuat)'}" tidak terbaca dengan satu cara; peninjau menetapkan pembacaannya.`,
      `The time "${time.text || '(not stated)'}" cannot be read in one way only; the reviewer settled its reading.`,
    ),
  ];
}

function aboutSteps({ steps, positions }: Running): Assumption[] {
  const added = steps.filter(({ component }) => component === null).map(({ title }) => title);
  return [
    ...(added.length > 0
      ? [
          say(
            'steps',
            `Prosedur tidak memuat tahapan berikut; ditambahkan agar permohonan diperiksa dan selesai: ${added.map(({ id }) => id).join('; ')}.`,
            `The procedure does not name these steps; they were added so that a request is checked and ends: ${added.map(({ en }) => en).join('; ')}.`,
          ),
        ]
      : []),
    ...(positions.length > 0
      ? [
          say(
            'steps.positions',
            `Jabatan pelaksana dibaca dari kata-kata prosedur: ${positions.map(({ title }) => title.id).join('; ')}.`,
            `The posts were read from the words of the procedure: ${positions.map(({ title }) => title.en).join('; ')}.`,
          ),
        ]
      : []),
    say(
      'steps.grounds',
      'Standar tidak menyebut alasan penolakan; hanya persyaratan yang tidak dipenuhi.',
      'The standard names no grounds of refusal; only requirements that are not met.',
    ),
  ];
}

function aboutComponents({ complaints, staffing, fee }: DraftComponents): Assumption[] {
  return [
    ...(readChannels(complaints.items).length === 0
      ? [
          say(
            'components.complaints.channels',
            'Keputusan tidak menyebut saluran pengaduan yang dapat dihubungi; kontak kantor dipakai.',
            'The decree names no channel of complaint that can be reached; the contacts of the office are used.',
          ),
        ]
      : []),
    ...(staffing.count === null || staffing.count < 1
      ? [
          say(
            'components.staffing.count',
            'Jumlah pelaksana tidak terbaca; dianggap satu orang.',
            'The number of staff could not be read; one person is assumed.',
          ),
        ]
      : []),
    ...(fee.amounts.length > 1
      ? [
          say(
            'fee.byCase',
            'Keputusan menyebut beberapa tarif; dianggap satu saja yang dibayar, menurut jenisnya, bukan seluruhnya.',
            'The decree names several amounts; it is assumed that one of them is paid, by case, and not all together.',
          ),
        ]
      : []),
    ...(fee.amounts.some(({ idr }) => !fee.text.replaceAll(/[.\s]/g, '').includes(String(idr)))
      ? [
          say(
            'fee',
            'Keputusan tidak mencetak tarifnya; peninjau mengisinya menurut peraturan yang ditunjuk.',
            'The decree does not print the tariff; the reviewer entered it from the regulation it refers to.',
          ),
        ]
      : []),
  ];
}

/** Everything assumed about one service, for its own `assumptions`. */
export const assumptionsAbout = (components: DraftComponents, running: Running): Assumption[] => [
  ...(running.classes.length > 1 ? aboutClasses() : aboutTime(components)),
  ...aboutSteps(running),
  ...aboutComponents(components),
  say(
    'eligibility',
    'Yang berhak mengajukan dibaca dari kata-kata persyaratan dan prosedur.',
    'Who may ask was read from the words of the requirements and the procedure.',
  ),
  say(
    'requirements.bring',
    'Standar tidak menyebut mana yang diunggah; surat dan salinan diunggah, selebihnya diperiksa petugas.',
    'The standard does not say what is uploaded; letters and copies are, officers look at the rest.',
  ),
  say(
    'form',
    'Nama, kontak, dan keperluan ditanyakan semata-mata untuk melayani; pertanyaan lain mengikuti persyaratan.',
    'Name, contact and purpose are asked only in order to serve; other questions follow the requirements.',
  ),
  say(
    'remedies',
    'Upaya hukum tidak disebut dalam standar; diambil dari undang-undang.',
    'The standard does not name remedies; they are taken from the law.',
  ),
  say(
    'duties',
    'Jangka waktu kewajiban atas janji yang dilanggar tidak disebut; 5 hari kerja adalah asumsi.',
    'No time is given for the duties after a broken promise; 5 working days is assumed.',
  ),
];
