/** Words of the messages that go out, in both languages. Pure; nothing personal but the greeting. */
import type { Words } from '../ground/index.ts';
import type { Lang } from '../working-time/index.ts';

export type MessageTemplate =
  | 'received'
  | 'returned'
  | 'refused'
  | 'closed'
  | 'delivered'
  | 'extended'
  | 'cancelled'
  | 'overdue'
  | 'comment'
  | 'deadline-moved';

/** What a message may speak of; texts are already in the message's language. */
export interface MessageFacts {
  readonly number: string;
  readonly service: string;
  readonly government: string;
  readonly name: string | null;
  /** The deadline in words, or null while the clock stands. */
  readonly due: string | null;
  readonly trackUrl: string;
  readonly trackingKey?: string;
  readonly missing?: readonly string[];
  readonly text?: string;
  readonly remedies?: readonly string[];
}

export interface Message {
  readonly subject: string;
  readonly text: string;
}

type Template = (facts: MessageFacts) => { readonly subject: Words; readonly body: Words };

const list = (items: readonly string[] = []): string => items.map((item) => `- ${item}`).join('\n');
const key = (facts: MessageFacts): Words =>
  facts.trackingKey === undefined
    ? {
        id: 'Lacak dengan nomor dan kunci pada tanda terima Anda:',
        en: 'Track it with the number and key on your receipt:',
      }
    : {
        id: `Kunci lacak: ${facts.trackingKey}\nSimpan kunci ini; jangan berikan kepada siapa pun.\nLacak di:`,
        en: `Tracking key: ${facts.trackingKey}\nKeep this key; give it to nobody.\nTrack it at:`,
      };
const dueWords = (facts: MessageFacts): Words =>
  facts.due === null
    ? { id: 'Waktu belum berjalan.', en: 'The clock is not running yet.' }
    : { id: `Selesai paling lambat: ${facts.due}.`, en: `Done by: ${facts.due}.` };

const templates: Readonly<Record<MessageTemplate, Template>> = {
  received: (f) => ({
    subject: { id: `Permohonan ${f.number} diterima`, en: `Request ${f.number} received` },
    body: {
      id: `Permohonan Anda untuk ${f.service} sudah kami terima.\nNomor: ${f.number}\n${dueWords(f).id}`,
      en: `We have received your request for ${f.service}.\nNumber: ${f.number}\n${dueWords(f).en}`,
    },
  }),
  returned: (f) => ({
    subject: {
      id: `Permohonan ${f.number} perlu dilengkapi`,
      en: `Request ${f.number} needs something from you`,
    },
    body: {
      id: `Ada yang kurang pada permohonan Anda untuk ${f.service}:\n${list(f.missing)}\n${f.text ?? ''}\nWaktu berhenti dihitung sampai Anda melengkapinya.`,
      en: `Something is missing in your request for ${f.service}:\n${list(f.missing)}\n${f.text ?? ''}\nThe clock stands until you have completed it.`,
    },
  }),
  refused: (f) => ({
    subject: { id: `Keputusan atas permohonan ${f.number}`, en: `Decision on request ${f.number}` },
    body: {
      id: `Permohonan Anda untuk ${f.service} ditolak.\nDasar dan alasan: ${f.text ?? ''}\n\nYang dapat Anda lakukan:\n${list(f.remedies)}`,
      en: `Your request for ${f.service} was refused.\nGround and reason: ${f.text ?? ''}\n\nWhat you can do:\n${list(f.remedies)}`,
    },
  }),
  closed: (f) => ({
    subject: { id: `Permohonan ${f.number} selesai`, en: `Request ${f.number} is done` },
    body: {
      id: `Permohonan Anda untuk ${f.service} sudah selesai. Hasilnya dapat dilihat di halaman lacak.`,
      en: `Your request for ${f.service} is done. See the result on the tracking page.`,
    },
  }),
  delivered: (f) => ({
    subject: {
      id: `Hasil permohonan ${f.number} sudah diserahkan`,
      en: `The result of request ${f.number} was delivered`,
    },
    body: {
      id: `Hasil permohonan Anda untuk ${f.service} sudah diserahkan. Buka halaman lacak untuk melihat atau mengunduhnya.`,
      en: `The result of your request for ${f.service} was delivered. Open the tracking page to see or download it.`,
    },
  }),
  extended: (f) => ({
    subject: {
      id: `Waktu permohonan ${f.number} diperpanjang`,
      en: `The time for request ${f.number} was extended`,
    },
    body: {
      id: `Waktu untuk ${f.service} diperpanjang dengan alasan: ${f.text ?? ''}\n${dueWords(f).id}`,
      en: `The time for ${f.service} was extended for this reason: ${f.text ?? ''}\n${dueWords(f).en}`,
    },
  }),
  cancelled: (f) => ({
    subject: { id: `Permohonan ${f.number} dibatalkan`, en: `Request ${f.number} was cancelled` },
    body: {
      id: `Permohonan Anda untuk ${f.service} dibatalkan oleh kantor. Alasan: ${f.text ?? ''}\n\nYang dapat Anda lakukan:\n${list(f.remedies)}`,
      en: `Your request for ${f.service} was cancelled by the office. Reason: ${f.text ?? ''}\n\nWhat you can do:\n${list(f.remedies)}`,
    },
  }),
  overdue: (f) => ({
    subject: { id: `Terlambat: ${f.number}`, en: `Overdue: ${f.number}` },
    body: {
      id: `Permohonan ${f.number} (${f.service}) melewati tenggatnya: ${f.due ?? ''}. Periksa dan tindak lanjuti.`,
      en: `Request ${f.number} (${f.service}) has passed its deadline: ${f.due ?? ''}. Please look into it.`,
    },
  }),
  comment: (f) => ({
    subject: { id: `Pesan tentang permohonan ${f.number}`, en: `A message about request ${f.number}` },
    body: {
      id: `Petugas menulis tentang permohonan Anda untuk ${f.service}:\n${f.text ?? ''}`,
      en: `An official wrote about your request for ${f.service}:\n${f.text ?? ''}`,
    },
  }),
  'deadline-moved': (f) => ({
    subject: {
      id: `Tenggat permohonan ${f.number} berubah`,
      en: `The deadline of request ${f.number} changed`,
    },
    body: {
      id: `Kalender kerja berubah. ${dueWords(f).id}`,
      en: `The working calendar changed. ${dueWords(f).en}`,
    },
  }),
};

const greeting = (facts: MessageFacts): Words =>
  facts.name === null
    ? { id: 'Yth. Pemohon,', en: 'Dear applicant,' }
    : { id: `Yth. ${facts.name},`, en: `Dear ${facts.name},` };

/** A message ready to send: subject and plain text in one language. */
export function writeMessage(template: MessageTemplate, facts: MessageFacts, lang: Lang): Message {
  const { subject, body } = templates[template](facts);
  const lines = [
    greeting(facts)[lang],
    '',
    body[lang].trim(),
    '',
    template === 'overdue' ? '' : key(facts)[lang],
    facts.trackUrl,
    '',
    facts.government,
  ];
  return { subject: subject[lang], text: lines.join('\n') };
}
