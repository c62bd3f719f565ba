/** Words of the messages that go out, in both languages. Pure; nothing personal but the greeting. */
import type { Words } from '../ground/index.ts';
import type { Lang } from '../working-time/index.ts';

export type MessageTemplate =
  | 'received'
  | 'returned'
  | 'refused'
  | 'closed'
  | 'delivered'
  | 'withdrawal'
  | 'secret-replaced'
  | 'secret-renewed'
  | 'withdrawal-cancelled'
  | 'extended'
  | 'cancelled'
  | 'comment'
  | 'deadline-moved'
  | 'classified'
  | 'clock-started'
  | 'letter'
  | 'letter-void';

/** What a message may speak of; texts are already in the message's language. */
export interface MessageFacts {
  readonly number: string;
  readonly service: string;
  readonly government: string;
  readonly name: string | null;
  /** The deadline in words, or null while the clock stands. */
  readonly due: string | null;
  /** Whether the clock runs; only the standard's word says why it does not. */
  readonly clock: 'runs' | 'stands' | 'not-begun';
  /** How the deadline was found, a sentence a step. */
  readonly derivation: () => readonly string[];
  /** What was chosen for the request, such as its class. */
  readonly label?: string;
  /** Number of the letter that was issued or is void; its kind is the label. */
  readonly letter?: string;
  /** The deadline before a new calendar moved it, in words. */
  readonly dueBefore?: string;
  /** The decree that calendar rests on. */
  readonly decree?: string;
  readonly trackUrl: string;
  readonly trackingKey?: string;
  readonly missing?: readonly string[];
  readonly text?: string;
  readonly remedies?: readonly string[];
}

/** To whom, and where the request is found. */
export type Addressed = Pick<MessageFacts, 'name' | 'trackUrl' | 'trackingKey' | 'government'>;

export interface Message {
  readonly subject: string;
  readonly text: string;
}

type Template = (facts: MessageFacts) => { readonly subject: Words; readonly body: Words };

const list = (items: readonly string[] = []): string => items.map((item) => `- ${item}`).join('\n');
const key = (facts: Addressed): Words =>
  facts.trackingKey === undefined
    ? {
        id: 'Lacak dengan nomor dan kunci pada tanda terima Anda:',
        en: 'Track it with the number and key on your receipt:',
      }
    : {
        id: `Kunci lacak: ${facts.trackingKey}\nSimpan kunci ini; jangan berikan kepada siapa pun.\nLacak di:`,
        en: `Tracking key: ${facts.trackingKey}\nKeep this key; give it to nobody.\nTrack it at:`,
      };
const clockWords: Readonly<Record<'stands' | 'not-begun', Words>> = {
  stands: {
    id: 'Waktu sedang berhenti dihitung sampai Anda melengkapi yang kurang.',
    en: 'The clock stands until you have completed what is missing.',
  },
  'not-begun': {
    id: 'Waktu mulai dihitung ketika berkas dinyatakan lengkap. Tenggatnya kami beri tahukan saat itu.',
    en: 'The clock starts when the file is found complete. We will tell you the deadline then.',
  },
};

const dueWords = (facts: MessageFacts): Words => {
  if (facts.due === null) return clockWords[facts.clock === 'runs' ? 'stands' : facts.clock];
  return { id: `Selesai paling lambat: ${facts.due}.`, en: `Done by: ${facts.due}.` };
};

/** The deadline, or what is left while the clock stands, with the steps by which it was found: anybody can follow them with a wall calendar. */
const foundWords = (facts: MessageFacts, due = dueWords(facts)): Words => {
  const derivation = facts.derivation();
  if (derivation.length === 0) return due;
  const steps = list(derivation);
  return {
    id: `${due.id}\n\nBagaimana dihitung:\n${steps}`,
    en: `${due.en}\n\nHow it was found:\n${steps}`,
  };
};

/** What is asked after the deadline stops no clock: then there is one still, and it has passed. */
const askedWords = (facts: MessageFacts): Words =>
  facts.due === null
    ? dueWords(facts)
    : {
        id: `Tenggat kami sudah lewat: ${facts.due}. Kami mohon maaf. Waktu kami tidak berhenti selama menunggu Anda.`,
        en: `Our deadline has passed: ${facts.due}. We apologise. Our clock does not stop while we wait for you.`,
      };

const before = ({ dueBefore }: MessageFacts): Words =>
  dueBefore === undefined
    ? { id: '', en: '' }
    : { id: `Semula paling lambat: ${dueBefore}.\n`, en: `Before, it was: ${dueBefore}.\n` };

const templates: Readonly<Record<MessageTemplate, Template>> = {
  received: (f) => ({
    subject: { id: `Permohonan ${f.number} diterima`, en: `Request ${f.number} received` },
    body: {
      id: `Permohonan Anda untuk ${f.service} sudah kami terima.\nNomor: ${f.number}\n${foundWords(f).id}`,
      en: `We have received your request for ${f.service}.\nNumber: ${f.number}\n${foundWords(f).en}`,
    },
  }),
  returned: (f) => ({
    subject: {
      id: `Permohonan ${f.number} perlu dilengkapi`,
      en: `Request ${f.number} needs something from you`,
    },
    body: {
      id: `Ada yang kurang pada permohonan Anda untuk ${f.service}:\n${list(f.missing)}\n${f.text ?? ''}\n${foundWords(f, askedWords(f)).id}`,
      en: `Something is missing in your request for ${f.service}:\n${list(f.missing)}\n${f.text ?? ''}\n${foundWords(f, askedWords(f)).en}`,
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
  withdrawal: (f) => ({
    subject: {
      id: `Hasil permohonan ${f.number} dicabut`,
      en: `The result of request ${f.number} is withdrawn`,
    },
    body: {
      id: `Yang Anda terima dari permohonan untuk ${f.service} dicabut oleh kantor. Alasan: ${f.text ?? ''}\nBuka halaman lacak untuk melihat apa yang dicabut.\n\nYang dapat Anda lakukan:\n${list(f.remedies)}`,
      en: `What you received from your request for ${f.service} is withdrawn by the office. Reason: ${f.text ?? ''}\nSee on the tracking page what it is.\n\nWhat you can do:\n${list(f.remedies)}`,
    },
  }),
  'withdrawal-cancelled': (f) => ({
    subject: {
      id: `Hasil permohonan ${f.number} tetap berlaku`,
      en: `The result of request ${f.number} stays`,
    },
    body: {
      id: `Kami pernah memberi tahu bahwa yang Anda terima dari permohonan untuk ${f.service} akan dicabut. Pencabutan itu dibatalkan: hasilnya tetap dapat Anda pakai.`,
      en: `We told you that what you received from your request for ${f.service} would be withdrawn. That was taken back: you may go on using it.`,
    },
  }),
  'secret-replaced': (f) => ({
    subject: {
      id: `Permohonan ${f.number}: kata sandi Anda diganti oleh kantor`,
      en: `Request ${f.number}: the office replaces your password`,
    },
    body: {
      id: `Kantor membuat kata sandi baru untuk hasil permohonan Anda (${f.service}). Alasan: ${f.text ?? ''}\nBegitu yang baru siap, kata sandi yang lama tidak berlaku lagi, dan Anda mendapat pesan untuk membukanya. Bukan Anda yang memintanya? Segera hubungi kantor.`,
      en: `The office makes a new password for the result of your request (${f.service}). Reason: ${f.text ?? ''}\nOnce the new one is ready the old one stops working, and you get a message to open it. Did you not ask for this? Contact the office at once.`,
    },
  }),
  'secret-renewed': (f) => ({
    subject: {
      id: `Permohonan ${f.number}: kata sandi pertama yang baru siap dibuka`,
      en: `Request ${f.number}: a new first password is ready`,
    },
    body: {
      id: `Kata sandi pertama yang baru untuk hasil permohonan Anda (${f.service}) sudah dibuat. Buka halaman lacak dalam 14 hari dan tekan tombol untuk membukanya, satu kali. Kata sandi tidak pernah dikirim lewat surel.`,
      en: `A new first password for the result of your request (${f.service}) was made. Open the tracking page within 14 days and press the button to open it, once. Passwords are never sent by e-mail.`,
    },
  }),
  extended: (f) => ({
    subject: {
      id: `Waktu permohonan ${f.number} diperpanjang`,
      en: `The time for request ${f.number} was extended`,
    },
    body: {
      id: `Waktu untuk ${f.service} diperpanjang dengan alasan: ${f.text ?? ''}\n${foundWords(f).id}`,
      en: `The time for ${f.service} was extended for this reason: ${f.text ?? ''}\n${foundWords(f).en}`,
    },
  }),
  classified: (f) => ({
    subject: {
      id: `Permohonan ${f.number}: ${f.label ?? ''}`,
      en: `Request ${f.number}: ${f.label ?? ''}`,
    },
    body: {
      id: `Permohonan Anda untuk ${f.service} ditetapkan sebagai: ${f.label ?? ''}.\nAlasannya: ${f.text ?? ''}\n${foundWords(f).id}`,
      en: `Your request for ${f.service} was classified as: ${f.label ?? ''}.\nThe reason: ${f.text ?? ''}\n${foundWords(f).en}`,
    },
  }),
  'clock-started': (f) => ({
    subject: {
      id: `Permohonan ${f.number}: berkas lengkap, waktu mulai dihitung`,
      en: `Request ${f.number}: the file is complete, the clock has started`,
    },
    body: {
      id: `Berkas Anda untuk ${f.service} dinyatakan lengkap.\n${foundWords(f).id}`,
      en: `Your file for ${f.service} was found complete.\n${foundWords(f).en}`,
    },
  }),
  letter: (f) => ({
    subject: { id: `Surat untuk permohonan ${f.number}`, en: `A letter on request ${f.number}` },
    body: {
      id: `Surat untuk permohonan Anda (${f.service}) sudah terbit.\n${f.label ?? ''}\nNomor surat: ${f.letter ?? ''}\n\nUnduh surat itu di halaman lacak. Siapa pun dapat memeriksa keasliannya dengan kode yang tertera padanya.`,
      en: `A letter on your request (${f.service}) was issued.\n${f.label ?? ''}\nNumber of the letter: ${f.letter ?? ''}\n\nDownload it on the tracking page. Anybody can check that it is genuine by the code printed on it.`,
    },
  }),
  'letter-void': (f) => ({
    subject: {
      id: `Surat nomor ${f.letter ?? ''} dinyatakan batal`,
      en: `Letter number ${f.letter ?? ''} is declared void`,
    },
    body: {
      id: `Surat untuk permohonan Anda (${f.service}) dinyatakan batal oleh kantor dan tidak berlaku lagi.\n${f.label ?? ''}\nNomor surat: ${f.letter ?? ''}\nAlasan: ${f.text ?? ''}\n\nBila sudah Anda serahkan kepada pihak lain, beri tahu mereka. Halaman verifikasi juga menyatakan surat itu batal.`,
      en: `A letter on your request (${f.service}) was declared void by the office and does not count any more.\n${f.label ?? ''}\nNumber of the letter: ${f.letter ?? ''}\nReason: ${f.text ?? ''}\n\nIf you have given it to somebody, tell them. The verification page says so too.`,
    },
  }),
  cancelled: (f) => ({
    subject: { id: `Permohonan ${f.number} dibatalkan`, en: `Request ${f.number} was cancelled` },
    body: {
      id: `Permohonan Anda untuk ${f.service} dibatalkan oleh kantor. Alasan: ${f.text ?? ''}\n\nYang dapat Anda lakukan:\n${list(f.remedies)}`,
      en: `Your request for ${f.service} was cancelled by the office. Reason: ${f.text ?? ''}\n\nWhat you can do:\n${list(f.remedies)}`,
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
      id: `Kalender kerja kantor berubah${f.decree ? ` (${f.decree})` : ''}, sehingga tenggat permohonan Anda untuk ${f.service} dihitung kembali.\n${before(f).id}Anda tidak perlu melakukan apa-apa.\n${foundWords(f).id}`,
      en: `The office’s working calendar changed${f.decree ? ` (${f.decree})` : ''}, so the deadline of your request for ${f.service} was computed again.\n${before(f).en}You need not do anything.\n${foundWords(f).en}`,
    },
  }),
};

const greeting = (facts: Addressed): Words =>
  facts.name === null
    ? { id: 'Yth. Pemohon,', en: 'Dear applicant,' }
    : { id: `Yth. ${facts.name},`, en: `Dear ${facts.name},` };

/** A message ready to send: subject and plain text in one language. */
export const writeMessage = (template: MessageTemplate, facts: MessageFacts, lang: Lang): Message =>
  toApplicant(facts, templates[template](facts), lang);

/** What every message to an applicant has around its words: the greeting, the way to the request, the office. */
export function toApplicant(
  facts: Addressed,
  { subject, body }: { readonly subject: Words; readonly body: Words },
  lang: Lang,
): Message {
  const lines = [
    greeting(facts)[lang],
    '',
    body[lang].trim(),
    '',
    key(facts)[lang],
    facts.trackUrl,
    '',
    facts.government,
  ];
  return { subject: subject[lang], text: lines.join('\n') };
}
