/** Words of the messages to officials: Indonesian first, English below. They name the request and its time, and nobody. */
import type { Words } from '../ground/index.ts';
import type { Message } from './letters.ts';
import type { NoticeRule } from './model/notices.ts';

/** What a message to an official may speak of, in both languages. */
export interface OfficialFacts {
  readonly number: string;
  readonly service: Words;
  /** The holder's name. */
  readonly name: string;
  /** The post in which they are written to. */
  readonly post: Words;
  /** The post at which the request waits; the reader's own, or one below. */
  readonly waitsAt: Words;
  readonly step: Words;
  /** The deadline it is about. */
  readonly due: Words;
  /** "2 hari kerja lagi", "terlambat 3 jam waktu kerja". */
  readonly left: Words;
  readonly url: string;
  readonly office: string;
}

interface Told {
  readonly subject: Words;
  readonly body: Words;
}

const soon = (f: OfficialFacts): Told => ({
  subject: {
    id: `${f.left.id}: permohonan ${f.number}`,
    en: `${f.left.en}: request ${f.number}`,
  },
  body: {
    id: `Permohonan ${f.number} (${f.service.id}) menunggu Anda sebagai ${f.post.id}.\nTahapan: ${f.step.id}\nTenggat: ${f.due.id} (${f.left.id})`,
    en: `Request ${f.number} (${f.service.en}) waits for you as ${f.post.en}.\nStep: ${f.step.en}\nDue: ${f.due.en} (${f.left.en})`,
  },
});

const late = (f: OfficialFacts): Told => ({
  subject: { id: `Terlambat: ${f.number}`, en: `Overdue: ${f.number}` },
  body: {
    id: `Permohonan ${f.number} (${f.service.id}) melewati tenggatnya: ${f.due.id} (${f.left.id}).\nMenunggu di: ${f.waitsAt.id}\nTahapan: ${f.step.id}\nAnda diberi tahu sebagai ${f.post.id}. Periksa dan tindak lanjuti.`,
    en: `Request ${f.number} (${f.service.en}) has passed its deadline: ${f.due.en} (${f.left.en}).\nIt waits at: ${f.waitsAt.en}\nStep: ${f.step.en}\nYou are told as ${f.post.en}. Please look into it.`,
  },
});

const told: Readonly<Record<NoticeRule, (facts: OfficialFacts) => Told>> = {
  half: soon,
  'last-day': soon,
  'last-hours': soon,
  'step-late': (f) => ({
    subject: { id: `Tahapan terlambat: ${f.number}`, en: `Step overdue: ${f.number}` },
    body: {
      id: `Tahapan "${f.step.id}" pada permohonan ${f.number} (${f.service.id}) melewati waktunya menurut standar: ${f.due.id} (${f.left.id}).\nTahapan ini menunggu Anda sebagai ${f.post.id}.`,
      en: `The step "${f.step.en}" of request ${f.number} (${f.service.en}) is past the time its standard gives: ${f.due.en} (${f.left.en}).\nIt waits for you as ${f.post.en}.`,
    },
  }),
  overdue: late,
  escalation: late,
  // Without the cause, which may name an address: whoever may read it opens the request.
  'delivery-stopped': (f) => ({
    subject: { id: `Penyerahan terhenti: ${f.number}`, en: `Delivery stopped: ${f.number}` },
    body: {
      id: `Sistem tidak dapat menyelesaikan penyerahan produk layanan permohonan ${f.number} (${f.service.id}) dan tidak mencoba lagi sendiri.\nPenyerahan ini menunggu Anda sebagai ${f.post.id}. Buka permohonannya untuk membaca sebabnya, lalu coba lagi, kerjakan dengan tangan, atau batalkan.`,
      en: `The program cannot finish the delivery of request ${f.number} (${f.service.en}) and does not try again by itself.\nIt waits for you as ${f.post.en}. Open the request to read the cause, then try again, do it by hand, or take it back.`,
    },
  }),
  'withdrawal-asked': (f) => ({
    subject: { id: `Diminta dicabut: ${f.number}`, en: `Asked to be withdrawn: ${f.number}` },
    body: {
      id: `Penerima produk layanan permohonan ${f.number} (${f.service.id}) meminta produknya dicabut.\nAnda diberi tahu sebagai ${f.post.id}. Buka permohonannya untuk membaca alasannya, lalu cabut atau jawab pemohon.`,
      en: `Whoever was given the product of request ${f.number} (${f.service.en}) asks to have it withdrawn.\nYou are told as ${f.post.en}. Open the request to read the reason, then withdraw it or answer.`,
    },
  }),
  'product-left': (f) => ({
    subject: { id: `Produk masih ada: ${f.number}`, en: `A product is still there: ${f.number}` },
    body: {
      id: `Permohonan ${f.number} (${f.service.id}) berakhir sebelum selesai, tetapi produk layanan yang sudah diserahkan masih ada.\nAnda diberi tahu sebagai ${f.post.id}. Buka permohonannya, lalu cabut produk yang tidak lagi boleh dipakai.`,
      en: `Request ${f.number} (${f.service.en}) ended before all of it was done, and what was delivered is still there.\nYou are told as ${f.post.en}. Open the request, then withdraw what is not to be used any more.`,
    },
  }),
  'withdrawal-stopped': (f) => ({
    subject: { id: `Pencabutan belum berhasil: ${f.number}`, en: `Not withdrawn yet: ${f.number}` },
    body: {
      id: `Produk layanan permohonan ${f.number} (${f.service.id}) belum dapat dicabut oleh sistem dan masih dapat dipakai.\nAnda diberi tahu sebagai ${f.post.id}. Buka permohonannya untuk membaca sebabnya, lalu coba lagi, cabut dengan tangan, atau batalkan pencabutannya.`,
      en: `The program cannot withdraw the product of request ${f.number} (${f.service.en}) yet; it can still be used.\nYou are told as ${f.post.en}. Open the request to read the cause, then try again, withdraw it by hand, or take the withdrawal back.`,
    },
  }),
  'secret-stopped': (f) => ({
    subject: {
      id: `Kata sandi baru belum dapat dibuat: ${f.number}`,
      en: `No new password yet: ${f.number}`,
    },
    body: {
      id: `Kata sandi pertama yang baru untuk produk layanan permohonan ${f.number} (${f.service.id}) tidak dapat dibuat oleh sistem, dan tidak dicoba lagi sendiri.\nAnda diberi tahu sebagai ${f.post.id}. Buka permohonannya untuk membaca sebabnya, lalu minta lagi. Pemiliknya menunggu.`,
      en: `The program cannot make a new first password for the product of request ${f.number} (${f.service.en}) and does not try again by itself.\nYou are told as ${f.post.en}. Open the request to read the cause, then ask again. Its owner is waiting.`,
    },
  }),
  silence: (f) => ({
    subject: {
      id: `Potensi fiktif positif: ${f.number}`,
      en: `Silence may count as approval: ${f.number}`,
    },
    body: {
      id: `Permohonan ${f.number} (${f.service.id}) belum diputus sampai tenggatnya: ${f.due.id}.\nDiamnya pejabat dapat dianggap mengabulkan permohonan (UU 30/2014 Pasal 53, diubah dengan UU 6/2023 Pasal 175). Tidak ada yang dikabulkan secara otomatis.\nTelaah sebagai ${f.post.id}, beri tahu pejabat yang memutus, lalu catat hasilnya pada halaman permohonan.`,
      en: `Request ${f.number} (${f.service.en}) was not decided by its deadline: ${f.due.en}.\nAn official's silence may count as granting it (Law 30/2014 art. 53, as changed by Law 6/2023 art. 175). Nothing is granted by itself.\nExamine it as ${f.post.en}, tell the official who decides, and record the outcome on the request's page.`,
    },
  }),
};

/** A message to an official about a request, ready to send. */
export function writeOfficialMessage(rule: NoticeRule, facts: OfficialFacts): Message {
  const { subject, body } = told[rule](facts);
  const lines = [
    `Yth. ${facts.name},`,
    '',
    body.id,
    '',
    facts.url,
    '',
    '– – –',
    '',
    body.en,
    '',
    facts.office,
  ];
  return { subject: subject.id, text: lines.join('\n') };
}
